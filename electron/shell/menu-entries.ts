/** What the tray's menu offers, as plain data made from the view. */
import { type AppView, byUrgency, type ProfileView } from '../core/app/view.ts';
import { messagesIn } from '../core/i18n/messages.ts';
import { fill } from '../core/i18n/say.ts';

/** Screens of the page that open from outside. */
export type OpenedScreen = 'main' | 'stale' | 'doctor' | 'settings' | 'about';

export type MenuDeed =
  | { readonly is: 'open'; readonly profile: string | null; readonly screen?: OpenedScreen }
  | { readonly is: 'sign-out'; readonly profile: string }
  | { readonly is: 'quit' };

/** What does nothing is only told. */
export type MenuEntry = 'line' | { readonly label: string; readonly does: MenuDeed | null };

export function menuEntries(view: AppView, lines: readonly string[]): readonly MenuEntry[] {
  const { menu } = messagesIn(view.language);
  const opens = (label: string, screen?: OpenedScreen): MenuEntry => ({
    label,
    does: { is: 'open', profile: null, ...(screen && { screen }) },
  });
  return [
    ...lines.map((label): MenuEntry => ({ label, does: null })),
    ...(lines.length ? (['line'] as const) : []),
    opens(menu.open),
    ...signIns(view),
    ...signOuts(view),
    'line',
    opens(menu.clear, 'stale'),
    opens(menu.doctor, 'doctor'),
    opens(menu.settings, 'settings'),
    opens(menu.about, 'about'),
    'line',
    { label: menu.quit, does: { is: 'quit' } },
  ];
}

/** Of the one profile that needs it most: for which a git waits, or the most urgent; none while all have time left. */
function signIns(view: AppView): readonly MenuEntry[] {
  const { menu } = messagesIn(view.language);
  const awaited = view.waiting.flatMap(({ profile }) => view.profiles.filter(({ id }) => id === profile));
  const neediest = [...awaited, ...byUrgency(view)].find(({ phase }) => phase !== 'active');
  if (!neediest) return [];
  const [only, several] = neediest.expiresAt === null ? [menu.signIn, menu.signInAs] : [menu.renew, menu.renewAs];
  return [{ label: named(neediest, view, only, several), does: { is: 'open', profile: neediest.id, screen: 'main' } }];
}

function signOuts(view: AppView): readonly MenuEntry[] {
  const { menu } = messagesIn(view.language);
  const signedIn = view.profiles.filter(({ expiresAt }) => expiresAt !== null);
  return signedIn.map((profile) => ({
    label: named(profile, view, menu.signOut, menu.signOutOf),
    does: { is: 'sign-out', profile: profile.id },
  }));
}

/** Where there is but one profile, nobody needs its name. */
const named = ({ name }: ProfileView, { profiles }: AppView, only: string, several: string): string =>
  profiles.length === 1 ? only : fill(several, { profile: name });
