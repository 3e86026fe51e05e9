/** Each check of the gallery sees what it is for: a page that is spoilt in that way alone. */
import type { Page } from '@playwright/test';
import { axeFindings } from './checks/axe-findings.ts';
import { cutOff } from './checks/cut-off.ts';
import { outOfReach } from './checks/out-of-reach.ts';
import { scrolled } from './checks/scrolled.ts';
import { wordsAmiss } from './checks/words-amiss.ts';
import { expect, test } from './fixture.ts';
import type { Scene } from './scene.ts';

/** It has controls of every kind. */
const SETTINGS: Scene = { name: 'settings', at: '#settings' };

type Check = (page: Page) => Promise<readonly string[]>;

const spoilt: readonly (readonly [string, Check, RegExp, string])[] = [
  [
    'a focus that is not drawn',
    outOfReach,
    /no focus is seen on/,
    '* { outline: none !important; box-shadow: none !important }',
  ],
  ['a text that is cut off', cutOff, /“/, 'main { width: 90px !important; overflow: hidden; white-space: nowrap }'],
  [
    'a page that is too high',
    scrolled,
    /scrolls by/,
    'main { overflow-y: auto } main > * { min-height: 900px !important }',
  ],
  ['a faint text', axeFindings, /color-contrast/, 'main * { color: #999 !important }'],
];

for (const [what, check, told, rules] of spoilt) {
  test(`${what} is found`, async ({ gallery }) => {
    await gallery.show(SETTINGS, 'en');
    await gallery.restyle(rules);
    expect((await check(gallery.page)).join('\n')).toMatch(told);
  });
}

for (const text of ['{name} is signed in', 'until undefined', 'NaN minutes', '11:59']) {
  test(`“${text}” is found`, async ({ gallery }) => {
    await gallery.show(SETTINGS, 'en');
    await gallery.page.evaluate((words) => {
      const section = document.createElement('section');
      section.append(Object.assign(document.createElement('p'), { textContent: words }));
      document.body.append(section);
    }, text);
    expect((await wordsAmiss(gallery.page)).join('\n')).toContain(text);
  });
}

test('a control that Tab does not get to is found', async ({ gallery }) => {
  await gallery.show(SETTINGS, 'en');
  await gallery.page.evaluate(() => {
    const trap = document.createElement('button');
    trap.addEventListener('focus', () => trap.previousElementSibling?.querySelector('button')?.focus());
    document.body.append(trap);
  });
  expect((await outOfReach(gallery.page)).join('\n')).toMatch(/not reached/);
});
