/** What is lived through with each keyring, in this order, on one home: what is kept in one scene is what the next must find. */
import { setTimeout as pause } from 'node:timers/promises';
import { goTo } from '../world/go-to.ts';
import { clearing } from './clearing-scene.ts';
import { until } from './daypass-life.ts';
import { PASSWORD } from './desktop-keyrings.ts';
import type { KeyringLife } from './keyring-life.ts';
import { type Scene, told } from './scene.ts';

/** A keyring that comes or is opened by itself is to be noticed within this time, without a click. */
const NOTICED_MS = 15_000;

/** Wherever the long-term key is: in the file, or sealed. */
const keyIsThere = (life: KeyringLife) => life.keyInFile() || life.sealed('secrets').length > 0;

/** Clicks on Unlock, looks at the window, and answers it. */
async function unlocked(life: KeyringLife, allow: boolean, picture: (what: string) => Promise<string>) {
  const ordinary = await life.statusMs();
  await life.clickUnlock();
  const title = await life.asked();
  const pictures = title === null ? [] : [await picture(allow ? 'asks' : 'asks first')];
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

const isBack = (life: KeyringLife) => until(async () => life.sessionThere() && !life.keyInFile(), NOTICED_MS);

const keep: Scene<KeyringLife> = {
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

const late: Scene<KeyringLife> = {
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

const locked: Scene<KeyringLife> = {
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

const openedByAnother: Scene<KeyringLife> = {
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

const another: Scene<KeyringLife> = {
  name: 'another keyring in its place, then the first again',
  async play(life) {
    await life.store.end();
    const before = [...life.sealed('secrets'), ...life.sealed('sessions')].join();
    const other = life.keyring.another(life.store.bus, life.screen.display);
    await other.start(PASSWORD);
    const page = await life.start();
    await goTo(page, 'doctor');
    const said = await page
      .getByText('encrypted with a key that isn’t in the current keyring')
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

const putBack: Scene<KeyringLife> = {
  name: 'the key is put back into the file',
  async play(life) {
    await life.start();
    if (life.keyring.asksEach) {
      await life.clickUnlock();
      await life.answer(true);
    }
    const page = await life.openKey();
    await page.getByRole('button', { name: 'Move it back to the file' }).click();
    const back = await until(async () => life.keyInFile() && life.sealed('secrets').length === 0, 10_000);
    await life.quit();
    return told({ 'it is the same key': back });
  },
};

export const KEYRING_SCENES: readonly Scene<KeyringLife>[] = [
  keep,
  late,
  locked,
  openedByAnother,
  another,
  putBack,
  clearing,
];
