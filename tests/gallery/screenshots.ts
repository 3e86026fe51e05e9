/**
 * Draws every scene in every theme and language into .cache/screenshots, with one page that shows them all; and those that
 * a page about Daypass would show, at twice the size, into .cache/screenshots-shown. `npm run screenshots -- active expir` draws those
 * scenes anew whose names begin so, into the first alone.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from '../../build/build.ts';
import type { Language } from '../../electron/core/i18n/words.ts';
import { buildPage } from './build-page.ts';
import { contactSheet, pictureOf } from './contact-sheet.ts';
import { Electron } from './electron.ts';
import { Gallery, LANGUAGES, SIZE, THEMES } from './gallery.ts';
import type { Scene } from './scene.ts';
import { SCENES } from './scenes.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const ALL = join(ROOT, '.cache/screenshots');
const SHOWN = join(ROOT, '.cache/screenshots-shown');
interface Drawing {
  readonly folder: string;
  /** Pixels of a picture for one of the page. */
  readonly scale: number;
  /** Of the window. */
  readonly highest: number;
}

/** No page is as high: all that would be scrolled to is seen. */
const WHOLE: Drawing = { folder: ALL, scale: 1, highest: 4_000 };
/** As a person sees the window. */
const AS_SEEN: Drawing = { folder: SHOWN, scale: 2, highest: SIZE.height };

/** What went wrong is told, and the others are drawn nevertheless. */
async function draw(scenes: readonly Scene[], drawing: Drawing): Promise<readonly string[]> {
  if (scenes.length === 0) return [];
  mkdirSync(drawing.folder, { recursive: true });
  const failed: string[] = [];
  const electron = await Electron.start(drawing.scale);
  const gallery = await Gallery.at(electron.endpoint);
  for (const scene of scenes) {
    for (const language of LANGUAGES) {
      try {
        await drawOne(gallery, scene, language, drawing);
      } catch (thrown) {
        failed.push(`${scene.name} in ${language}: ${thrown instanceof Error ? thrown.message : thrown}`);
      }
    }
  }
  await gallery.leave();
  await electron.stop();
  return failed;
}

async function drawOne(gallery: Gallery, scene: Scene, language: Language, drawing: Drawing) {
  await gallery.show(scene, language);
  await gallery.fit(drawing.highest);
  for (const theme of THEMES) {
    await gallery.light(theme);
    const path = join(drawing.folder, pictureOf(scene, language, theme));
    await gallery.page.screenshot({ path, animations: 'disabled', scale: 'device' });
  }
}

const wanted = process.argv.slice(2);
const isAll = wanted.length === 0;
const scenes = SCENES.filter(({ name }) => isAll || wanted.some((begin) => name.startsWith(begin)));
const shown = isAll ? SCENES.filter((scene) => scene.shown) : [];
await build();
await buildPage();
if (isAll) for (const { folder } of [WHOLE, AS_SEEN]) rmSync(folder, { recursive: true, force: true });
const failed = [...(await draw(scenes, WHOLE)), ...(await draw(shown, AS_SEEN))];
writeFileSync(join(ALL, 'index.html'), contactSheet(SCENES));
for (const line of failed) console.error(`failed: ${line}`);
console.log(`${scenes.length} scenes: ${join(ALL, 'index.html')}`);
process.exitCode = failed.length > 0 ? 1 : 0;
