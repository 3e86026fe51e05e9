/** The day pass: whose it is and where it is good, the time that it has left, and how a program is told to use it. */
import type { ReactNode } from 'react';
import type { ProfileView } from '../../electron/core/app/view.ts';
import { fill } from '../../electron/core/i18n/say.ts';
import { CopyChip } from './CopyChip.tsx';
import { useDaypass } from './daypass-context.ts';
import { TimeLeft } from './TimeLeft.tsx';

export function Pass({ profile, children }: { profile: ProfileView; children?: ReactNode }) {
  const { texts } = useDaypass();
  const { name, phase, expiresAt, identity, region } = profile;
  return (
    <section className="pass" aria-label={name} data-phase={phase}>
      <p className="pass-gate">
        <span>{identity ? identity.arn.slice(identity.arn.lastIndexOf('/') + 1) : texts.app[phase]}</span>
        <span title={region}>{(texts.regions as Record<string, string>)[region] ?? region}</span>
      </p>
      {expiresAt !== null && <TimeLeft profile={profile} />}
      {children && <div className="pass-body">{children}</div>}
      {expiresAt !== null && (
        <div className="pass-stub">
          <CopyChip text={`--profile ${name}`} label={fill(texts.signIn.copyProfile, { name })} />
        </div>
      )}
    </section>
  );
}
