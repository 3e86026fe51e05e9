/** Whose session is shown; with several profiles, the way to another, with each one's state. */
import type { ProfileView } from '../../electron/core/app/view.ts';
import { useDaypass } from './daypass-context.ts';
import { Icon } from './Icon.tsx';
import { Menu } from './Menu.tsx';
import { ProfileState } from './ProfileState.tsx';

export function ProfileMenu({ shown }: { shown: ProfileView }) {
  const { api, texts, view } = useDaypass();
  if (view.profiles.length < 2) {
    return (
      <div className="profile-name-alone">
        <ProfileTitle profile={shown} />
      </div>
    );
  }
  return (
    <Menu
      className="profiles"
      listName={texts.settings.profiles}
      side="start"
      items={view.profiles.map((profile) => ({
        key: profile.id,
        checked: profile.id === shown.id,
        label: <ProfileLine profile={profile} />,
        run: () => void api.showProfile({ profile: profile.id }),
      }))}
    >
      <ProfileTitle profile={shown} />
      <Icon name="down" />
    </Menu>
  );
}

function ProfileTitle({ profile: { name, identity } }: { profile: ProfileView }) {
  return (
    <span className="profile-title">
      <h1 title={name}>{name}</h1>
      {identity && <span className="profile-account">{identity.account}</span>}
    </span>
  );
}

/** A profile to be chosen: by its whole name, with what tells it from one that is called alike. */
export function ProfileLine({ profile }: { profile: ProfileView }) {
  const { identity, phase, name } = profile;
  return (
    <>
      <span className="dot" data-phase={phase} />
      <span className="profile-text">
        <span className="profile-name">{name}</span>
        <span className="profile-account">{identity?.account ?? profile.region}</span>
      </span>
      <ProfileState profile={profile} />
    </>
  );
}
