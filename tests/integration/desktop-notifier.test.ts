// Notifications over D-Bus: what a server is told and what comes back, and servers that hang, are slow, go, or are not there.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { desktopNotifier } from '../../electron/adapters/dbus/desktop-notifier.ts';
import type { Notifier } from '../../electron/core/app/port.ts';
import { Desktop, type DesktopOptions } from '../desktop/desktop.ts';
import { PrivateBus } from '../desktop/private-bus.ts';
import { until } from './until.ts';

const FACE = 'org.freedesktop.Notifications';
const notice = (title: string, profile: string | null = 'p1') => ({ title, body: 'git & <b> wait', profile });

let bus: PrivateBus;
let server: Desktop | null = null;
let clicks: (string | null)[];
let failures: number;

beforeEach(async () => {
  clicks = [];
  failures = 0;
  bus = await PrivateBus.start();
});
afterEach(async () => {
  server?.stop();
  server = null;
  await bus.stop();
});

async function serve(options: DesktopOptions = {}): Promise<Desktop> {
  server = await Desktop.start({ address: bus.address, withTray: false, ...options });
  return server;
}

/** `limitMs` is long where a server is to answer, and short where none will. */
const make = (limitMs = 30_000): Notifier =>
  desktopNotifier({
    sender: { name: 'Daypass', icon: 'daypass', desktopEntry: 'daypass' },
    clicked: (profile) => clicks.push(profile),
    failed: () => {
      failures += 1;
    },
    address: bus.address,
    limitMs,
  });

describe('a server that answers', () => {
  test('is told all of it, with what it would read as markup escaped', async () => {
    const desktop = await serve();
    make().show(notice('git is waiting'));
    expect(await desktop.notification(/./)).toEqual({
      id: 1,
      title: 'git is waiting',
      body: 'git &amp; &lt;b&gt; wait',
      app: 'Daypass',
      icon: 'daypass',
      actions: ['default', ''],
      entry: 'daypass',
    });
    expect(failures).toBe(0);
  });

  test('that knows neither markup nor actions gets plain text and nothing to click', async () => {
    const desktop = await serve({ capabilities: ['body'] });
    make().show(notice('a'));
    expect(await desktop.notification(/./)).toMatchObject({ body: 'git & <b> wait', actions: [] });
  });

  test('a click opens the profile that the notice is about, once', async () => {
    const desktop = await serve();
    const notifier = make();
    notifier.show(notice('a', 'p1'));
    notifier.show(notice('b', null));
    const [a, b] = [await desktop.notification(/a/), await desktop.notification(/b/)];
    desktop.clickNotification(b);
    desktop.clickNotification(b);
    desktop.clickNotification(a);
    await until(() => clicks.length >= 2);
    notifier.show(notice('c'));
    await desktop.notification(/c/);
    expect(clicks).toEqual([null, 'p1']);
  });

  test('a dismissed one is not clicked any more, nor is another program’s', async () => {
    const desktop = await serve();
    const notifier = make();
    notifier.show(notice('a', 'p1'));
    notifier.show(notice('b', 'p2'));
    const [a, b] = [await desktop.notification(/a/), await desktop.notification(/b/)];
    desktop.dismiss(a);
    desktop.clickNotification(a);
    desktop.clickNotification({ ...a, id: 77 });
    desktop.clickNotification(b);
    await until(() => clicks.length > 0);
    expect(clicks).toEqual(['p2']);
  });

  test('one that is taken back is closed, and once is enough', async () => {
    const desktop = await serve();
    const notifier = make();
    const take = notifier.show(notice('a'));
    notifier.show(notice('b'));
    await desktop.notification(/b/);
    take();
    take();
    await until(() => desktop.closed.length > 0);
    notifier.show(notice('c'));
    await desktop.notification(/c/);
    expect(desktop.closed).toEqual([1]);
  });

  test('one that is taken back at once is never shown', async () => {
    const desktop = await serve();
    const notifier = make();
    notifier.show(notice('a'))();
    notifier.show(notice('b'));
    await desktop.notification(/b/);
    expect(desktop.notifications.map(({ title }) => title)).toEqual(['b']);
  });
});

