/**
 * A Debian beside this system, with the desktops, keyrings and clients that people have today: its programs run here, on a
 * bus and a screen that a test gives them, and see of this system nothing but /tmp, /proc and /dev.
 */
import { type ChildProcess, execFileSync, type SpawnOptions, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of that Debian's root, as DAYPASS_DESKTOPS names it or one above it. */
export function debianRoot(): string | null {
  const named = process.env.DAYPASS_DESKTOPS;
  if (!named) return null;
  return [named, join(named, 'sid')].find((folder) => existsSync(join(folder, 'usr/bin'))) ?? null;
}

/** Why this program of it cannot run here, or null. */
export function missingInDebian(program: string): string | null {
  const root = debianRoot();
  if (root === null) return 'skipped: DAYPASS_DESKTOPS names no Debian';
  if (process.getuid?.() !== 0) return 'skipped: only root can enter another Debian';
  return existsSync(join(root, 'usr/bin', program)) ? null : `skipped: no ${program} in ${root}`;
}

/** Mounts that are seen by this one program and go with it; its process is the one that was started. */
const ENTER = `mount --make-rprivate / && mount -t proc proc "$0/proc" && mount --rbind /dev "$0/dev" &&
  mount --bind /tmp "$0/tmp" && exec chroot "$0" "$@"`;

export const commandInDebian = (program: string, args: readonly string[]): [string, string[]] => [
  'unshare',
  ['--mount', 'sh', '-c', ENTER, debianRoot() ?? '/nowhere', program, ...args],
];

export function startInDebian(program: string, args: readonly string[], options: SpawnOptions): ChildProcess {
  return spawn(...commandInDebian(program, args), options);
}

/** Its output. Throws where it fails. */
export function runInDebian(program: string, args: readonly string[], env: NodeJS.ProcessEnv, input = ''): string {
  const ran = spawnSync(...commandInDebian(program, args), { env, input, encoding: 'utf8' });
  if (ran.status !== 0) throw new Error(`${program} ended with ${ran.status}: ${ran.stderr}`);
  return ran.stdout;
}

/** The version of a package of it. */
export const debianVersion = (name: string): string =>
  runInDebian('dpkg-query', ['--show', name], process.env).replace(/^.*\t(?:\d+:)?|[+-].*\s*$/g, '');

/** What the keyrings and the desktops need. */
export const DESKTOP_PACKAGES: readonly string[] = [
  'dbus gnome-keyring gcr keepassxc-full kwallet6',
  'xfce4-panel xfwm4 xfconf xfce4-notifyd lxqt-panel lxqt-notificationd openbox xterm',
  'sway waybar mako-notifier foot xwayland',
  'gnome-shell gnome-shell-extension-appindicator kwin-wayland plasma-desktop',
].flatMap((names) => names.split(' '));

/**
 * Makes that Debian where there is none, and puts into it what is not there: with the desktops 4 GB, in some minutes. Throws
 * where it cannot be had.
 */
export function makeDebian(root: string, packages: readonly string[]): void {
  if (debianRoot() === null) {
    // Without one debootstrap takes Debian's own.
    const mirror = process.env.DAYPASS_DEBIAN_MIRROR;
    mkdirSync(root, { recursive: true });
    execFileSync('debootstrap', ['--variant=minbase', 'sid', root, ...(mirror ? [mirror] : [])], { stdio: 'inherit' });
  }
  const missing = packages.filter((name) => !existsSync(join(debianRoot() ?? root, 'usr/share/doc', name)));
  if (missing.length === 0) return;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const words of [['update'], ['install', '--yes', '--no-install-recommends', ...missing]]) {
    // A mirror that stands still, as a snapshot does, is as good.
    const options = ['-o', 'Acquire::Check-Valid-Until=false'];
    execFileSync(...commandInDebian('apt-get', [...options, ...words]), { env, stdio: 'inherit' });
  }
}
