/** The tray's menu, made from the view. */
import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { AppView } from '../core/app/view.ts';
import { messagesIn } from '../core/i18n/messages.ts';

export interface MenuActions {
  toggle(): void;
  open(profile: string | null, screen?: 'stale'): void;
  signOut(profile: string): void;
  quit(): void;
}

export function trayMenu(view: AppView, lines: readonly string[], actions: MenuActions): Menu {
  const { menu } = messagesIn(view.language);
  const states: MenuItemConstructorOptions[] = lines.map((label) => ({ label, enabled: false }));
  const signedIn = view.profiles.filter((profile) => profile.expiresAt !== null);
  const signOuts: MenuItemConstructorOptions[] = signedIn.map((profile) => ({
    label: signedIn.length === 1 ? menu.signOut : `${menu.signOut}: ${profile.name}`,
    click: () => actions.signOut(profile.id),
  }));
  return Menu.buildFromTemplate([
    ...states,
    ...(states.length ? [{ type: 'separator' } as const] : []),
    { label: menu.open, click: () => actions.open(null) },
    ...signOuts,
    { label: menu.clear, click: () => actions.open(null, 'stale') },
    { type: 'separator' },
    { label: menu.quit, click: () => actions.quit() },
  ]);
}
