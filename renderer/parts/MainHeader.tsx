/** Whose session is shown, the doctor, and all that is wanted now and then. */
import type { ProfileView } from '../../electron/core/app/view.ts';
import { FAILURES } from '../../electron/core/base/catalogue.ts';
import { useAtOnce } from './daypass-context.ts';
import { Icon } from './Icon.tsx';
import { Menu, type MenuItem } from './Menu.tsx';
import { ProfileMenu } from './ProfileMenu.tsx';

interface Props {
  /** Null while there is none. */
  readonly profile: ProfileView | null;
  /** What can be done with its session, before all else. */
  readonly items?: readonly MenuItem[];
}

export function MainHeader({ profile, items = [] }: Props) {
  const { api, texts, go } = useAtOnce();
  return (
    <header className="header main-header">
      {profile ? <ProfileMenu shown={profile} /> : <h1>{texts.app.name}</h1>}
      <DoctorButton />
      <Menu
        name={texts.menu.more}
        className="icon-button"
        side="end"
        items={[
          ...items,
          { key: 'stale', icon: 'broom', label: texts.stale.clear, run: () => go({ at: 'stale' }) },
          { key: 'settings', icon: 'settings', label: texts.settings.title, run: () => go({ at: 'settings' }) },
          { key: 'about', icon: 'info', label: texts.menu.about, run: () => go({ at: 'about' }) },
          { key: 'quit', icon: 'leave', label: texts.menu.quit, run: () => void api.quit() },
        ]}
      >
        <Icon name="more" />
      </Menu>
    </header>
  );
}

function DoctorButton() {
  const { texts, view, go } = useAtOnce();
  // What is only told is no trouble.
  const lines = view.git?.findings.filter(({ code }) => FAILURES[`git-config.${code}`].severity !== 'info') ?? [];
  const isIll = lines.length + view.notices.length + view.stale > 0;
  const name = isIll ? texts.doctor.titleIll : texts.doctor.title;
  return (
    <button
      type="button"
      className="icon-button"
      data-ill={isIll || undefined}
      aria-label={name}
      title={name}
      onClick={() => go({ at: 'doctor' })}
    >
      <Icon name="doctor" />
    </button>
  );
}
