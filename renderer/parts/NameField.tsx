/** The profile that the session is written to. */
import { fill } from '../../electron/core/i18n/say.ts';
import { useDaypass } from './daypass-context.ts';
import { Field } from './Field.tsx';

interface Props {
  readonly name: string;
  readonly error: string | undefined;
  readonly onChange: (name: string) => void;
}

export function NameField({ name, error, onChange }: Props) {
  const { texts } = useDaypass();
  const hint = fill(texts.setup.nameHint, { file: texts.setup.credentialsFile });
  return (
    <Field label={texts.setup.name} hint={hint} error={error}>
      {(ids) => (
        <input {...ids} type="text" spellCheck={false} value={name} onChange={({ target }) => onChange(target.value)} />
      )}
    </Field>
  );
}
