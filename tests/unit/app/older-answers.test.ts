/** An answer that was asked for earlier and comes later never takes the place of a newer one, in the whole app. */
import { beforeEach, expect, test } from 'vitest';
import { AppWorld, drained } from '../../fakes/app-world.ts';

let w: AppWorld;
beforeEach(() => {
  w = new AppWorld();
});

test('a look at git that began before another and ends after it', async () => {
  const gates: (() => void)[] = [];
  w.git.gate = () => new Promise((resolve) => gates.push(resolve));
  w.git.installed = '2.39.5';
  const older = w.app.git.refresh();
  w.git.installed = '2.50.0';
  const newer = w.app.git.refresh();
  await drained();
  gates[1]?.();
  expect((await newer).version).toBe('2.50.0');
  w.told.splice(0);
  gates[0]?.();
  // Who asked gets their answer all the same.
  expect((await older).version).toBe('2.39.5');
  expect(w.app.view().git?.version).toBe('2.50.0');
  expect(w.told).toEqual([]);
});

test('stale entries that were found before they were cleared', async () => {
  w.keychain.entries = [w.keychain.entry()];
  await w.app.stale.find();
  expect(w.app.view().stale).toBe(1);
  const list = w.keychain.list.bind(w.keychain);
  let answer = () => {};
  w.keychain.list = async () => {
    const listing = await list();
    await new Promise<void>((resolve) => {
      answer = resolve;
    });
    return listing;
  };
  const found = w.app.stale.find();
  await drained();
  w.keychain.list = list;
  await w.app.stale.clear();
  expect(w.app.view().stale).toBe(0);
  answer();
  expect((await found).entries).toHaveLength(1);
  expect(w.app.view().stale).toBe(0);
});
