import { beforeEach, describe, expect, test } from 'vitest';
import type { FailureCode } from '../../../electron/core/base/failure.ts';
import {
  type ProfileChoice,
  parseSettings,
  preferences,
  type Settings,
} from '../../../electron/core/settings/settings.ts';
import { SettingsBook } from '../../../electron/core/settings/settings-book.ts';
import { factsOf } from '../../../electron/core/sources/ways-in.ts';
import { FakeSettingsStore } from '../../fakes/settings-store.ts';
import { choiceWith, ROLE, throughWith } from '../samples.ts';

let store: FakeSettingsStore;
let changes: number;
let told: (readonly [Settings, Settings])[];
let book: SettingsBook;
beforeEach(() => {
  store = new FakeSettingsStore();
  changes = 0;
  told = [];
  let ids = 0;
  book = new SettingsBook(
    store,
    store.load().settings,
    () => `p${++ids}`,
    factsOf,
    (before, after) => {
      changes++;
      told.push([before, after]);
    },
  );
});

const refused = (code: FailureCode, params: object = {}) =>
  expect.objectContaining({ failure: { code, params: expect.objectContaining(params) } });
const through = (parent: string, name: string): ProfileChoice => choiceWith({ name, way: throughWith(parent) });

test('every change is saved, told once, and what is saved can be read again', () => {
  const steps = [
    () => book.add(choiceWith()),
    () => book.add(choiceWith({ name: 'other' })),
    () => book.edit('p1', choiceWith({ name: 'renamed' })),
    () => book.show('p1'),
    () => book.remember('host/app', 'p2'),
    () => book.signInDaily('p1', '08:30'),
    () => book.rememberDaily('p1', { seen: 1, refused: 2 }),
    () => book.prefer(preferences({ language: 'en', openAtLogin: true, zoom: 125 })),
    () => book.forget('host/app'),
    () => book.remove('p1'),
  ];
  for (const [i, step] of steps.entries()) {
    step();
    expect([changes, store.saves]).toEqual([i + 1, i + 1]);
    expect(parseSettings(store.stored)).toEqual(book.settings);
  }
  expect(book.profiles.map((profile) => profile.name)).toEqual(['other']);
});

test('what was and what is are told', () => {
  const before = book.settings;
  book.add(choiceWith());
  expect(told).toEqual([[before, book.settings]]);
  expect(told[0]?.[0].profiles).toEqual([]);
});

test('a change of one profile changes no other', () => {
  book.add(choiceWith({ name: 'a' }));
  book.add(choiceWith({ name: 'b' }));
  book.signInDaily('p2', '08:30');
  book.rememberDaily('p1', { seen: 1, refused: null });
  book.rememberDaily('p2', { seen: 2, refused: 3 });
  book.edit('p1', choiceWith({ name: 'renamed' }));
  expect(book.profiles.map(({ id, name, dailyAt }) => [id, name, dailyAt])).toEqual([
    ['p1', 'renamed', null],
    ['p2', 'b', '08:30'],
  ]);
  expect(book.settings.dailies).toEqual({ p1: { seen: 1, refused: null }, p2: { seen: 2, refused: 3 } });
  book.signInDaily('p2', null);
  expect(book.profile('p2').dailyAt).toBeNull();
});

test('what is remembered of one repository stays when another is chosen or forgotten', () => {
  book.add(choiceWith());
  book.remember('host/one', 'p1');
  book.remember('host/two', 'p1');
  book.remember('host/three', 'p1');
  book.forget('host/two');
  expect(book.settings.repositories).toEqual({ 'host/one': 'p1', 'host/three': 'p1' });
});

test('a profile that is not shown goes, and the one that is stays shown', () => {
  for (const name of ['a', 'b', 'c']) book.add(choiceWith({ name }));
  book.show('p3');
  book.remove('p1');
  expect(book.settings.shown).toBe('p3');
  book.remove('p3');
  expect(book.settings.shown).toBe('p2');
});

test('what cannot be had is not taken, on adding or on editing', () => {
  book.add(choiceWith({ name: 'a' }));
  expect(() => book.add(choiceWith({ name: 'a' }))).toThrow(refused('profile.name-taken', { name: 'a' }));
  expect(() => book.edit('p1', choiceWith({ name: 'work' }))).toThrow(refused('profile.name-taken', { name: 'work' }));
  expect(book.profiles.map(({ name }) => name)).toEqual(['a']);
});

