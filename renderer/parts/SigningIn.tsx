/** A sign-in that is under way, and the way out of it. */
import type { ProfileView } from '../../electron/core/app/view.ts';
import { useAtOnce } from './daypass-context.ts';
import { useNextCode } from './use-next-code.ts';

export function SigningIn({ profile }: { profile: ProfileView }) {
  const { api, texts } = useAtOnce();
  const waits = useNextCode(profile);
  return (
    <>
      <span className="busy" role="status">
        {waits ?? (profile.renewing ? texts.signIn.renewing : texts.signIn.signingIn)}
      </span>
      <button type="button" className="link" onClick={() => api.cancelSignIn({ profile: profile.id })}>
        {texts.signIn.cancel}
      </button>
    </>
  );
}
