/** A new access key on its way to Daypass: it is handed over, AWS says whose it is, and a person says where it is to be kept. */
import { type ReactNode, useEffect, useId, useState } from 'react';
import { REGION } from '../../electron/core/aws/names.ts';
import type { Result } from '../../electron/core/base/failure.ts';
import type { TakenKey } from '../../electron/core/keys/new-key.ts';
import { Choice } from './Choice.tsx';
import { useDaypass } from './daypass-context.ts';
import { FailureBox } from './FailureBox.tsx';
import { Group } from './Group.tsx';
import { guessRegion } from './guess-region.ts';
import { KeepNewKey } from './KeepNewKey.tsx';
import { KeyIntake } from './KeyIntake.tsx';
import { RegionField } from './RegionField.tsx';
import { useCall } from './use-call.ts';
import { useForget } from './use-forget.ts';

interface Props {
  /** A file that was dropped before a key was asked for. */
  readonly dropped: File | null;
  readonly onTaken: (key: TakenKey, region: string) => void;
  /** What else can be done as long as nothing was handed over. */
  readonly children: ReactNode;
}

export function NewKey({ dropped, onTaken, children }: Props) {
  const { api, texts } = useDaypass();
  const name = useId();
  const [region, setRegion] = useState(() => guessRegion(Intl.DateTimeFormat().resolvedOptions().timeZone));
  const [owner, setOwner] = useState<string | null>(null);
  const read = useCall((given: () => Promise<Result<readonly string[]>>) => given());
  const prove = useCall(api.proveKey);
  const isRegion = REGION.test(region);

  const ask = async (whose: string) => {
    setOwner(whose);
    if (isRegion) await prove.run({ owner: whose, region });
  };
  const give = async (given: () => Promise<Result<readonly string[]>>) => {
    prove.reset();
    setOwner(null);
    const answer = await read.run(given);
    const [first, ...others] = answer?.ok ? answer.value : [];
    if (first !== undefined && others.length === 0) ask(first);
  };
  const forget = () => {
    read.reset();
    prove.reset();
    setOwner(null);
    api.forgetNewKey();
  };
  useForget(forget);
  useEffect(() => () => void api.forgetNewKey(), [api]);

  if (prove.value) {
    return (
      <>
        <KeepNewKey owner={prove.value} onTaken={(key) => onTaken(key, region)} />
        <button type="button" className="link" onClick={forget}>
          {texts.newKey.another}
        </button>
      </>
    );
  }
  return (
    <div className="form">
      <p>{texts.newKey.intro}</p>
      <KeyIntake disabled={read.pending || prove.pending} dropped={dropped} onGiven={give} />
      {read.failure && <FailureBox failure={read.failure} />}
      {read.value && read.value.length > 1 && (
        <Group label={texts.newKey.whose}>
          <div className="choice-list">
            {read.value.map((one) => (
              <Choice key={one} name={name} label={one} checked={one === owner} onChoose={() => ask(one)} />
            ))}
          </div>
        </Group>
      )}
      {prove.pending && (
        <p className="busy" role="status">
          {texts.newKey.asking}
        </p>
      )}
      {prove.failure && <FailureBox failure={prove.failure} onTryAgain={() => owner !== null && ask(owner)} />}
      <RegionField region={region} error={isRegion ? undefined : texts.setup.invalid.region} onChange={setRegion} />
      {children}
    </div>
  );
}