test('to show what is shown is no change', () => {
  book.add(choiceWith());
  book.show('p1');
  expect(changes).toBe(1);
});

test('what cannot be saved is not so', () => {
  book.add(choiceWith());
  store.broken = 'file.disk-full';
  for (const step of [
    () => book.add(choiceWith({ name: 'other' })),
    () => book.remove('p1'),
    () => book.edit('p1', choiceWith({ name: 'n' })),
  ]) {
    expect(step).toThrow(refused('file.disk-full'));
  }
  expect(book.profiles.map((profile) => profile.name)).toEqual(['work-mfa']);
  expect(changes).toBe(1);
});

test('what is only noted holds nothing up where it cannot be saved, and is saved with what comes next', () => {
  book.add(choiceWith({ name: 'a' }));
  book.add(choiceWith({ name: 'b' }));
  store.broken = 'file.disk-full';
  book.show('p1');
  book.remember('host/one', 'p1');
  book.remember('host/two', 'p1');
  book.forget('host/two');
  book.rememberDaily('p1', { seen: 1, refused: null });
  const noted = { shown: 'p1', repositories: { 'host/one': 'p1' }, dailies: { p1: { seen: 1, refused: null } } };
  expect(book.settings).toMatchObject(noted);
  expect(changes).toBe(7);
  store.broken = null;
  book.add(choiceWith({ name: 'c' }));
  expect(parseSettings(store.stored)).toMatchObject({ ...noted, shown: 'p3' });
});

test('a new profile is shown; when the shown one goes, the first of the rest is', () => {
  book.add(choiceWith({ name: 'a' }));
  book.add(choiceWith({ name: 'b' }));
  expect(book.settings.shown).toBe('p2');
  book.remove('p2');
  expect(book.settings.shown).toBe('p1');
  book.remove('p1');
  expect(book.settings.shown).toBeNull();
});

test('with a profile goes what repositories remember of it', () => {
  book.add(choiceWith({ name: 'a' }));
  book.add(choiceWith({ name: 'b' }));
  book.remember('host/one', 'p1');
  book.remember('host/two', 'p2');
  book.remove('p1');
  expect(book.settings.repositories).toEqual({ 'host/two': 'p2' });
});

test('what a profile does by itself stays when it is edited, and goes with it', () => {
  book.add(choiceWith());
  book.signInDaily('p1', '08:30');
  book.rememberDaily('p1', { seen: 1, refused: null });
  book.edit('p1', choiceWith({ name: 'renamed' }));
  expect(book.profile('p1')).toMatchObject({ name: 'renamed', dailyAt: '08:30' });
  expect(book.dailyProgress('p1')).toEqual({ seen: 1, refused: null });
  book.remove('p1');
  expect(book.dailyProgress('p1')).toBeNull();
  book.add(choiceWith());
  book.rememberDaily('p1', { seen: 2, refused: null });
  expect(book.settings.dailies).toEqual({});
});

describe('a profile by name', () => {
  test('by its name, by its id, or by none where only one can be meant', () => {
    book.add(choiceWith({ name: 'a' }));
    expect(book.named(null).id).toBe('p1');
    book.add(choiceWith({ name: 'b' }));
    expect(book.named('a').id).toBe('p1');
    expect(book.named('p1').id).toBe('p1');
    expect(book.named(null).id).toBe('p2');
    book.show('p1');
    expect(book.named(null).id).toBe('p1');
  });

  test('the only one is meant, shown or not', () => {
    const stored = { profiles: [{ ...choiceWith(), id: 'p1' }] };
    const other = new SettingsBook(
      store,
      parseSettings(stored),
      () => 'p2',
      factsOf,
      () => {},
    );
    expect(other.named(null).id).toBe('p1');
    expect(() => other.named('other')).toThrow(refused('profile.unknown', { profile: 'other' }));
  });

  test('of several of which none is shown, none is meant', () => {
    const stored = { profiles: ['p1', 'p2'].map((id) => ({ ...choiceWith({ name: id }), id })) };
    const other = new SettingsBook(
      store,
      parseSettings(stored),
      () => 'p3',
      factsOf,
      () => {},
    );
    expect(() => other.named(null)).toThrow(refused('profile.unknown', { profile: '' }));
  });

  test.each([['nobody'], [null]])('%s is not there', (name) => {
    expect(() => book.named(name)).toThrow(refused('profile.unknown', { profile: name ?? '' }));
  });
});

