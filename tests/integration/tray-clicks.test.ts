// Where a click on the icon was, off a real bus: the call goes to whoever owns the icon, and we only hear of it.
import { Message, type MessageBus, sessionBus } from '@jellybrick/dbus-next';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type TrayClicks, watchTrayClicks } from '../../electron/adapters/dbus/tray-clicks.ts';
import { PrivateBus } from '../desktop/private-bus.ts';
import { until } from './until.ts';

const PATH = '/StatusNotifierItem';
const FACE = 'org.kde.StatusNotifierItem';
const ICON = 'org.daypass.TestIcon';

let bus: PrivateBus;
let icon: MessageBus;
let panel: MessageBus;
let clicks: TrayClicks;
/** The calls that the icon's owner has answered. */
let answered: unknown[];
beforeEach(async () => {
  bus = await PrivateBus.start();
  answered = [];
  icon = sessionBus({ busAddress: bus.address });
  icon.addMethodHandler((call) => {
    if (call.path !== PATH) return false;
    answered.push([call.member, ...call.body]);
    icon.send(Message.newMethodReturn(call, '', []));
    return true;
  });
  await icon.requestName(ICON, 0);
  panel = sessionBus({ busAddress: bus.address });
  await listen(3_000);
});
afterEach(async () => {
  clicks.stop();
  panel.disconnect();
  icon.disconnect();
  await bus.stop();
});

/** Until it listens nothing is known, and after that each click is. */
async function listen(togetherMs: number): Promise<void> {
  clicks = watchTrayClicks({ address: bus.address, togetherMs });
  let n = 0;
  await until(async () => {
    n += 1;
    await call('Activate', n, n);
    // One of an earlier round may still be on its way.
    return (await clicks.place())?.x === n;
  });
  answered = [];
}

const call = (member: string, ...body: number[]) =>
  panel.call(
    new Message({ destination: ICON, path: PATH, interface: FACE, member, signature: 'i'.repeat(body.length), body }),
  );

test('the place is that of the call, whichever is heard of first, and the call arrives', async () => {
  const before = clicks.place();
  await call('Activate', 1240, 14);
  expect(await before).toEqual({ x: 1240, y: 14 });
  await call('Activate', -300, 790);
  expect(await clicks.place()).toEqual({ x: -300, y: 790 });
  expect(answered).toEqual([
    ['Activate', 1240, 14],
    ['Activate', -300, 790],
  ]);
});

test('0, 0 is no place, and neither is that of an earlier click', async () => {
  await call('Activate', 0, 0);
  expect(await clicks.place()).toBeNull();
  await call('Activate', 1240, 14);
  expect(await clicks.place()).not.toBeNull();
  const next = clicks.place();
  await call('Activate', 0, 0);
  expect(await next).toBeNull();
});

test('without a bus nothing is known, at once', async () => {
  const none = watchTrayClicks({ address: `unix:path=${bus.folder}/none` });
  expect(await none.place()).toBeNull();
  none.stop();
});
