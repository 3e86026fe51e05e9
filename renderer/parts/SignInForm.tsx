/** Asks for what a sign-in needs: a code, or only the word where another session or a stored authenticator will do. */
import type { ProfileView } from '../../electron/core/app/view.ts';
import { fill } from '../../electron/core/i18n/say.ts';
import { CodeForm } from './CodeForm.tsx';
import { useAtOnce } from './daypass-context.ts';
import { SigningIn } from './SigningIn.tsx';
import type { SignIn } from './use-sign-in.ts';

interface Props {
  readonly profile: ProfileView;
  readonly signIn: SignIn;
}

export function SignInForm({ profile, signIn }: Props) {
  const { texts, view } = useAtOnce();
  const { busy, stored, needsCode, submit, setTyping } = signIn;
  const parent = view.profiles.find(({ id }) => id === profile.parent);
  if (parent && parent.expiresAt === null && !busy) return <ParentFirst parent={parent} />;
  // Half a code does not go over to another profile; typed while a session ends, it stays.
  if (needsCode) return <CodeForm key={profile.id} profile={profile} signIn={signIn} />;
  return (
    <form
      className="sign-in"
      onSubmit={(event) => {
        event.preventDefault();
        submit(null);
      }}
    >
      {/* It stays in place while busy, so that a click meant for it never meets another button. */}
      <button type="submit" className="button primary wide" data-first disabled={busy} data-busy={busy || undefined}>
        {profile.phase === 'expiring' ? texts.signIn.renew : texts.signIn.submit}
      </button>
      <div className="beneath">
        {busy ? (
          <SigningIn profile={profile} />
        ) : (
          <p>
            {parent ? fill(texts.signIn.withoutCode, { profile: parent.name }) : stored && texts.signIn.oneClick}{' '}
            {stored && (
              <button type="button" className="link" onClick={() => setTyping(true)}>
                {texts.signIn.typeCode}
              </button>
            )}
          </p>
        )}
      </div>
    </form>
  );
}

function ParentFirst({ parent }: { parent: ProfileView }) {
  const { api, texts } = useAtOnce();
  return (
    <div className="sign-in">
      <button
        type="button"
        className="button primary wide"
        data-first
        onClick={() => api.showProfile({ profile: parent.id })}
      >
        {fill(texts.signIn.goToParent, { profile: parent.name })}
      </button>
      <p className="beneath">{fill(texts.signIn.parentFirst, { profile: parent.name })}</p>
    </div>
  );
}
