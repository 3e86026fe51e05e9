/** Whose session is shown, and the way to another one's, with what each is doing. */
import type { ProfileView } from '../../electron/core/app/view.ts';
import { useAtOnce } from './daypass-context.ts';
import { Icon } from './Icon.tsx';
import { Menu } from './Menu.tsx';
import { ProfileLine } from './ProfileLine.tsx';

export function ProfileMenu({ shown }: { shown: ProfileView }) {
  const { api, texts, view, go } = useAtOnce();
  const { name, identity } = shown;
  return (
    <Menu
      className="profile-button"
      listName={texts.settings.profiles}
      side="start"
      items={[
        ...view.profiles.map((profile) => ({
          key: profile.id,
          checked: profile.id === shown.id,
          label: <ProfileLine profile={profile} />,
          run: () => void api.showProfile({ profile: profile.id }),
        })),
        {
          key: 'add',
          icon: 'plus' as const,
          label: texts.setup.add,
          run: () => go({ at: 'setup', profile: null }),
        },
      ]}
    >
      <span className="profile-title">
        <h1 title={name}>{name}</h1>
        {identity && <span className="profile-account">{identity.account}</span>}
      </span>
      <Icon name="down" />
    </Menu>
  );
}
