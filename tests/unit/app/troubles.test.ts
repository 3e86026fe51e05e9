import { expect, test } from 'vitest';
import { Events } from '../../../electron/core/app/events.ts';
import { Troubles } from '../../../electron/core/app/troubles.ts';
import { failure } from '../../../electron/core/base/failure.ts';

test('each trouble is told once, whatever the order of its parameters', () => {
  let changes = 0;
  const troubles = new Troubles(() => changes++);
  const first = failure('file.disk-full', { path: '/a', reason: 'EIO' });
  const others = [
    failure('file.disk-full', { path: '/b', reason: 'EIO' }),
    failure('file.read-only', { path: '/a', reason: 'EIO' }),
  ];
  expect(troubles.list).toEqual([]);
  troubles.add(first);
  const taken = troubles.list;
  troubles.add(failure('file.disk-full', { reason: 'EIO', path: '/a' }));
  expect([troubles.list, changes]).toEqual([[first], 1]);
  for (const other of others) troubles.add(other);
  for (const other of others) troubles.add(other);
  expect([troubles.list, changes]).toEqual([[first, ...others], 3]);
  expect(taken).toEqual([first]);
});

test('an event is heard by all who listen, in the order in which they began', () => {
  const events = new Events();
  const heard: string[] = [];
  events.listen(({ is }) => heard.push(`first ${is}`));
  events.listen(({ is }) => heard.push(`second ${is}`));
  events.changed();
  events.emit({ is: 'session-wanted', profile: 'p1' });
  expect(heard).toEqual(['first changed', 'second changed', 'first session-wanted', 'second session-wanted']);
});
