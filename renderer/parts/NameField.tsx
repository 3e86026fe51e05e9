/** The profile that the session is written to. */
import { fill } from '../../electron/core/i18n/say.ts';
import type { ProfileChoice } from '../../electron/core/settings/settings.ts';
import { useDaypass } from './daypass-context.ts';
import { Field } from './Field.tsx';

interface Props {
  readonly name: string;
  /** How programs get it: by that its section is in the one or the other of AWS’s files. */
  readonly delivery: ProfileChoice['delivery'];
  readonly error: string | undefined;
  readonly onChange: (name: string) => void;
}

export function NameField({ name, delivery, error, onChange }: Props) {
  const { texts } = useDaypass();
  const { nameHint, credentialsFile, configFile } = texts.setup;
  const hint = fill(nameHint, { file: delivery === 'file' ? credentialsFile : configFile });
  return (
    <Field label={texts.setup.name} hint={hint} error={error}>
      {(ids) => (
        <input {...ids} type="text" spellCheck={false} value={name} onChange={({ target }) => onChange(target.value)} />
      )}
    </Field>
  );
}
