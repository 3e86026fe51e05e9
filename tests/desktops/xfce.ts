/** xfwm4 and xfce4-panel, with the panel at the top as it comes. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PrivateBus } from '../desktop/private-bus.ts';
import { commandInDebian, debianVersion } from './debian.ts';
import { xSession } from './panel-session.ts';
import type { RealDesktop } from './real-desktop.ts';
import { WIDTH } from './screen.ts';

const LIB = '/usr/lib/x86_64-linux-gnu/xfce4';

const PANEL = `<?xml version="1.0" encoding="UTF-8"?>
<channel name="xfce4-panel" version="1.0">
 <property name="configver" type="int" value="2"/>
 <property name="panels" type="array">
  <value type="int" value="1"/>
  <property name="panel-1" type="empty">
   <property name="position" type="string" value="p=6;x=0;y=0"/>
   <property name="length" type="uint" value="100"/>
   <property name="position-locked" type="bool" value="true"/>
   <property name="size" type="uint" value="30"/>
   <property name="plugin-ids" type="array"><value type="int" value="1"/><value type="int" value="2"/><value type="int" value="3"/></property>
  </property>
 </property>
 <property name="plugins" type="empty">
  <property name="plugin-1" type="string" value="tasklist"/>
  <property name="plugin-2" type="string" value="separator"><property name="expand" type="bool" value="true"/></property>
  <property name="plugin-3" type="string" value="systray"><property name="square-icons" type="bool" value="true"/></property>
 </property>
</channel>
`;

function configure(bus: PrivateBus): void {
  const folder = join(bus.folder, 'config/xfce4/xfconf/xfce-perchannel-xml');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'xfce4-panel.xml'), PANEL);
}

export const xfce: RealDesktop = {
  name: 'xfce4-panel',
  version: () => debianVersion('xfce4-panel'),
  async start(bus) {
    configure(bus);
    const [program, args] = commandInDebian(`${LIB}/xfconf/xfconfd`, []);
    await bus.offer('org.xfce.Xfconf', [program, ...args], {});
    return xSession(bus, {
      desktop: 'XFCE',
      beside: [['xfwm4', '--compositor=off'], [`${LIB}/notifyd/xfce4-notifyd`]],
      panel: ['xfce4-panel', '--disable-wm-check'],
      icon: { x: WIDTH - 17, y: 15 },
      notification: { x: WIDTH - 150, y: 80 },
    });
  },
};
