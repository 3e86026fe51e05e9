/** How Daypass looks: in the tray, and how large. */
export const appearance = {
  trayIcon: 'Tray icon',
  inks: {
    colour: 'Color',
    light: 'White, for a dark panel',
    dark: 'Black, for a light panel',
  },
  menuBarTime: 'Show time left in the menu bar',
  zoom: 'Size',
};
