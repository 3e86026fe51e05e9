/** Every scene in every language: usable by everybody, in light, in dark and in forced colours, at 100 % and at 200 %. */
import { axeFindings } from './checks/axe-findings.ts';
import { cutOff } from './checks/cut-off.ts';
import { outOfReach } from './checks/out-of-reach.ts';
import { scrolled } from './checks/scrolled.ts';
import { wordsAmiss } from './checks/words-amiss.ts';
import { expect, test } from './fixture.ts';
import { LANGUAGES, SIZE, THEMES } from './gallery.ts';
import { SCENES } from './scenes.ts';

/** As many of the page's own pixels are left where everything is twice as large. */
const TWICE = { width: SIZE.width / 2, height: SIZE.height / 2 };

for (const scene of SCENES) {
  for (const language of LANGUAGES) {
    test(`${scene.name} in ${language} can be read and used by everybody`, async ({ gallery }) => {
      const { page } = gallery;
      const found = async (check: string, what: Promise<readonly string[]>) =>
        expect.soft((await what).join('\n'), check).toBe('');

      await gallery.show(scene, language);
      // It is taken back as soon as the page knows the place.
      expect.soft(new URL(page.url()).hash, 'the place of the scene is opened').toBe('');
      await found('words', wordsAmiss(page));
      for (const theme of THEMES) {
        await gallery.light(theme);
        await found(`axe, ${theme}`, axeFindings(page));
      }
      await gallery.light('light', 'active');
      await found('axe, forced colours', axeFindings(page));
      await gallery.light('light');
      if (scene.fits) await found('nothing scrolls', scrolled(page));
      await found('nothing is cut off', cutOff(page));
      await found('keyboard', outOfReach(page));
      await page.setViewportSize(TWICE);
      await found('nothing is cut off at 200 %', cutOff(page));
    });
  }
}
