/** Takes the secret of an authenticator, as text or as a picture of the QR code, hands it over, and keeps nothing of it. */
import { useRef, useState } from 'react';
import type { ProfileView } from '../../electron/core/app/view.ts';
import { useDaypass } from './daypass-context.ts';
import { FailureBox } from './FailureBox.tsx';
import { Field } from './Field.tsx';
import { PictureField } from './PictureField.tsx';
import { useCall } from './use-call.ts';
import { useForget } from './use-forget.ts';
import { Warning } from './Warning.tsx';

export function TotpForm({ profile }: { profile: ProfileView }) {
  const { api, texts } = useDaypass();
  const { totp } = texts;
  const field = useRef<HTMLInputElement>(null);
  const [missing, setMissing] = useState(false);
  const store = useCall(async (given: string | Uint8Array) =>
    typeof given === 'string'
      ? api.storeTotp({ profile: profile.id, text: given })
      : api.storeTotpPicture({ profile: profile.id, picture: given }),
  );

  /** The field is emptied in the moment it is read: what was handed over stays nowhere here. */
  const taken = () => {
    const text = field.current?.value ?? '';
    if (field.current) field.current.value = '';
    return text;
  };
  useForget(() => void taken());
  const submit = () => {
    const text = taken();
    setMissing(text.trim() === '');
    if (text.trim() === '') field.current?.focus();
    else store.run(text);
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
      <p>{totp.intro}</p>
      <Warning title={totp.warningTitle}>{totp.warning}</Warning>
      <Field label={totp.secret} hint={totp.secretHint} error={missing ? totp.missing : undefined}>
        {(ids) => (
          <input {...ids} ref={field} type="password" autoComplete="off" spellCheck={false} disabled={store.pending} />
        )}
      </Field>
      <PictureField disabled={store.pending} onPicture={(picture) => store.run(picture)} />
      {store.failure && <FailureBox failure={store.failure} profile={profile.id} />}
      <button type="submit" className="button primary wide" disabled={store.pending}>
        {store.pending ? totp.keeping : totp.keep}
      </button>
    </form>
  );
}
