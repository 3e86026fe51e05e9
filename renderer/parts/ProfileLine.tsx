/** A profile to be chosen: by its whole name, with what tells it from one that is called alike. */
import type { ProfileView } from '../../electron/core/app/view.ts';
import { useAtOnce } from './daypass-context.ts';
import { ProfileState } from './ProfileState.tsx';

export function ProfileLine({ profile }: { profile: ProfileView }) {
  const { texts } = useAtOnce();
  const { name, phase, identity, region, role, serial } = profile;
  const arn = role ?? serial;
  const account = identity?.account ?? arn?.split(':')[4];
  return (
    <>
      <span className="dot" data-phase={phase} />
      <span className="profile-text">
        <span className="profile-name">{name}</span>{' '}
        <span className="profile-account">
          {[
            account ?? (texts.regions as Record<string, string>)[region] ?? region,
            role?.slice(role.lastIndexOf('/') + 1),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>{' '}
      <ProfileState profile={profile} />
    </>
  );
}
