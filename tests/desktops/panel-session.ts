/** A session whose panel is a program of its own: on an X server, or in a compositor whose window is as large as a screen. */
import type { ChildProcess } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { end, type PrivateBus } from '../desktop/private-bus.ts';
import { type Around, until } from './daypass-life.ts';
import { type Command, DesktopPrograms } from './desktop-programs.ts';
import type { DesktopSession, Places } from './real-desktop.ts';
import { Screen } from './screen.ts';

interface Panel extends Places {
  /** As in XDG_CURRENT_DESKTOP. */
  readonly desktop: string;
  /** What runs there before it. */
  readonly beside: readonly Command[];
  readonly panel: Command;
}

export async function xSession(bus: PrivateBus, panel: Panel): Promise<DesktopSession> {
  const screen = await Screen.start();
  const around = { DISPLAY: screen.display, XDG_SESSION_TYPE: 'x11' };
  return session({ bus, screen, around, panel, terminal: ['xterm', '-e'], programs: [] });
}

interface Compositor {
  /** Its command; it is to run the script in its session. */
  command(display: string, script: string): Command;
  readonly env: NodeJS.ProcessEnv;
}

export async function waylandSession(
  bus: PrivateBus,
  { command, env }: Compositor,
  panel: Panel,
): Promise<DesktopSession> {
  const screen = await Screen.start();
  const said = join(bus.folder, 'said');
  const script = join(bus.folder, 'say');
  writeFileSync(script, `#!/bin/sh\nenv >${said}.new && mv ${said}.new ${said}\n`, { mode: 0o755 });
  const outside = new DesktopPrograms({ ...bus.env, ...env, DISPLAY: screen.display });
  outside.start(...command(screen.display, script));
  if (!(await until(async () => existsSync(said), 30_000))) {
    await outside.end();
    await screen.stop();
    throw new Error(`${panel.desktop} does not start`);
  }
  const value = (name: string) => new RegExp(`^${name}=(.*)$`, 'm').exec(readFileSync(said, 'utf8'))?.[1];
  const around = {
    DISPLAY: value('DISPLAY'),
    XAUTHORITY: value('XAUTHORITY'),
    WAYLAND_DISPLAY: value('WAYLAND_DISPLAY'),
    XDG_SESSION_TYPE: 'wayland',
  };
  return session({ bus, screen, around, panel, terminal: ['foot'], programs: [outside] });
}

interface Parts {
  readonly bus: PrivateBus;
  readonly screen: Screen;
  readonly around: Around;
  readonly panel: Panel;
  /** What starts a program in a terminal. */
  readonly terminal: Command;
  /** They end after what runs in the session. */
  readonly programs: readonly DesktopPrograms[];
}

function session(parts: Parts): DesktopSession {
  const { desktop, beside, panel: command, ...places } = parts.panel;
  const around = {
    ...parts.around,
    DBUS_SESSION_BUS_ADDRESS: parts.bus.address,
    XDG_RUNTIME_DIR: parts.bus.env.XDG_RUNTIME_DIR,
    XDG_CURRENT_DESKTOP: desktop,
  };
  const inside = new DesktopPrograms({ ...parts.bus.env, ...around });
  for (const one of beside) inside.start(...one);
  let panel: ChildProcess | null = null;
  return {
    ...places,
    around,
    hands: parts.screen,
    async startPanel() {
      panel = inside.start(...command);
    },
    endPanel: () => end(panel),
    async startTerminal(file) {
      inside.start(...parts.terminal, 'sh', '-c', `cat >${file}`);
      await pause(2_000);
    },
    async end() {
      for (const programs of [inside, ...parts.programs]) await programs.end();
      await parts.screen.stop();
    },
  };
}
