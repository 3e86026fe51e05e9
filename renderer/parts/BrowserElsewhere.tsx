/** A sign-in on another device: where it is begun, and the text that comes back from there, which is kept nowhere. */
import { useEffect, useState } from 'react';
import type { ProfileView } from '../../electron/core/app/view.ts';
import { AddressField } from './AddressField.tsx';
import { useAtOnce } from './daypass-context.ts';
import { FailureBox } from './FailureBox.tsx';
import { Field } from './Field.tsx';
import { useCall } from './use-call.ts';
import { useForget } from './use-forget.ts';

interface Props {
  readonly profile: Pick<ProfileView, 'id'>;
  readonly address: string;
  readonly qr: string;
  /** What is compared there; null where a text comes back from there. */
  readonly userCode: string | null;
}

export function BrowserElsewhere(props: Props) {
  return props.userCode === null ? <TextBack {...props} /> : <CodeToCompare {...props} />;
}

/** Nothing has to be brought back: AWS is asked until the person has answered there. */
function CodeToCompare({ profile, address, qr, userCode }: Props) {
  const { texts } = useAtOnce();
  return (
    <>
      <p className="hint">{texts.browser.compare}</p>
      <QrCode qr={qr} />
      <AddressField profile={profile} address={address} where="elsewhere" />
      <p className="user-code" role="status" aria-label={texts.browser.userCode}>
        {userCode}
      </p>
    </>
  );
}

function TextBack({ profile, address, qr }: Props) {
  const { api, texts } = useAtOnce();
  const [text, setText] = useState('');
  const [missing, setMissing] = useState(false);
  const paste = useCall(api.pasteSignIn);
  useForget(() => setText(''));
  useEffect(() => {
    // The text may come from another window, and the popover closes when another one is in front.
    api.stayOpen({ stay: true });
    return () => void api.stayOpen({ stay: false });
  }, [api]);
  return (
    <form
      className="elsewhere"
      onSubmit={(event) => {
        event.preventDefault();
        setMissing(text.trim() === '');
        if (text.trim() === '') return;
        setText('');
        paste.run({ profile: profile.id, text });
      }}
    >
      <p className="hint">{texts.browser.elsewhereHint}</p>
      <QrCode qr={qr} />
      <AddressField profile={profile} address={address} where="elsewhere" />
      <Field label={texts.browser.paste} error={missing ? texts.browser.pasteMissing : undefined}>
        {(ids) => (
          <textarea
            {...ids}
            rows={3}
            spellCheck={false}
            autoComplete="off"
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        )}
      </Field>
      {paste.failure && <FailureBox failure={paste.failure} profile={profile.id} />}
      <button type="submit" className="button primary wide" disabled={paste.pending}>
        {texts.browser.pasteSubmit}
      </button>
    </form>
  );
}

function QrCode({ qr }: Pick<Props, 'qr'>) {
  const { texts } = useAtOnce();
  return <img className="qr" src={`data:image/svg+xml,${encodeURIComponent(qr)}`} alt={texts.browser.qr} />;
}
