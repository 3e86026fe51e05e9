/** The day pass: whose it is and where it is good, the time that it has left, and how a program is told to use it. */
import type { ReactNode } from 'react';
import type { ProfileView } from '../../electron/core/app/view.ts';
import { profileOption } from '../../electron/core/aws-files/profile-option.ts';
import { fill } from '../../electron/core/i18n/say.ts';
import { clockTime } from '../../electron/core/i18n/times.ts';
import { useAtOnce } from './daypass-context.ts';
import { Icon } from './Icon.tsx';
import { TimeLeft } from './TimeLeft.tsx';
import { useCopy } from './use-copy.ts';

export function Pass({ profile, children }: { profile: ProfileView; children?: ReactNode }) {
  const { texts } = useAtOnce();
  const { name, phase, expiresAt, identity, region } = profile;
  return (
    <section className="pass" aria-label={name} data-phase={phase}>
      <div className="pass-gate">
        <p className="pass-state" role="status">
          <State profile={profile} />
        </p>
        <p className="pass-where" title={identity?.arn}>
          {identity && <span>{identity.arn.slice(identity.arn.lastIndexOf('/') + 1)}</span>}
          <span>{(texts.regions as Record<string, string>)[region] ?? region}</span>
        </p>
      </div>
      {expiresAt !== null && <TimeLeft profile={profile} />}
      {children}
      {expiresAt !== null && <Stub profile={profile} />}
    </section>
  );
}

function State({ profile: { phase, endedAt } }: { profile: ProfileView }) {
  const { texts, view } = useAtOnce();
  if (endedAt === null || phase !== 'expired') return texts.app[phase];
  return fill(texts.signIn.endedAt, { time: clockTime(endedAt - view.awsOffset, view.language, Date.now()) });
}

/** What is torn off: with it, a command of AWS's uses the pass. */
function Stub({ profile: { id, name } }: { profile: ProfileView }) {
  const { api, texts } = useAtOnce();
  const { copy, copied } = useCopy(api.copyProfileOption);
  return (
    <div className="pass-stub">
      <button type="button" className="chip" title={texts.signIn.copyOption} onClick={() => copy({ profile: id })}>
        <code>{profileOption(name)}</code>
        <Icon name={copied ? 'check' : 'copy'} />{' '}
        <span className="unseen" role="status">
          {copied && texts.app.copied}
        </span>
      </button>
    </div>
  );
}
