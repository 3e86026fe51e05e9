/**
 * `npm run verify:desktops [NAME …]`: Daypass with the keyrings and on the desktops that people have, in the versions of
 * today, outside CI. Each runs on a bus and a screen of its own, out of a Debian that is made once or that
 * DAYPASS_DESKTOPS names; what was lived through is printed, and written as tables, and every step is pictured.
 */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildIfNeeded } from '../../build/build.ts';
import { describeRuntime, resolveRuntime } from '../../build/electron-runtime.ts';
import { DESKTOP_PACKAGES, makeDebian } from './debian.ts';
import { DESKTOP_KEYRINGS, type DesktopKeyring } from './desktop-keyrings.ts';
import { DesktopLife } from './desktop-life.ts';
import { DESKTOP_SCENES } from './desktop-scenes.ts';
import { firstKeyring } from './first-keyring-scene.ts';
import { KeyringLife } from './keyring-life.ts';
import { KEYRING_SCENES } from './keyring-scenes.ts';
import type { RealDesktop } from './real-desktop.ts';
import { REAL_DESKTOPS } from './real-desktops.ts';
import type { Scene } from './scene.ts';
import { Screen } from './screen.ts';
import { Seen } from './seen.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const PICTURES = join(ROOT, '.cache/desktops/pictures');
const PAGE = join(ROOT, 'assets/docs/desktops.md');

process.env.DAYPASS_DESKTOPS ??= join(ROOT, '.cache/desktops/sid');
makeDebian(process.env.DAYPASS_DESKTOPS, DESKTOP_PACKAGES);
mkdirSync(PICTURES, { recursive: true });
const runtime = await resolveRuntime();
process.env.DAYPASS_ELECTRON = runtime.program;
console.log(describeRuntime(runtime));
await buildIfNeeded();

const seen = new Seen(PICTURES);
for (const keyring of chosen(DESKTOP_KEYRINGS)) {
  const screen = await Screen.start();
  screen.manage();
  await withKeyring(keyring, screen, KEYRING_SCENES);
  await withKeyring(keyring, screen, [firstKeyring]);
  await screen.stop();
}
for (const desktop of chosen(REAL_DESKTOPS)) await onDesktop(desktop);
seen.write(PAGE, 'keyrings', DESKTOP_KEYRINGS);
seen.write(PAGE, 'desktops', REAL_DESKTOPS);
console.log(`\n${seen.rows.join('\n')}\n`);
console.log(`${seen.rows.length - seen.failed} of ${seen.rows.length} as it should be; pictures in ${PICTURES}`);
process.exit(seen.failed === 0 ? 0 : 1);

function chosen<T extends { readonly name: string }>(all: readonly T[]): readonly T[] {
  const wanted = process.argv.slice(2).map((name) => name.toLowerCase());
  return all.filter(({ name }) => wanted.length === 0 || wanted.some((part) => name.toLowerCase().includes(part)));
}

async function withKeyring(keyring: DesktopKeyring, screen: Screen, scenes: readonly Scene<KeyringLife>[]) {
  const life = await KeyringLife.begin(keyring, screen);
  try {
    for (const scene of scenes) await seen.play(keyring, scene, life, screen);
  } finally {
    await life.end();
  }
}

async function onDesktop(desktop: RealDesktop) {
  const life = await DesktopLife.begin(desktop);
  try {
    for (const scene of DESKTOP_SCENES) await seen.play(desktop, scene, life, life.desktop.hands);
  } finally {
    await life.end();
  }
}
