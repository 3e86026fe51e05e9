/** Whose key it is, and where it is to be kept: in the keychain, or in the file where that cannot be. */
import { useEffect, useId, useState } from 'react';
import { fill } from '../../electron/core/i18n/say.ts';
import type { KeyHome, KeyOwner, TakenKey } from '../../electron/core/keys/new-key.ts';
import { Choice } from './Choice.tsx';
import { useDaypass } from './daypass-context.ts';
import { FailureBox } from './FailureBox.tsx';
import { Field } from './Field.tsx';
import { Group } from './Group.tsx';
import { Icon } from './Icon.tsx';
import { useCall } from './use-call.ts';
import { Warning } from './Warning.tsx';

interface Props {
  readonly owner: KeyOwner;
  readonly onTaken: (key: TakenKey) => void;
}

export function KeepNewKey({ owner, onTaken }: Props) {
  const { api, texts } = useDaypass();
  const { newKey } = texts;
  const group = useId();
  const canKeep = useCall(api.canKeep);
  const take = useCall(api.takeKey);
  const [name, setName] = useState(owner.name);
  const [chosen, setChosen] = useState<KeyHome | null>(null);
  const place = chosen ?? (canKeep.failure ? 'file' : 'keychain');
  const { key, user, account, isRoot } = owner;
  useEffect(() => {
    canKeep.run();
  }, [canKeep.run]);

  const submit = async () => {
    const answer = await take.run({ place, name: name.trim() });
    if (answer?.ok) onTaken(answer.value);
  };
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <p className="state-line" data-good role="status">
        <Icon name="check" />
        {fill(newKey.owner, { key, user, account })}
      </p>
      {isRoot && <Warning title={newKey.rootTitle}>{newKey.root}</Warning>}
      {canKeep.failure && <FailureBox failure={canKeep.failure} onTryAgain={canKeep.run} />}
      <Group label={newKey.place}>
        <div className="choice-list">
          <Choice
            name={group}
            label={newKey.keychain}
            about={newKey.keychainAbout}
            checked={place === 'keychain'}
            disabled={canKeep.failure !== null}
            onChoose={() => setChosen('keychain')}
          />
          <Choice
            name={group}
            label={fill(newKey.file, { file: texts.setup.credentialsFile })}
            about={newKey.fileAbout}
            checked={place === 'file'}
            onChoose={() => setChosen('file')}
          />
        </div>
      </Group>
      <Field label={newKey.name}>
        {(ids) => (
          <input
            {...ids}
            type="text"
            spellCheck={false}
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
        )}
      </Field>
      {take.failure && <FailureBox failure={take.failure} onTryAgain={submit} />}
      <button type="submit" className="button primary wide" disabled={take.pending || canKeep.pending}>
        {take.pending ? newKey.taking : newKey.take}
      </button>
    </form>
  );
}
