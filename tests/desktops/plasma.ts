/** KWin and plasmashell, with the panel at the bottom as it comes. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { debianVersion } from './debian.ts';
import { waylandSession } from './panel-session.ts';
import type { RealDesktop } from './real-desktop.ts';
import { HEIGHT, WIDTH } from './screen.ts';

const ACTIVITIES = '/usr/lib/x86_64-linux-gnu/libexec/kactivitymanagerd';

export const plasma: RealDesktop = {
  name: 'Plasma',
  version: () => debianVersion('plasma-workspace'),
  start(bus) {
    mkdirSync(join(bus.folder, 'config'), { recursive: true });
    writeFileSync(join(bus.folder, 'config/plasmanotifyrc'), '[Notifications]\nPopupTimeout=60000\n');
    const size = ['--width', `${WIDTH}`, '--height', `${HEIGHT}`];
    const compositor = {
      command: (display: string, script: string): [string, ...string[]] => [
        'kwin_wayland',
        '--x11-display',
        display,
        ...size,
        '--xwayland',
        '--no-lockscreen',
        script,
      ],
      // It looks up who may ask for the list of windows, and finds nobody here.
      env: { XDG_CURRENT_DESKTOP: 'KDE', DBUS_SYSTEM_BUS_ADDRESS: bus.address, KWIN_WAYLAND_NO_PERMISSION_CHECKS: '1' },
    };
    return waylandSession(bus, compositor, {
      desktop: 'KDE',
      beside: [[ACTIVITIES], ['kded6']],
      panel: ['plasmashell', '--no-respawn'],
      icon: { x: WIDTH - 168, y: HEIGHT - 30 },
      drawnMs: 10_000,
      notification: { x: WIDTH - 200, y: HEIGHT - 110 },
    });
  },
};
