/** The bar at the foot: the session, the doctor, the settings. */
import { useDaypass } from './daypass-context.ts';
import { Icon, type IconName } from './Icon.tsx';

type Top = 'main' | 'doctor' | 'settings';
/** Where each screen belongs, so that the bar shows it. */
const PARENT = { main: 'main', stale: 'main', git: 'main', setup: 'settings', doctor: 'doctor', settings: 'settings' };

export function NavBar() {
  const { texts, view, place } = useDaypass();
  const open = PARENT[place.at];
  const trouble = view.git?.findings.length || view.notices.length;
  return (
    <nav className="nav" aria-label={texts.app.sections}>
      <NavLink to="main" icon="pass" text={texts.app.session} open={open} />
      <NavLink to="doctor" icon="doctor" text={texts.doctor.title} open={open} marked={Boolean(trouble)} />
      <NavLink to="settings" icon="settings" text={texts.settings.title} open={open} />
    </nav>
  );
}

interface LinkProps {
  readonly to: Top;
  readonly icon: IconName;
  readonly text: string;
  readonly open: string;
  readonly marked?: boolean;
}

function NavLink({ to, icon, text, open, marked = false }: LinkProps) {
  const { go } = useDaypass();
  return (
    <a
      href={`#${to}`}
      className="nav-link"
      aria-current={open === to ? 'page' : undefined}
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
