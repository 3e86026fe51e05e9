/** The tray's menu as the system draws it. */
import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { MenuDeed, MenuEntry } from './menu-entries.ts';

export function trayMenu(entries: readonly MenuEntry[], perform: (deed: MenuDeed) => void): Menu {
  const item = (entry: MenuEntry): MenuItemConstructorOptions => {
    if (entry === 'line') return { type: 'separator' };
    const { label, does } = entry;
    return does ? { label, click: () => perform(does) } : { label, enabled: false };
  };
  return Menu.buildFromTemplate(entries.map(item));
}
