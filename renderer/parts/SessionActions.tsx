/** What can be done with a session that stands. */
import { useEffect, useState } from 'react';
import type { ProfileView } from '../../electron/core/app/view.ts';
import { useDaypass } from './daypass-context.ts';
import { FailureBox } from './FailureBox.tsx';
import { Icon } from './Icon.tsx';
import { useCall } from './use-call.ts';

const SAY_COPIED_MS = 6_000;

interface Props {
  readonly profile: ProfileView;
  /** Null while the code field is open anyway, or no code is needed. */
  readonly onRenew: (() => void) | null;
}

export function SessionActions({ profile, onRenew }: Props) {
  const { api, texts } = useDaypass();
  const copy = useCall(api.copyEnvironment);
  const signOut = useCall(api.signOut);
  const [copied, setCopied] = useState(0);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(0), SAY_COPIED_MS);
    return () => clearTimeout(timer);
  }, [copied]);

  const input = { profile: profile.id };
  const runCopy = async (unmarked: boolean) => {
    const answer = await copy.run({ ...input, unmarked });
    setCopied((n) => (answer?.ok ? n + 1 : 0));
  };
  const failed = copy.failure ?? signOut.failure;
  return (
    <>
      <div className="tiles">
        {onRenew && (
          <button type="button" className="tile" onClick={onRenew}>
            <Icon name="renew" />
            {profile.storedTotp || !profile.typesCode ? texts.signIn.renewNow : texts.signIn.renew}
          </button>
        )}
        <button type="button" className="tile" disabled={copy.pending} onClick={() => runCopy(false)}>
          <Icon name={copied ? 'check' : 'copy'} />
          {texts.signIn.copyEnvironment}
        </button>
        <button type="button" className="tile" disabled={signOut.pending} onClick={() => signOut.run(input)}>
          <Icon name="leave" />
          {texts.signIn.signOut}
        </button>
      </div>
      <p className="said" role="status">
        {copied > 0 && texts.signIn.copied}
      </p>
      {failed && (
        <FailureBox
          failure={failed}
          profile={profile.id}
          onNewCode={onRenew ?? undefined}
          onTryAgain={() => (copy.failure ? runCopy(false) : signOut.run(input))}
          onCopyUnmarked={() => runCopy(true)}
        />
      )}
    </>
  );
}
