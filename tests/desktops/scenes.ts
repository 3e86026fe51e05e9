/** What is lived through with each keyring, in this order, on one home: what is kept in one scene is what the next must find. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { type DaypassLife, until } from './daypass-life.ts';
import { PASSWORD } from './desktop-keyrings.ts';

export interface Told {
  /** True where all was as it should be. */
  readonly ok: boolean;
  readonly seen: string;
  /** The windows of the keyring that were pictured. */
  readonly pictures: readonly string[];
}

export interface Scene {
  readonly name: string;
  play(life: DaypassLife, picture: (what: string) => string): Promise<Told>;
}

/** A keyring that comes or is opened by itself is to be noticed within this time, without a click. */
const NOTICED_MS = 15_000;

const told = (facts: Readonly<Record<string, boolean>>, more = '', pictures: readonly string[] = []): Told => {
  const wrong = Object.entries(facts).filter(([, is]) => !is);
  const said = wrong.length === 0 ? Object.keys(facts) : wrong.map(([what]) => `NOT: ${what}`);
  return { ok: wrong.length === 0, seen: [...said, more].filter(Boolean).join('; '), pictures };
};

/** Wherever the long-term key is: in the file, or sealed. */
const keyIsThere = (life: DaypassLife) => life.keyInFile() || life.sealed('secrets').length > 0;

/** Clicks on Unlock, looks at the window, and answers it. */
async function unlocked(life: DaypassLife, allow: boolean, picture: (what: string) => string) {
  const ordinary = await life.statusMs();
  await life.clickUnlock();
  const title = await life.asked();
  const pictures = title === null ? [] : [picture(allow ? 'asks' : 'asks first')];
  const open = title === null ? Number.POSITIVE_INFINITY : await life.statusMs();
  const windows = await life.answer(allow);
  return {
    pictures,
    windows,
    said: `daypass status ${ordinary} ms, with the window open ${open} ms`,
    // The three are far apart on a busy machine; what stands still does so for seconds.
    quick: open < Math.max(ordinary * 4, 500),
  };
}

const isBack = (life: DaypassLife) => until(async () => life.sessionThere() && !life.keyInFile(), NOTICED_MS);

const keep: Scene = {
  name: 'key and session kept in the first run',
  async play(life) {
    await life.store.start(PASSWORD);
    await life.settleIn();
    const kept = told({
      'the key stays in the file until a restart has opened it': life.keyInFile(),
      'a sealed copy waits': life.sealed('secrets').join() === 'leaving-work.sealed',
    });
    await life.quit();
    return kept;
  },
};

const late: Scene = {
  name: 'next start, and the keyring comes after Daypass',
  async play(life, picture) {
    await life.store.end();
    await life.start();
    await pause(1_000);
    const gone = { 'without it nothing is lost': life.keyInFile() && life.sealed('sessions').length === 1 };
    await life.store.start(PASSWORD);
    const since = performance.now();
    if (!life.keyring.asksEach) {
      const back = await isBack(life);
      const took = `${Math.round((performance.now() - since) / 1_000)} s`;
      await life.quit();
      return told(
        { ...gone, 'noticed without a click, the session is back and the key has left the file': back },
        took,
      );
    }
    await pause(12_000);
    const before = life.sealed('secrets').join();
    const refused = await unlocked(life, false, picture);
    const same = life.keyInFile() && life.sealed('secrets').join() === before && life.sealed('sessions').length === 1;
    const allowed = await unlocked(life, true, picture);
    const back = await isBack(life);
    await life.quit();
    const facts = {
      ...gone,
      'asked once when it is denied, and nothing is lost': refused.windows === 1 && same,
      'asked again at the next click': allowed.windows >= 1,
      'allowed, the session is back and the key has left the file': back,
      'nothing stands still': refused.quick && allowed.quick,
    };
    return told(facts, refused.said, [...refused.pictures, ...allowed.pictures]);
  },
};

const locked: Scene = {
  name: 'locked at the start; refused, then opened',
  async play(life, picture) {
    await life.restartKeyring(null);
    await life.start();
    const sealed = [...life.sealed('secrets'), ...life.sealed('sessions')].join();
    await pause(3_000);
    const asked = (await life.asked(100)) !== null;
    const refused = await unlocked(life, false, picture);
    const same = [...life.sealed('secrets'), ...life.sealed('sessions')].join() === sealed;
    const allowed = await unlocked(life, true, picture);
    const back = await isBack(life);
    await life.quit();
    const facts = {
      'no window without a click': !asked,
      'a window that is closed does not come again': refused.windows === 1,
      'nothing is lost': same && keyIsThere(life),
      'opened by a click, the session is back': back,
      'nothing stands still': refused.quick && allowed.quick,
    };
    return told(facts, refused.said, [...refused.pictures, ...allowed.pictures]);
  },
};

