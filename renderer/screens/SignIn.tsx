/** The first screen: one profile's session, the git that waits for it, and what can be done. */

import type { ProfileView } from '../../electron/core/app/view.ts';
import { fill } from '../../electron/core/i18n/say.ts';
import { useDaypass } from '../parts/daypass-context.ts';
import { FailureBox } from '../parts/FailureBox.tsx';
import { Notices } from '../parts/Notices.tsx';
import { Page } from '../parts/Page.tsx';
import { Row } from '../parts/Row.tsx';
import { SessionPanel } from '../parts/SessionPanel.tsx';
import { Uses } from '../parts/Uses.tsx';
import { useCall } from '../parts/use-call.ts';
import { WaitingList } from '../parts/WaitingList.tsx';

export function SignIn({ profile }: { profile: ProfileView }) {
  const { api, texts, view, go } = useDaypass();
  const terminal = useCall(api.openTerminal);
  return (
    <Page title={null}>
      <p className="unseen" role="status">
        {texts.app[profile.phase]}
      </p>
      <WaitingList shown={profile} />
      {/* A new session begins with a fresh panel: nothing of the sign-in before it stays. */}
      <SessionPanel key={`${profile.id} ${profile.expiresAt}`} profile={profile} />
      <Notices profile={profile} />
      <div className="rows">
        {view.git?.version && !view.git.setUp && (
          <Row
            icon="branch"
            label={texts.git.setUp}
            hint={texts.git.notSetUp}
            onOpen={() => go({ at: 'git', change: 'set-up' })}
          />
        )}
        {profile.expiresAt !== null && (
          <Row
            icon="terminal"
            label={texts.signIn.openTerminal}
            hint={texts.signIn.openTerminalHint}
            onOpen={() => terminal.run({ profile: profile.id })}
          />
        )}
        <Row
          icon="broom"
          label={texts.stale.clear}
          {...(view.stale > 0 && { hint: fill(texts.stale.seen, { n: view.stale }) })}
          onOpen={() => go({ at: 'stale' })}
        />
      </div>
      {terminal.failure && <FailureBox failure={terminal.failure} profile={profile.id} />}
      <Uses uses={view.uses} />
    </Page>
  );
}
