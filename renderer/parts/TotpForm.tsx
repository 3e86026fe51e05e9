/** Takes the secret of an authenticator, as text or as a picture of the QR code, hands it over, and keeps nothing of it but a picture on which one of several is still to be chosen. */
import { useRef, useState } from 'react';
import type { ProfileView } from '../../electron/core/app/view.ts';
import type { Result } from '../../electron/core/base/failure.ts';
import { useDaypass } from './daypass-context.ts';
import { FailureBox } from './FailureBox.tsx';
import { Field } from './Field.tsx';
import { LearnMore } from './LearnMore.tsx';
import { PictureField } from './PictureField.tsx';
import { TotpChoice } from './TotpChoice.tsx';
import { useCall } from './use-call.ts';
import { useForget } from './use-forget.ts';
import { Warning } from './Warning.tsx';

export function TotpForm({ profile }: { profile: ProfileView }) {
  const { api, texts } = useDaypass();
  const { totp } = texts;
  const field = useRef<HTMLInputElement>(null);
  const [missing, setMissing] = useState(false);
  /** A picture with several authenticators on it, until one of them is chosen. */
  const [several, setSeveral] = useState<{ readonly picture: Uint8Array; readonly names: readonly string[] } | null>(
    null,
  );
  const store = useCall((given: () => Promise<Result<readonly string[] | null>>) => given());

  const storeText = (text: string) => store.run(() => api.storeTotp({ profile: profile.id, text }));
  const storePicture = async (picture: Uint8Array, chosen: string | null) => {
    setSeveral(null);
    const answer = await store.run(() => api.storeTotpPicture({ profile: profile.id, picture, chosen }));
    if (answer?.ok && answer.value?.length) setSeveral({ picture, names: answer.value });
  };

  /** The field is emptied in the moment it is read: what was handed over stays nowhere here. */
  const taken = () => {
    const text = field.current?.value ?? '';
    if (field.current) field.current.value = '';
    return text;
  };
  useForget(() => {
    taken();
    setSeveral(null);
  });
  const submit = () => {
    const text = taken();
    setMissing(text.trim() === '');
    if (text.trim() === '') field.current?.focus();
    else storeText(text);
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
      <LearnMore rest={[totp.warningMore]} />
      <Field label={totp.secret} hint={totp.secretHint} error={missing ? totp.missing : undefined}>
        {(ids) => (
          <input {...ids} ref={field} type="password" autoComplete="off" spellCheck={false} disabled={store.pending} />
        )}
      </Field>
      <PictureField disabled={store.pending} onPicture={(picture) => storePicture(picture, null)} />
      {several && <TotpChoice names={several.names} onChoose={(name) => storePicture(several.picture, name)} />}
      {store.failure && <FailureBox failure={store.failure} profile={profile.id} />}
      <button type="submit" className="button primary wide" disabled={store.pending}>
        {store.pending ? totp.keeping : totp.keep}
      </button>
    </form>
  );
}
