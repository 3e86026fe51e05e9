/** Stale passwords in a locked keyring, cleared by a person who first says no. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { chooseMore, goTo } from '../world/go-to.ts';
import { until } from './daypass-life.ts';
import { PASSWORD } from './desktop-keyrings.ts';
import type { KeyringLife } from './keyring-life.ts';
import { type Scene, told } from './scene.ts';

const HOST = 'git-codecommit.eu-west-1.amazonaws.com';
const STALE = ['ASIAIOSFODNN7EXAMPLE', 'ASIAIOSFODNN7EXAMPLF'];
const STATIC = 'ada-at-123456789012';

/** Presses what the screen of the stale entries offers now. */
async function press(page: Page): Promise<void> {
  const offered = page.getByRole('button', { name: /^(Try again|Delete \d+)$/ });
  await offered.first().waitFor();
  await offered.first().click();
}

export const clearing: Scene<KeyringLife> = {
  name: 'stale passwords are cleared out of the locked keyring',
  async play(life, picture) {
    await life.restartKeyring(PASSWORD);
    for (const user of STALE) await life.store.plantLibsecret({ host: HOST, user: `${user}%token` });
    await life.store.plantLibsecret({ host: HOST, user: STATIC });
    // KWallet saves five seconds later.
    await pause(6_000);
    await life.restartKeyring(null);
    const page = await life.start();
    await goTo(page, 'doctor');
    await chooseMore(page, 'Clear keychain entries');
    await press(page);
    const title = await life.asked();
    const pictures = title === null ? [] : [await picture('asks to clear')];
    const refused = await life.answer(false);
    const left = await until(async () => (await page.getByText('Passwords deleted').count()) === 0, 2_000);
    let windows = 0;
    for (let round = 0; round < 4 && (await page.getByText('Passwords deleted: 2').count()) === 0; round++) {
      await press(await life.page());
      windows += await life.answer(true, 5_000);
      await page.getByRole('status').filter({ hasText: '…' }).waitFor({ state: 'hidden' });
    }
    const removed = (await page.getByText('Passwords deleted: 2').count()) === 1;
    await life.quit();
    await pause(6_000);
    await life.restartKeyring(PASSWORD);
    const facts = {
      'refused, it asks once and deletes nothing': refused === 1 && left,
      'allowed, both are removed': removed && windows > 0,
      'and gone for good, the static one is there': (await life.storedUsers()).join() === STATIC,
    };
    return told(facts, `windows: ${windows}`, pictures);
  },
};
