/**
 * Draws every scene in every theme and language into .cache/screenshots, with one page that shows them all; and those that
 * README and guide show, at twice the size, into assets/docs/screenshots. `npm run screenshots -- active expir` draws those
 * scenes anew whose names begin so, into the first alone.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from '../../build/build.ts';
import { buildPage } from './build-page.ts';
import { contactSheet, pictureOf } from './contact-sheet.ts';
import { Electron } from './electron.ts';
import { Gallery, LANGUAGES, THEMES } from './gallery.ts';
import type { Scene } from './scene.ts';
import { SCENES } from './scenes.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const ALL = join(ROOT, '.cache/screenshots');
const SHOWN = join(ROOT, 'assets/docs/screenshots');
/** No page is higher; a picture shows all that would be scrolled to. */
const HIGHEST = 4_000;

/** What went wrong is told, and the others are drawn nevertheless. */
async function draw(scenes: readonly Scene[], folder: string, scale: number): Promise<readonly string[]> {
  mkdirSync(folder, { recursive: true });
  const failed: string[] = [];
  const electron = await Electron.start(scale);
  const gallery = await Gallery.at(electron.endpoint);
  for (const scene of scenes) {
    for (const language of LANGUAGES) {
      try {
        await drawOne(gallery, scene, language, folder);
      } catch (thrown) {
        failed.push(`${scene.name} in ${language}: ${thrown instanceof Error ? thrown.message : thrown}`);
      }
    }
  }
  await gallery.leave();
  await electron.stop();
  return failed;
}

async function drawOne(gallery: Gallery, scene: Scene, language: (typeof LANGUAGES)[number], folder: string) {
  await gallery.show(scene, language);
  await gallery.fit(HIGHEST);
  for (const theme of THEMES) {
    await gallery.light(theme);
    const path = join(folder, pictureOf(scene, language, theme));
    await gallery.page.screenshot({ path, animations: 'disabled', scale: 'device' });
  }
}

const wanted = process.argv.slice(2);
const scenes = SCENES.filter(({ name }) => wanted.length === 0 || wanted.some((begin) => name.startsWith(begin)));
await build();
await buildPage();
if (wanted.length === 0) for (const folder of [ALL, SHOWN]) rmSync(folder, { recursive: true, force: true });
const failed = [...(await draw(scenes, ALL, 1))];
if (wanted.length === 0)
  failed.push(
    ...(await draw(
      SCENES.filter(({ shown }) => shown),
      SHOWN,
      2,
    )),
  );
writeFileSync(join(ALL, 'index.html'), contactSheet(SCENES));
for (const line of failed) console.error(`failed: ${line}`);
console.log(`${scenes.length} scenes: ${join(ALL, 'index.html')}`);
process.exitCode = failed.length > 0 ? 1 : 0;