describe('a server that hangs', () => {
  test('is given up, and tried again at the next notice', async () => {
    const silent = await serve({ notifications: 'silent' });
    const notifier = make(500);
    notifier.show(notice('a'));
    await until(() => failures === 1);
    notifier.show(notice('b'));
    await until(() => failures === 2);
    silent.answerAll();
    notifier.show(notice('c'));
    expect((await silent.notification(/c/)).id).toBe(1);
  });

  test('after it had answered: what is shown late can be clicked, and what was taken back is closed', async () => {
    const desktop = await serve();
    const notifier = make(500);
    notifier.show(notice('a', 'p1'));
    await desktop.notification(/a/);
    desktop.fallSilent();
    notifier.show(notice('b', 'p2'));
    const take = notifier.show(notice('c', 'p3'));
    await until(() => failures >= 2);
    take();
    desktop.answerAll();
    await until(() => desktop.closed.length > 0);
    expect(desktop.closed).toEqual([(await desktop.notification(/c/)).id]);
    desktop.clickNotification(await desktop.notification(/b/));
    desktop.clickNotification(await desktop.notification(/a/));
    await until(() => clicks.length === 2);
    expect(clicks).toEqual(['p2', 'p1']);
  });

  test('also one that the bus starts and that never comes', async () => {
    await bus.stop();
    bus = await PrivateBus.start(FACE);
    const notifier = make(500);
    notifier.show(notice('a'));
    await until(() => failures === 1 && bus.started !== null);
    const desktop = await serve();
    notifier.show(notice('b'));
    expect(await desktop.notification(/b/)).toMatchObject({ title: 'b' });
  });
});

describe('a server that is not there', () => {
  test.each([
    ['on a bus', () => bus.address],
    ['nor a bus', () => 'unix:path=/tmp/no-such-daypass-bus'],
    ['on a bus whose address is none', () => 'nonsense'],
  ])('%s', async (_, address) => {
    const sender = { name: 'Daypass', icon: '', desktopEntry: 'daypass' };
    let failed = 0;
    const count = () => {
      failed += 1;
    };
    const notifier = desktopNotifier({ sender, clicked: () => {}, failed: count, address: address() });
    notifier.show(notice('a'))();
    notifier.show(notice('b'));
    await until(() => failed >= 2);
    expect(failed).toBe(2);
  });

  test('any more: the next notice goes to the one that came', async () => {
    const first = await serve();
    const notifier = make();
    notifier.show(notice('a', 'p1'));
    const shown = await first.notification(/a/);
    first.stop();
    const second = await serve();
    second.clickNotification(shown);
    notifier.show(notice('b', 'p2'));
    second.clickNotification(await second.notification(/b/));
    await until(() => clicks.length > 0);
    expect(clicks).toEqual(['p2']);
  });
});

const hasDunst = spawnSync('dunst', ['--version']).status === 0 && Boolean(process.env.DISPLAY);
describe.skipIf(!hasDunst)(`dunst${hasDunst ? '' : ' (dunst or a display is missing)'}`, () => {
  let dunst: ChildProcess;
  const dunstctl = (...args: string[]) =>
    spawnSync('dunstctl', args, { env: { ...process.env, DBUS_SESSION_BUS_ADDRESS: bus.address }, encoding: 'utf8' });

  const start = async (markup: 'no' | 'full') => {
    const config = join(bus.folder, 'dunstrc');
    writeFileSync(config, `[global]\nmarkup = ${markup}\n`);
    const env = { ...process.env, DBUS_SESSION_BUS_ADDRESS: bus.address };
    dunst = spawn('dunst', ['-conf', config], { env, stdio: 'ignore' });
    await until(() => dunstctl('count').status === 0);
  };
  afterEach(async () => {
    const ended = once(dunst, 'exit');
    dunst.kill();
    await ended;
  });
  const displayed = () => Number(dunstctl('count', 'displayed').stdout);

  test.each([
    ['no', 'git & <b> wait'],
    ['full', 'git &amp; &lt;b&gt; wait'],
  ] as const)('with markup %s shows it as it is, and its action is a click', async (markup, body) => {
    await start(markup);
    make().show(notice('git is waiting', 'p1'));
    await until(() => displayed() === 1);
    dunstctl('action', '0');
    await until(() => clicks.length > 0);
    expect(clicks).toEqual(['p1']);
    dunstctl('close-all');
    const history = JSON.parse(dunstctl('history').stdout) as { data: Record<string, { data: string }>[][] };
    expect(history.data[0]?.[0]).toMatchObject({
      appname: { data: 'Daypass' },
      summary: { data: 'git is waiting' },
      body: { data: body },
    });
  });

  test('takes it away when it is taken back', async () => {
    await start('full');
    const take = make().show(notice('a'));
    await until(() => displayed() === 1);
    take();
    await until(() => displayed() === 0);
    expect(clicks).toEqual([]);
  });
});
