/** GNOME Shell without a screen, with the extension that shows icons. */
import { setTimeout as pause } from 'node:timers/promises';
import { until } from './daypass-life.ts';
import { commandInDebian, debianVersion } from './debian.ts';
import { DesktopPrograms } from './desktop-programs.ts';
import { GnomeHands } from './gnome-hands.ts';
import type { RealDesktop } from './real-desktop.ts';
import { HEIGHT, WIDTH } from './screen.ts';

const EXTENSION = 'ubuntu-appindicators@ubuntu.com';
const NOTIFICATIONS = 'org.gnome.Shell.Notifications';
const DISPLAY = 'wayland-gnome';

export const gnome: RealDesktop = {
  name: 'GNOME Shell',
  version: () => debianVersion('gnome-shell'),
  async start(bus) {
    const around = {
      WAYLAND_DISPLAY: DISPLAY,
      DBUS_SESSION_BUS_ADDRESS: bus.address,
      XDG_RUNTIME_DIR: bus.env.XDG_RUNTIME_DIR,
      XDG_SESSION_TYPE: 'wayland',
      XDG_CURRENT_DESKTOP: 'GNOME',
    };
    const { WAYLAND_DISPLAY: _, ...outside } = around;
    // The shell has the bus start what takes notifications for it.
    const [gjs, args] = commandInDebian('gjs', ['-m', `/usr/share/gnome-shell/${NOTIFICATIONS}`]);
    await bus.offer(NOTIFICATIONS, [gjs, ...args], {});
    const shell = new DesktopPrograms({
      ...bus.env,
      ...outside,
      GSETTINGS_BACKEND: 'memory',
      DBUS_SYSTEM_BUS_ADDRESS: bus.address,
    });
    const monitor = `--virtual-monitor=${WIDTH}x${HEIGHT}`;
    shell.start('gnome-shell', '--headless', monitor, `--wayland-display=${DISPLAY}`, '--unsafe-mode');
    const hands = new GnomeHands(bus);
    if (!(await until(() => hands.ready(), 60_000))) {
      hands.end();
      await shell.end();
      throw new Error('GNOME Shell does not start');
    }
    const programs = new DesktopPrograms({ ...bus.env, ...around });
    const value = async (name: string) => JSON.parse(await hands.evaluate(`imports.gi.GLib.getenv("${name}")`));
    return {
      around: { ...around, DISPLAY: await value('DISPLAY'), XAUTHORITY: await value('XAUTHORITY') },
      hands,
      // The first opens the menu.
      clicks: 2,
      icon: { x: WIDTH - 88, y: 16 },
      notification: null,
      startPanel: () => hands.extension('EnableExtension', EXTENSION),
      endPanel: () => hands.extension('DisableExtension', EXTENSION),
      async startTerminal(file) {
        programs.start('foot', 'sh', '-c', `cat >${file}`);
        await pause(3_000);
      },
      async end() {
        hands.end();
        await programs.end();
        await shell.end();
      },
    };
  },
};
