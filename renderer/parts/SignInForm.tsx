/** Asks for what a sign-in needs: a code, or only the word where another session or a stored authenticator will do. */
import type { Ref } from 'react';
import type { ProfileView } from '../../electron/core/app/view.ts';
import { fill } from '../../electron/core/i18n/say.ts';
import { CodeInput, type CodeInputHandle } from './CodeInput.tsx';
import { useDaypass } from './daypass-context.ts';
import { useNextCode } from './use-next-code.ts';

interface Props {
  readonly profile: ProfileView;
  readonly busy: boolean;
  /** Seconds for which the device should rest; meanwhile no code is taken. */
  readonly pause: number;
  readonly refusals: number;
  readonly codeRef: { current: CodeInputHandle | null } & Ref<CodeInputHandle>;
  /** The stored authenticator is to make the code. */
  readonly stored: boolean;
  /** Null where no code is needed. */
  readonly onSubmit: (code: string | null) => void;
  /** Whether a code is to be typed although an authenticator is stored. */
  readonly onTyping: (typing: boolean) => void;
}

export function SignInForm({ profile, busy, pause, refusals, codeRef, stored, onSubmit, onTyping }: Props) {
  const { api, texts, view } = useDaypass();
  const parent = view.profiles.find(({ id }) => id === profile.parent);
  const waits = useNextCode(profile);
  const spent = useNextCode(profile, 'waitForNext');
  if (parent && parent.expiresAt === null && !busy) return <ParentFirst parent={parent} />;
  return (
    <form
      className="sign-in"
      onSubmit={(event) => {
        event.preventDefault();
        if (!profile.typesCode || stored) onSubmit(null);
        else codeRef.current?.submit();
      }}
    >
      {parent ? (
        <p className="hint">{fill(texts.signIn.withoutCode, { profile: parent.name })}</p>
      ) : stored ? (
        <p className="hint">{texts.signIn.oneClick}</p>
      ) : (
        profile.typesCode && (
          <>
            {spent && !busy && (
              <p className="note" aria-live="off">
                {spent}
              </p>
            )}
            <CodeInput ref={codeRef} disabled={busy || pause > 0} refusals={refusals} onCode={onSubmit} />
          </>
        )
      )}
      {/* It stays in place while busy, so that a click meant for it never meets another button. */}
      <button type="submit" className="button primary wide" disabled={busy || pause > 0} data-busy={busy || undefined}>
        {busy
          ? (waits ?? texts.signIn.signingIn)
          : pause > 0
            ? fill(texts.signIn.pausedFor, { seconds: pause })
            : texts.signIn.submit}
      </button>
      {profile.storedTotp && profile.typesCode && !busy && (
        <div className="beneath">
          <button type="button" className="button quiet" onClick={() => onTyping(stored)}>
            {stored ? texts.signIn.typeCode : texts.signIn.useStored}
          </button>
        </div>
      )}
      {busy && (
        <div className="beneath">
          {profile.renewing && <span className="hint">{texts.signIn.renewing}</span>}
          <button type="button" className="button quiet" onClick={() => api.cancelSignIn({ profile: profile.id })}>
            {texts.signIn.cancel}
          </button>
        </div>
      )}
    </form>
  );
}

function ParentFirst({ parent }: { parent: ProfileView }) {
  const { api, texts } = useDaypass();
  return (
    <div className="sign-in">
      <p className="hint">{fill(texts.signIn.parentFirst, { profile: parent.name })}</p>
      <button type="button" className="button primary wide" onClick={() => api.showProfile({ profile: parent.id })}>
        {fill(texts.signIn.goToParent, { profile: parent.name })}
      </button>
    </div>
  );
}
