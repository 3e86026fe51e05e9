/** Through the whole app: what stands in the desktop's list of notifications is news. */
import { beforeEach, expect, test } from 'vitest';
import type { Notice } from '../../../electron/core/app/port.ts';
import { ShownNotices } from '../../../electron/core/app/shown-notices.ts';
import { AppWorld, drained } from '../../fakes/app-world.ts';
import { choiceWith, HOUR } from '../samples.ts';

const input =
  'action=get\ntimeout=900\nprotocol=https\nhost=git-codecommit.eu-central-1.amazonaws.com\npath=v1/repos/app\n\n';
let w: AppWorld;
let listed: string[];
beforeEach(() => {
  w = new AppWorld();
  listed = [];
  const notifier = {
    show({ title }: Notice) {
      listed.push(title);
      return () => void listed.splice(listed.indexOf(title), 1);
    },
  };
  const notices = new ShownNotices(notifier, () => w.app.view());
  w.app.attend((asking) => {
    if (asking.do === 'notice') notices.show(asking.notice);
  });
  w.app.events.listen(({ is }) => {
    if (is === 'changed') notices.look();
  });
  w.add(choiceWith());
});
const push = () => {
  const client = new AbortController();
  void w.app.answers.answerCacheClient(input, client.signal);
  return client;
};
const signOut = () => w.app.sessions.signOut(w.app.book.profile('p1'));

test('a wait that was answered, stopped or interrupted', async () => {
  push();
  expect(listed).toEqual(['git is waiting']);
  await w.signIn();
  expect(listed).toEqual([]);
  await signOut();
  push();
  w.app.answers.stopWaiting(w.app.view().waiting[0]?.id ?? 0);
  expect(listed).toEqual([]);
  w.timer.pass(HOUR);
  const [first, second] = [push(), push()];
  first.abort();
  expect(listed).toEqual(['git is waiting']);
  second.abort();
  expect(listed).toEqual([]);
});

test('a session that ends, has ended, and begins again', async () => {
  await w.signIn();
  const { expiresAt } = w.app.view().profiles[0] ?? {};
  w.timer.pass((expiresAt ?? 0) - w.app.now() - HOUR / 6);
  expect(listed).toEqual(['work-mfa expires in 15 min']);
  await w.signIn();
  expect(listed).toEqual([]);
  w.timer.pass(13 * HOUR);
  await drained();
  expect(listed).toEqual(['work-mfa has expired']);
  await w.signIn();
  expect(listed).toEqual([]);
});
