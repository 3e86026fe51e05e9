/** sway, with waybar at the top. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { debianVersion } from './debian.ts';
import { waylandSession } from './panel-session.ts';
import type { RealDesktop } from './real-desktop.ts';
import { HEIGHT, WIDTH } from './screen.ts';

const BAR = { position: 'top', height: 30, 'modules-left': ['wlr/taskbar'], 'modules-right': ['tray'] };

export const sway: RealDesktop = {
  name: 'waybar',
  version: () => `${debianVersion('waybar')} (sway ${debianVersion('sway')})`,
  start(bus) {
    mkdirSync(join(bus.folder, 'config/waybar'), { recursive: true });
    writeFileSync(join(bus.folder, 'config/waybar/config'), JSON.stringify(BAR));
    const compositor = {
      command(_: string, script: string): [string, ...string[]] {
        const config = join(bus.folder, 'sway');
        writeFileSync(config, `output * mode ${WIDTH}x${HEIGHT}\nexec ${script}\n`);
        return ['sway', '--config', config];
      },
      env: { WLR_BACKENDS: 'x11', WLR_RENDERER: 'pixman' },
    };
    return waylandSession(bus, compositor, {
      desktop: 'sway',
      beside: [['mako']],
      panel: ['waybar'],
      icon: { x: WIDTH - 17, y: 15 },
      notification: { x: WIDTH - 150, y: 85 },
    });
  },
};