describe('what is unknown is refused everywhere', () => {
  test.each<[string, () => unknown]>([
    ['profile', () => book.profile('x')],
    ['edit', () => book.edit('x', choiceWith())],
    ['remove', () => book.remove('x')],
    ['show', () => book.show('x')],
    ['signInDaily', () => book.signInDaily('x', '08:30')],
    ['remember', () => book.remember('host/app', 'x')],
  ])('%s', (_, step) => {
    expect(step).toThrow(refused('profile.unknown', { profile: 'x' }));
    expect(store.saves).toBe(0);
  });
});

describe('a choice that cannot be had', () => {
  beforeEach(() => {
    book.add(choiceWith({ name: 'a' }));
    book.add(through('p1', 'b'));
    book.add(through('p2', 'c'));
  });

  test.each<[string, ProfileChoice, string | null, FailureCode]>([
    ['a name that no tool finds', choiceWith({ name: 'constructor' }), null, 'profile.name-invalid'],
    ['a name that every program takes for an option', choiceWith({ name: '-x' }), null, 'profile.name-invalid'],
    ['a name that leaks into every profile', choiceWith({ name: 'DEFAULT' }), null, 'profile.name-invalid'],
    ['the section of the long-term key', choiceWith({ name: 'work' }), null, 'profile.name-taken'],
    ['another profile’s name', choiceWith({ name: 'a' }), null, 'profile.name-taken'],
    ['another profile’s name, on editing', choiceWith({ name: 'a' }), 'p2', 'profile.name-taken'],
    ['a parent that is not there', through('p9', 'd'), null, 'profile.unknown'],
    ['itself as its parent', through('p1', 'a'), 'p1', 'profile.unknown'],
    ['its child as its parent', through('p2', 'a'), 'p1', 'profile.needed'],
    ['its grandchild as its parent', through('p3', 'a'), 'p1', 'profile.needed'],
  ])('%s', (_, choice, own, code) => {
    expect(() => book.check(choice, own)).toThrow(refused(code));
  });

  test.each<[ProfileChoice, string | null, FailureCode, object]>([
    [choiceWith({ name: 'a b' }), null, 'profile.name-invalid', { name: 'a b', fitting: 'a-b' }],
    [choiceWith({ name: 'c' }), null, 'profile.name-taken', { name: 'c' }],
    [through('p9', 'd'), null, 'profile.unknown', { profile: 'p9' }],
    [through('p3', 'a'), 'p1', 'profile.needed', { name: 'a', child: 'b' }],
  ])('is told with what is in the way, row %#', (choice, own, code, params) => {
    expect(() => book.check(choice, own)).toThrow(expect.objectContaining({ failure: { code, params } }));
  });

  test.each<[string, ProfileChoice, string | null]>([
    ['its own name', choiceWith({ name: 'a' }), 'p1'],
    ['a chain of two', through('p2', 'd'), null],
    ['another parent', through('p1', 'c'), 'p3'],
    ['a parent of its own kind for the first time', through('p3', 'd'), null],
    ['a role with the long-term key', choiceWith({ name: 'd', role: ROLE }), null],
  ])('%s is all right', (_, choice, own) => {
    expect(() => book.check(choice, own)).not.toThrow();
  });

  test('a circle is seen wherever its profiles stand in the list', () => {
    const stored = [
      { ...choiceWith({ name: 'x' }), id: 'p0' },
      { ...choiceWith({ name: 'a' }), id: 'p1' },
      { ...through('p1', 'b'), id: 'p2' },
      { ...through('p2', 'c'), id: 'p3' },
      { ...through('p3', 'd'), id: 'p4' },
    ];
    const other = new SettingsBook(
      store,
      parseSettings({ profiles: stored }),
      () => 'p5',
      factsOf,
      () => {},
    );
    expect(() => other.check(through('p4', 'a'), 'p1')).toThrow(refused('profile.needed', { child: 'b' }));
    other.check(through('p4', 'x'), 'p0');
  });

  test('ends even where the stored settings have a circle already', () => {
    const looped = new FakeSettingsStore({
      profiles: [
        { ...through('p2', 'a'), id: 'p1' },
        { ...through('p1', 'b'), id: 'p2' },
      ],
    });
    const other = new SettingsBook(
      looped,
      looped.load().settings,
      () => 'p3',
      factsOf,
      () => {},
    );
    expect(() => other.check(through('p1', 'c'), null)).not.toThrow();
  });
});
