/** The first screen: the git that waits, the pass of one profile, and whether git asks for it. */
import type { ProfileView } from '../../electron/core/app/view.ts';
import { BrowserSignIn } from '../parts/BrowserSignIn.tsx';
import { isOfCode } from '../parts/CodeForm.tsx';
import { useAtOnce } from '../parts/daypass-context.ts';
import { FailureBox } from '../parts/FailureBox.tsx';
import { GitLine } from '../parts/GitLine.tsx';
import { MainHeader } from '../parts/MainHeader.tsx';
import type { MenuItem } from '../parts/Menu.tsx';
import { Notices } from '../parts/Notices.tsx';
import { Page } from '../parts/Page.tsx';
import { Pass } from '../parts/Pass.tsx';
import { SessionActions } from '../parts/SessionActions.tsx';
import { SignInForm } from '../parts/SignInForm.tsx';
import { useCall } from '../parts/use-call.ts';
import { useSignIn } from '../parts/use-sign-in.ts';
import { WaitingList } from '../parts/WaitingList.tsx';

export function SignIn({ profile }: { profile: ProfileView }) {
  const { api, texts } = useAtOnce();
  const signIn = useSignIn(profile);
  const signOut = useCall(api.signOut);
  const { asks, needsCode, busy, failure, submit } = signIn;
  const lives = profile.expiresAt !== null;
  const leave = () => void signOut.run({ profile: profile.id });
  const items: MenuItem[] = [];
  if (signIn.canRenew) items.push({ key: 'renew', icon: 'renew', label: texts.signIn.renew, run: signIn.again });
  if (lives) items.push({ key: 'sign-out', icon: 'leave', label: texts.signIn.signOut, run: leave });
  return (
    <Page header={<MainHeader profile={profile} items={items} />}>
      <WaitingList shown={profile} />
      <Pass profile={profile}>
        {asks && profile.usesBrowser && <BrowserSignIn profile={profile} busy={busy} onOpen={() => submit(null)} />}
        {asks && !profile.usesBrowser && <SignInForm profile={profile} signIn={signIn} />}
      </Pass>
      {/* What a new code mends is said beneath the boxes, where they are. */}
      {failure && !(asks && needsCode && isOfCode(failure)) && (
        <FailureBox failure={failure} profile={profile.id} onNewCode={signIn.newCode} onTryAgain={signIn.again} />
      )}
      {signOut.failure && <FailureBox failure={signOut.failure} profile={profile.id} onTryAgain={leave} />}
      {lives && <SessionActions key={profile.id} profile={profile} />}
      <Notices profile={profile} />
      <GitLine />
    </Page>
  );
}
