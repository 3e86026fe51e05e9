/**
 * The main scenes look as they did when they were pinned: on the Chromium that they were pinned with to the pixel, on
 * another one by their layout. `npm run pins` pins them anew.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { TestInfo } from '@playwright/test';
import { boxes, moved } from './boxes.ts';
import { expect, test } from './fixture.ts';
import { type Gallery, LANGUAGES, THEMES } from './gallery.ts';
import { SCENES } from './scenes.ts';

const PINS = resolve(import.meta.dirname, 'pins');
const LAYOUTS = join(PINS, 'layouts');
/** A few pixels of an edge may differ; a colour or a line may not. */
const LIKENESS = { threshold: 0.1, maxDiffPixels: 16 };
const pinned = SCENES.filter((scene) => scene.pinned);

/** Where the pictures of this Chromium are; null where only others have made any. */
function picturesOf(gallery: Gallery, { config }: TestInfo): string | null {
  const folder = `${process.platform}-chromium-${gallery.chromium}`;
  return config.updateSnapshots !== 'none' || existsSync(join(PINS, folder)) ? folder : null;
}

for (const scene of pinned) {
  for (const language of LANGUAGES) {
    test(`${scene.name} in ${language} looks as it is pinned`, async ({ gallery }, testInfo) => {
      await gallery.show(scene, language);
      await gallery.fit();
      const layout = join(LAYOUTS, `${scene.name}-${language}.txt`);
      const now = await boxes(gallery.page);
      if (testInfo.config.updateSnapshots !== 'none') {
        mkdirSync(LAYOUTS, { recursive: true });
        writeFileSync(layout, now);
      }
      expect.soft(moved(readFileSync(layout, 'utf8'), now)).toBe('');
      const folder = picturesOf(gallery, testInfo);
      if (folder === null) {
        console.log(
          `Chromium ${gallery.chromium} has no pictures of its own: of ${scene.name} only the layout was compared.`,
        );
        return;
      }
      for (const theme of THEMES) {
        await gallery.light(theme);
        await expect.soft(gallery.page).toHaveScreenshot([folder, `${scene.name}-${language}-${theme}.png`], LIKENESS);
      }
    });
  }
}

test.describe('what is pinned is seen to have changed', () => {
  const [scene] = pinned;
  if (!scene) throw new Error('no scene is pinned');
  test.beforeEach(({ gallery }) => gallery.show(scene, 'en'));

  test('by four pixels', async ({ gallery }, testInfo) => {
    await gallery.fit();
    const layout = readFileSync(join(LAYOUTS, `${scene.name}-en.txt`), 'utf8');
    await gallery.restyle('main { transform: translateY(4px) }');
    expect(moved(layout, await boxes(gallery.page))).not.toBe('');
    const folder = picturesOf(gallery, testInfo);
    if (folder !== null) {
      await expect(gallery.page).not.toHaveScreenshot([folder, `${scene.name}-en-light.png`], LIKENESS);
    }
  });

  test('in a colour', async ({ gallery }, testInfo) => {
    await gallery.fit();
    const folder = picturesOf(gallery, testInfo);
    test.skip(folder === null, `Chromium ${gallery.chromium} has no pictures of its own`);
    await gallery.restyle('main * { color: #26527d !important }');
    await expect(gallery.page).not.toHaveScreenshot([folder ?? '', `${scene.name}-en-light.png`], LIKENESS);
  });
});
