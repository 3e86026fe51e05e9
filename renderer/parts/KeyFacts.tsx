/** The user's keys at AWS, the one that is used here first: how old, and what used it last. The second one can go. */

import { sayKey } from '../../electron/core/i18n/say-key.ts';
import type { KeyStatus, ShownAccessKey } from '../../electron/core/keys/rotation/key-status.ts';
import { useDaypass } from './daypass-context.ts';
import { FailureBox } from './FailureBox.tsx';
import { useCall } from './use-call.ts';

interface Props {
  readonly profile: string;
  readonly keys: NonNullable<KeyStatus['keys']>;
  /** Keys of a rotation, which that one takes care of. */
  readonly rotating: readonly (string | null)[];
  readonly onChanged: () => void;
}

export function KeyFacts({ profile, keys, rotating, onChanged }: Props) {
  const { texts } = useDaypass();
  const second = keys.find(({ key, used }) => !used && !rotating.includes(key));
  return (
    <>
      <ul className="key-list">
        {keys.map((key) => (
          <KeyFact key={key.key} fact={key} />
        ))}
      </ul>
      {second && (
        <section className="second-key" aria-label={texts.rotation.second}>
          <h2>{texts.rotation.second}</h2>
          <p className="hint">{texts.rotation.secondWhat}</p>
          <SecondKey profile={profile} fact={second} onChanged={onChanged} />
        </section>
      )}
    </>
  );
}

function KeyFact({ fact }: { fact: ShownAccessKey }) {
  const { texts, view } = useDaypass();
  const { rotation } = texts;
  const facts = [
    fact.used ? rotation.usedHere : rotation.notUsedHere,
    ...sayKey(fact, Date.now() + view.awsOffset, texts),
  ];
  return (
    <li className="key-fact" data-used={fact.used || undefined}>
      <code>{fact.key}</code>
      <span className="row-hint">{facts.join(' · ')}</span>
    </li>
  );
}

function SecondKey({ profile, fact, onChanged }: { profile: string; fact: ShownAccessKey; onChanged: () => void }) {
  const { api, texts } = useDaypass();
  const change = useCall(api.changeOtherKey);
  const run = async (how: 'activate' | 'deactivate' | 'delete') => {
    if ((await change.run({ profile, key: fact.key, how }))?.ok) onChanged();
  };
  const other = fact.active ? 'deactivate' : 'activate';
  return (
    <>
      {change.failure && <FailureBox failure={change.failure} profile={profile} />}
      <div className="button-pair">
        <button type="button" className="button" disabled={change.pending} onClick={() => run(other)}>
          {texts.rotation[other]}
        </button>
        <button type="button" className="button" disabled={change.pending} onClick={() => run('delete')}>
          {texts.rotation.delete}
        </button>
      </div>
    </>
  );
}
