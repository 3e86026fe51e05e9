import { beforeEach, expect, test } from 'vitest';
import { Running } from '../../../electron/core/session/running.ts';

const busy = expect.objectContaining({ failure: { code: 'sign-in.busy', params: {} } });
let running: Running;
beforeEach(() => {
  running = new Running();
});

test('one at a time for a profile, and not for all', () => {
  running.begin('p1');
  expect(() => running.begin('p1')).toThrow(busy);
  expect(running.begin('p2').signal.aborted).toBe(false);
});

test('the next can begin when one has ended, which aborts nothing', () => {
  const first = running.begin('p1');
  running.end('p1', first);
  expect(first.signal.aborted).toBe(false);
  expect(running.begin('p1')).not.toBe(first);
});

test('the next can begin when one was cancelled, and is not ended by the end of that one', () => {
  const first = running.begin('p1');
  running.cancel('p1');
  expect(first.signal.aborted).toBe(true);
  const second = running.begin('p1');
  running.end('p1', first);
  expect(() => running.begin('p1')).toThrow(busy);
  expect(second.signal.aborted).toBe(false);
  running.cancel('p1');
  expect(second.signal.aborted).toBe(true);
});

test('to cancel what is not under way does nothing', () => {
  const other = running.begin('p2');
  running.cancel('p1');
  expect(other.signal.aborted).toBe(false);
});

test('all are cancelled with the app', () => {
  const cancels = [running.begin('p1'), running.begin('p2')];
  running.cancelAll();
  expect(cancels.map(({ signal }) => signal.aborted)).toEqual([true, true]);
  running.begin('p1');
});