const openedByAnother: Scene = {
  name: 'locked at the start, and opened for another program',
  async play(life) {
    if (life.keyring.asksEach) return { ok: true, seen: 'asks for each program: a click is needed', pictures: [] };
    await life.restartKeyring(null);
    await life.start();
    await pause(2_000);
    const there = life.sessionThere();
    await life.openForAnother();
    const since = performance.now();
    const back = await isBack(life);
    const took = `${Math.round((performance.now() - since) / 1_000)} s`;
    await life.quit();
    return told({ 'locked it gives nothing': !there, 'noticed without a click, the session is back': back }, took);
  },
};

const another: Scene = {
  name: 'another keyring in its place, then the first again',
  async play(life) {
    await life.store.end();
    const before = [...life.sealed('secrets'), ...life.sealed('sessions')].join();
    const other = life.keyring.another(life.store.bus, life.screen.display);
    await other.start(PASSWORD);
    const page = await life.start();
    await page.getByRole('link', { name: 'Doctor' }).click();
    const said = await page
      .getByText('sealed with a key that the keyring of now does not hold')
      .first()
      .waitFor()
      .then(
        () => true,
        () => false,
      );
    await life.quit();
    const same = [...life.sealed('secrets'), ...life.sealed('sessions')].join() === before;
    await other.end();
    await life.store.start(PASSWORD);
    await life.start();
    if (life.keyring.asksEach) {
      await life.clickUnlock();
      await life.answer(true);
    }
    const back = await isBack(life);
    await life.quit();
    return told({
      'it is said that the key is not there': said,
      'nothing is deleted': same,
      'all is back with the first': back,
    });
  },
};

const putBack: Scene = {
  name: 'the key is put back into the file',
  async play(life) {
    await life.start();
    if (life.keyring.asksEach) {
      await life.clickUnlock();
      await life.answer(true);
    }
    const page = await life.openKey();
    await page.getByRole('button', { name: 'Put it back into the file' }).click();
    const back = await until(async () => life.keyInFile() && life.sealed('secrets').length === 0, 10_000);
    await life.quit();
    return told({ 'it is the same key': back });
  },
};

const HOST = 'git-codecommit.eu-west-1.amazonaws.com';
const STALE = ['ASIAIOSFODNN7EXAMPLE', 'ASIAIOSFODNN7EXAMPLF'];
const STATIC = 'ada-at-123456789012';

/** Presses what the screen of the stale entries offers now. */
async function press(page: Page): Promise<void> {
  const offered = page.getByRole('button', { name: /^(Try again|Delete \d+)$/ });
  await offered.first().waitFor();
  await offered.first().click();
}

const stale: Scene = {
  name: 'stale passwords are cleared out of the locked keyring',
  async play(life, picture) {
    await life.restartKeyring(PASSWORD);
    for (const user of STALE) await life.store.plantLibsecret({ host: HOST, user: `${user}%token` });
    await life.store.plantLibsecret({ host: HOST, user: STATIC });
    // KWallet saves five seconds later.
    await pause(6_000);
    await life.restartKeyring(null);
    const page = await life.start();
    await page.getByRole('link', { name: 'Doctor' }).click();
    await page.getByRole('button', { name: 'Clear keychain entries' }).click();
    await press(page);
    const title = await life.asked();
    const pictures = title === null ? [] : [picture('asks to clear')];
    const refused = await life.answer(false);
    const left = await until(async () => (await page.getByText('Removed').count()) === 0, 2_000);
    let windows = 0;
    for (let round = 0; round < 4 && (await page.getByText('Removed 2.').count()) === 0; round++) {
      await press(await life.page());
      windows += await life.answer(true, 5_000);
      await page.getByRole('status').filter({ hasText: '…' }).waitFor({ state: 'hidden' });
    }
    const removed = (await page.getByText('Removed 2.').count()) === 1;
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

const first: Scene = {
  name: 'nobody has made a keyring yet: one is made on a click',
  async play(life, picture) {
    const { makeFirst } = life.keyring;
    if (!makeFirst) return { ok: true, seen: 'is made in the program itself', pictures: [] };
    await life.store.start(null);
    await life.setUp();
    await pause(3_000);
    const asked = (await life.asked(100)) !== null;
    const unkept = life.sealed('sessions').length === 0;
    await life.clickUnlock();
    const title = await life.asked();
    const pictures = title === null ? [] : [picture('makes the first')];
    await makeFirst(life.screen);
    const kept = await until(async () => life.sealed('sessions').length === 1, 30_000);
    const facts = { 'no window without a click': !asked && unkept, 'made, and the session is kept': kept };
    return told(facts, '', pictures);
  },
};

export const SCENES: readonly Scene[] = [keep, late, locked, openedByAnother, another, putBack, stale];
/** On a home of its own. */
export const FIRST: Scene = first;
