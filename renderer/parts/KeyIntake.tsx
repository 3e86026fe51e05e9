/** Takes a file in which an access key is, or the two values pasted, hands them over at once, and keeps nothing of them. */
import { type ClipboardEvent, useEffect, useRef, useState } from 'react';
import type { Result } from '../../electron/core/base/failure.ts';
import { LARGEST_KEY_TEXT } from '../../electron/core/surfaces/contract/new-key-calls.ts';
import { useDaypass } from './daypass-context.ts';
import { Field } from './Field.tsx';
import { FileField, useFile } from './FileField.tsx';
import { useForget } from './use-forget.ts';

interface Props {
  readonly disabled: boolean;
  /** What was dropped before this was here. */
  readonly dropped: File | null;
  /** `read` hands it over, and resolves to whose keys are in it. */
  readonly onGiven: (read: () => Promise<Result<readonly string[]>>) => void;
}

export function KeyIntake({ disabled, dropped, onGiven }: Props) {
  const { api, texts } = useDaypass();
  const onFile = (file: File) => onGiven(() => api.readKeyFile(file));
  const file = useFile({ disabled, largest: LARGEST_KEY_TEXT, onFile });
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it is there
  useEffect(() => {
    if (dropped) file.take([dropped]);
  }, []);
  return (
    <>
      <FileField
        icon="key"
        hint={texts.newKey.drop}
        choose={texts.newKey.choose}
        accept=".csv,.txt,.json,text/*"
        disabled={disabled}
        file={file}
        tooLarge={texts.newKey.tooLarge}
      />
      <PastedKey disabled={disabled} onText={(text) => onGiven(() => api.readPastedKey({ text }))} />
    </>
  );
}

function PastedKey({ disabled, onText }: { readonly disabled: boolean; readonly onText: (text: string) => void }) {
  const { texts } = useDaypass();
  const field = useRef<HTMLInputElement>(null);
  const [missing, setMissing] = useState(false);
  /** The field is emptied in the moment it is read: what was handed over stays nowhere here. */
  const taken = () => {
    const text = field.current?.value.trim() ?? '';
    if (field.current) field.current.value = '';
    return text;
  };
  useForget(() => void taken());
  const submit = (text: string) => {
    setMissing(text === '');
    if (text === '') field.current?.focus();
    else onText(text);
  };
  /** A field of one line would glue two lines to one word; and of two pastes the first waits for the other. */
  const paste = (event: ClipboardEvent) => {
    event.preventDefault();
    const text = `${taken()} ${event.clipboardData.getData('text/plain')}`.trim();
    if (/\s/.test(text)) submit(text);
    else if (field.current) field.current.value = text;
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit(taken());
      }}
    >
      <Field
        label={texts.newKey.paste}
        hint={texts.newKey.pasteHint}
        error={missing ? texts.newKey.missing : undefined}
      >
        {(ids) => (
          <div className="with-button">
            <input
              {...ids}
              ref={field}
              type="password"
              autoComplete="off"
              spellCheck={false}
              disabled={disabled}
              onPaste={paste}
            />
            <button type="submit" className="button" disabled={disabled}>
              {texts.newKey.read}
            </button>
          </div>
        )}
      </Field>
    </form>
  );
}
