import { describe, expect, test } from 'vitest';
import type { FailureError } from '../../../electron/core/base/failure.ts';
import {
  bytes,
  flag,
  integer,
  list,
  nothing,
  nullable,
  object,
  oneOf,
  optional,
  type Parser,
  record,
  text,
  time,
} from '../../../electron/core/base/parse.ts';
import { type CallName, calls } from '../../../electron/core/surfaces/contract/contract.ts';
import { choiceWith } from '../samples.ts';

/** The value, or where it was refused. */
const outcome = (parse: Parser<unknown>, value: unknown): unknown => {
  try {
    return parse(value);
  } catch (thrown) {
    const { failure } = thrown as FailureError;
    expect(failure.code).toBe('input.invalid');
    return `refused at ${failure.params.at}`;
  }
};
const REFUSED = 'refused at value';
const point = object({ x: integer(0, 9), name: optional(text(5), 'none') });

test.each<[string, Parser<unknown>, unknown, unknown]>([
  ['nothing', nothing, undefined, undefined],
  ['nothing', nothing, null, REFUSED],
  ['nothing', nothing, {}, REFUSED],
  ['flag', flag, false, false],
  ['flag', flag, 'false', REFUSED],
  ['flag', flag, 0, REFUSED],
  ['text', text(3), '', ''],
  ['text', text(3), 'abc', 'abc'],
  ['text', text(3), 'abcd', REFUSED],
  ['text', text(3), ['a'], REFUSED],
  ['text', text(3), new String('a'), REFUSED],
  ['text', text(9, /^\w+$/), 'abc\n', REFUSED],
  ['integer', integer(1, 3), 3, 3],
  ['integer', integer(1, 3), 1, 1],
  ['integer', integer(1, 3), 4, REFUSED],
  ['integer', integer(1, 3), 0, REFUSED],
  ['integer', integer(1, 3), 1.5, REFUSED],
  ['integer', integer(1, 3), '2', REFUSED],
  ['integer', integer(1, 3), Number.NaN, REFUSED],
  ['integer', integer(0, Number.MAX_SAFE_INTEGER), 2 ** 53, REFUSED],
  ['time', time, -1.5, -1.5],
  ['time', time, Number.POSITIVE_INFINITY, REFUSED],
  ['time', time, new Date(0), REFUSED],
  ['oneOf', oneOf('a', ''), 'a', 'a'],
  ['oneOf', oneOf('a', ''), '', ''],
  ['oneOf', oneOf('a', ''), 'A', REFUSED],
  ['oneOf', oneOf('a', ''), undefined, REFUSED],
  ['bytes', bytes(3), Uint8Array.of(1, 2), Uint8Array.of(1, 2)],
  ['bytes', bytes(3), Uint8Array.of(1), Uint8Array.of(1)],
  ['bytes', bytes(3), new Uint8Array(3), new Uint8Array(3)],
  ['bytes', bytes(3), new Uint8Array(4), REFUSED],
  ['bytes', bytes(3), new Uint8Array(0), REFUSED],
  ['bytes', bytes(3), [1, 2], REFUSED],
  ['bytes', bytes(3), { length: 2, 0: 1, 1: 2 }, REFUSED],
  ['nullable', nullable(flag), null, null],
  ['nullable', nullable(flag), undefined, REFUSED],
  ['optional', optional(flag, true), undefined, true],
  ['optional', optional(flag, true), null, REFUSED],
  ['list', list(flag, 2), [], []],
  ['list', list(flag, 2), [true, false], [true, false]],
  ['list', list(flag, 2), [true, false, true], REFUSED],
  ['list', list(flag, 2), { length: 1, 0: true }, REFUSED],
  ['list', list(flag, 2), [true, 1], 'refused at value[1]'],
  ['list', list(flag, 2), new Array<boolean>(1), 'refused at value[0]'],
  ['record', record(flag, 2), { a: true }, { a: true }],
  ['record', record(flag, 2), { a: true, b: false }, { a: true, b: false }],
  ['record', record(flag, 2), { a: true, b: 1 }, 'refused at value.b'],
  ['record', record(flag, 1), { a: true, b: true }, REFUSED],
  ['record', record(flag, 1), [], REFUSED],
  ['record', record(flag, 1), null, REFUSED],
  ['object', point, { x: 1 }, { x: 1, name: 'none' }],
  ['object', point, { x: 1, name: 'p', more: 1 }, { x: 1, name: 'p' }],
  ['object', point, { x: 1, name: 'longer' }, 'refused at value.name'],
  ['object', point, {}, 'refused at value.x'],
  ['object', point, [], REFUSED],
  ['object', point, null, REFUSED],
  ['object', point, 'x', REFUSED],
  ['nested', object({ p: list(point, 2) }), { p: [{ x: 1 }, { x: 10 }] }, 'refused at value.p[1].x'],
])('%s, row %#', (_, parse, value, expected) => {
  expect(outcome(parse, value)).toEqual(expected);
});

test('a prototype comes in with nothing', () => {
  const hostile: unknown = JSON.parse('{"x":1,"__proto__":{"name":"evil","polluted":1}}');
  const parsed = point(hostile);
  expect(parsed).toEqual({ x: 1, name: 'none' });
  expect(Object.getPrototypeOf(parsed)).toBe(Object.prototype);
  const kept = record(flag, 9)(JSON.parse('{"__proto__":true}'));
  expect(Object.getPrototypeOf(kept)).toBe(Object.prototype);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

describe('every call from the renderer refuses what is not its input', () => {
  const JUNK: readonly unknown[] = [
    null,
    0,
    'x',
    true,
    [],
    [[]],
    () => {},
    { profile: 1 },
    { profile: '../x' },
    { profile: '' },
    { id: -1 },
    { id: '1' },
    { undo: 'yes' },
  ];
  const MORE: { readonly [N in CallName]?: readonly unknown[] } = {
    signIn: [{ profile: 'p1' }, { profile: 'p1', code: 123456 }, { profile: 'p1', code: 'x'.repeat(65) }],
    findDevices: [{ source: 'x'.repeat(257), region: 'eu-central-1' }, { source: 'work' }],
    addProfile: [{ ...choiceWith(), name: '[x]' }, choiceWith({ durationSeconds: 1 })],
    editProfile: [{ profile: 'p1', choice: {} }, { choice: choiceWith() }],
    storeTotp: [{ profile: 'p1' }, { profile: 'p1', text: 'x'.repeat(4_097) }],
    storeTotpPicture: [
      { profile: 'p1', picture: 'data:image/png;base64,', chosen: null },
      { profile: 'p1', picture: [1], chosen: null },
    ],
    signInDaily: [{ profile: 'p1' }, { profile: 'p1', at: '8:30' }, { profile: 'p1', at: '08:30:00' }],
    setPreferences: [{ language: 'fr' }, { openAtLogin: 1 }],
    chooseForWaiting: [{ id: 1 }, { id: 1.5, profile: 'p1' }],
  };
  const isObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);

  test.each(Object.keys(calls) as CallName[])('%s', (name) => {
    // Preferences have a default each, so any object is some.
    const junk = name === 'setPreferences' ? JUNK.filter((value) => !isObject(value)) : JUNK;
    for (const value of [...junk, ...(MORE[name] ?? [])]) {
      expect(String(outcome(calls[name].parse, value))).toMatch(/^refused at /);
    }
  });
});
