// The floor: an Electron app with a tray and nothing else.
import { join } from 'node:path';
import { app, Menu, Tray } from 'electron';

// As Daypass does: Chromium has no sandbox for root.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
app.on('window-all-closed', () => {});
app.whenReady().then(() => {
  const tray = new Tray(join(import.meta.dirname, '../../../assets/tray/colour/signed-out-44.png'));
  tray.setContextMenu(Menu.buildFromTemplate([{ label: 'Quit', role: 'quit' }]));
  globalThis.tray = tray;
});
