/** A profile's session as it stands, the code field where one is wanted, what went wrong, and what can be done. */
import { useRef, useState } from 'react';
import type { ProfileView } from '../../electron/core/app/view.ts';
import type { Identity } from '../../electron/core/aws/port.ts';
import { fill } from '../../electron/core/i18n/say.ts';
import { BrowserSignIn } from './BrowserSignIn.tsx';
import type { CodeInputHandle } from './CodeInput.tsx';
import { Countdown } from './Countdown.tsx';
import { useDaypass } from './daypass-context.ts';
import { FailureBox } from './FailureBox.tsx';
import { Icon } from './Icon.tsx';
import { Ring } from './Ring.tsx';
import { SessionActions } from './SessionActions.tsx';
import { SignInForm } from './SignInForm.tsx';
import { useCall } from './use-call.ts';
import { useSecondsLeft } from './use-explain.ts';

export function SessionPanel({ profile }: { profile: ProfileView }) {
  const { api, texts, view } = useDaypass();
  const signIn = useCall(async (code: string | null) =>
    code === null ? api.signInWithoutCode({ profile: profile.id }) : api.signIn({ profile: profile.id, code }),
  );
  const [refusals, setRefusals] = useState(0);
  const [renewOpen, setRenewOpen] = useState(false);
  const [typing, setTyping] = useState(false);
  const code = useRef<CodeInputHandle>(null);

  const lives = profile.expiresAt !== null;
  const stored = profile.storedTotp && profile.typesCode && !typing;
  const withoutCode = stored || !profile.typesCode;
  const busy = signIn.pending || profile.phase === 'signingIn' || profile.renewing;
  // A role on another session is renewed by itself; nothing is asked for it.
  const byItself = profile.parent !== null;
  // Nor while its keys are renewed before a sign-in ends that goes on.
  const begun = profile.usesBrowser ? signIn.pending || profile.browser !== null : busy;
  const asks = !lives || (!byItself && (begun || renewOpen || profile.phase === 'expiring'));
  const failure = busy ? null : (profile.failure ?? signIn.failure);

  const pause = useSecondsLeft(failure?.code === 'device.cooling-down' ? failure : null) ?? 0;

  const submit = async (typed: string | null) => {
    const answer = await signIn.run(typed);
    if (answer && !answer.ok) setRefusals((n) => n + 1);
  };
  const wantCode = () => {
    setRenewOpen(true);
    setTyping(true);
    code.current?.focus();
  };

  const signedInAs = ({ account, arn }: Identity) =>
    fill(texts.browser.signedInAs, { account, name: arn.slice(arn.lastIndexOf('/') + 1) });

  return (
    <section className="session" aria-label={profile.name} data-phase={profile.phase}>
      {lives && <Countdown profile={profile} compact={asks || failure !== null} />}
      {!lives && !failure && !profile.browser && view.waiting.length === 0 && (
        <Ring rest={0}>
          <Icon name="pass" />
          <span className="session-state">{texts.app[profile.phase]}</span>
        </Ring>
      )}
      {failure && failure.code !== 'sign-in.busy' && (
        <FailureBox
          failure={failure}
          profile={profile.id}
          onNewCode={pause > 0 ? undefined : profile.typesCode ? wantCode : () => submit(null)}
          onTryAgain={withoutCode ? () => submit(null) : wantCode}
        />
      )}
      {lives && profile.usesBrowser && profile.identity && (
        <p className="hint signed-in-as">{signedInAs(profile.identity)}</p>
      )}
      {asks && profile.usesBrowser && <BrowserSignIn profile={profile} busy={busy} onOpen={() => submit(null)} />}
      {asks && !profile.usesBrowser && (
        <SignInForm
          profile={profile}
          busy={busy}
          pause={pause}
          refusals={refusals}
          codeRef={code}
          stored={stored}
          onSubmit={submit}
          onTyping={setTyping}
        />
      )}
      {lives && (
        <SessionActions
          profile={profile}
          onRenew={asks || byItself ? null : withoutCode ? () => submit(null) : wantCode}
        />
      )}
    </section>
  );
}
