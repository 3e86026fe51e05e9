/** Openbox and lxqt-panel, with the panel at the bottom as it comes. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { debianVersion } from './debian.ts';
import { xSession } from './panel-session.ts';
import type { RealDesktop } from './real-desktop.ts';
import { HEIGHT, WIDTH } from './screen.ts';

const PANEL = `[General]
__userfile__=true
panels=panel1

[panel1]
alignment=-1
desktop=0
hidable=false
iconSize=22
lineCount=1
panelSize=32
plugins=taskbar,spacer,statusnotifier
position=Bottom
width=100
width-percent=true

[taskbar]
type=taskbar

[spacer]
type=spacer
expandable=true

[statusnotifier]
type=statusnotifier
`;

export const lxqt: RealDesktop = {
  name: 'lxqt-panel',
  version: () => debianVersion('lxqt-panel'),
  async start(bus) {
    const folder = join(bus.folder, 'config/lxqt');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'panel.conf'), PANEL);
    return xSession(bus, {
      desktop: 'LXQt',
      beside: [['openbox'], ['lxqt-notificationd']],
      panel: ['lxqt-panel'],
      icon: { x: WIDTH - 18, y: HEIGHT - 16 },
      notification: { x: WIDTH - 150, y: HEIGHT - 100 },
    });
  },
};
