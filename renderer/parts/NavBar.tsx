/** The bar at the foot: the session, the doctor, the settings. */
import { FAILURES } from '../../electron/core/base/catalogue.ts';
import { useDaypass } from './daypass-context.ts';
import { Icon, type IconName } from './Icon.tsx';

type Top = 'main' | 'doctor' | 'settings';

export function NavBar() {
  const { texts, view, top } = useDaypass();
  // What is only told is no trouble.
  const lines = view.git?.findings.filter(({ code }) => FAILURES[`git-config.${code}`].severity !== 'info') ?? [];
  const trouble = lines.length + view.notices.length > 0;
  return (
    <nav className="nav" aria-label={texts.app.sections}>
      <NavLink to="main" icon="pass" text={texts.app.session} open={top === 'main'} />
      <NavLink to="doctor" icon="doctor" text={texts.doctor.title} open={top === 'doctor'} marked={trouble} />
      <NavLink to="settings" icon="settings" text={texts.settings.title} open={top === 'settings'} />
    </nav>
  );
}

interface LinkProps {
  readonly to: Top;
  readonly icon: IconName;
  readonly text: string;
  readonly open: boolean;
  readonly marked?: boolean;
}

function NavLink({ to, icon, text, open, marked = false }: LinkProps) {
  const { go } = useDaypass();
  return (
    <a
      href={`#${to}`}
      className="nav-link"
      aria-current={open ? 'page' : undefined}
      data-marked={marked || undefined}
      onClick={(event) => {
        event.preventDefault();
        go({ at: to });
      }}
    >
      <Icon name={icon} />
      {text}
    </a>
  );
}
