import { expect, test } from 'vitest';
import type { Use } from '../../../electron/core/session/uses.ts';
import { Uses } from '../../../electron/core/session/uses.ts';

const use = (at: number): Use => ({ at, by: 'git', what: 'app', profile: 'p1', outcome: 'answered' });

test('the last fifty, newest first, each told', () => {
  let changes = 0;
  const uses = new Uses(() => changes++);
  for (let at = 0; at < 60; at++) uses.add(use(at));
  expect(uses.list).toHaveLength(50);
  expect(uses.list[0]?.at).toBe(59);
  expect(uses.list[49]?.at).toBe(10);
  expect(changes).toBe(60);
});

test('a list that was taken does not change under its reader', () => {
  const uses = new Uses(() => {});
  uses.add(use(1));
  const taken = uses.list;
  uses.add(use(2));
  expect(taken).toEqual([use(1)]);
});
