/** Where nobody has made a keyring yet; in a home of its own. */
import { setTimeout as pause } from 'node:timers/promises';
import { until } from './daypass-life.ts';
import type { KeyringLife } from './keyring-life.ts';
import { type Scene, told } from './scene.ts';

export const firstKeyring: Scene<KeyringLife> = {
  name: 'nobody has made a keyring yet: one is made on a click',
  async play(life, picture) {
    const { makeFirst } = life.keyring;
    if (!makeFirst) return { ok: true, seen: 'is made in the program itself', pictures: [] };
    await life.store.start(null);
    await life.start();
    await life.setUp();
    await pause(3_000);
    const asked = (await life.asked(100)) !== null;
    const unkept = life.sealed('sessions').length === 0;
    await life.clickUnlock();
    const title = await life.asked();
    const pictures = title === null ? [] : [await picture('makes the first')];
    await makeFirst(life.screen);
    const kept = await until(async () => life.sealed('sessions').length === 1, 30_000);
    const facts = { 'no window without a click': !asked && unkept, 'made, and the session is kept': kept };
    return told(facts, '', pictures);
  },
};
