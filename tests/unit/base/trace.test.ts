import { beforeEach, describe, expect, test } from 'vitest';
import { FailureError } from '../../../electron/core/base/failure.ts';
import { Trace } from '../../../electron/core/base/trace.ts';
import { FakeClock, MORNING } from '../../fakes/clock.ts';

let clock: FakeClock;
let trace: Trace;
beforeEach(() => {
  clock = new FakeClock();
  trace = new Trace(() => clock.wall());
});
const framesOf = (thrown: unknown) => {
  trace.add('test', thrown);
  return trace.list[0]?.frames;
};
/** As it would be thrown at these frames. */
const thrownAt = (error: Error, ...frames: readonly string[]) => {
  error.stack = `${error.name}: ${error.message}\n${frames.map((frame) => `    at ${frame}`).join('\n')}`;
  return error;
};
const PLANTED = /planted|AKIA|ann/;

test('says when, where and what: a code of the catalogue, or the kind of what is in none', () => {
  const happenings: [unknown, string, string | null][] = [
    [new FailureError('code.rejected'), 'code.rejected', null],
    [new FailureError('internal.unexpected'), 'internal.unexpected', 'FailureError'],
    [new TypeError('planted'), 'internal.unexpected', 'TypeError'],
    ['planted', 'internal.unexpected', 'string'],
    [undefined, 'internal.unexpected', 'undefined'],
  ];
  for (const [thrown, code, kind] of happenings) {
    trace.add('ipc signIn', thrown);
    expect(trace.list[0]).toMatchObject({ at: clock.wall(), where: 'ipc signIn', code, kind });
    clock.advance(1_000);
  }
  expect(trace.list.at(-1)?.at).toBe(MORNING);
});

test('the last fifty, the newest first; a list that was taken does not change', () => {
  const taken = trace.list;
  for (let i = 0; i < 60; i++) trace.add(`${i}`, new Error('planted'));
  expect(trace.list.map(({ where }) => where)).toEqual(Array.from({ length: 50 }, (_, i) => `${59 - i}`));
  expect(taken).toEqual([]);
});

describe('of a stack only the program’s own frames, without their folders', () => {
  test.each([
    ['requestSession (/home/ann/daypass/main.js:1203:9)', 'requestSession (main.js:1203:9)'],
    ['Sessions.signIn (file:///home/ann/planted/sessions.ts:98:5)', 'Sessions.signIn (sessions.ts:98:5)'],
    ['async Promise.all (C:\\Users\\ann\\main.cjs:1:2)', 'Promise.all (main.cjs:1:2)'],
    ['async Object.run (main.mjs:1:2)', 'Object.run (main.mjs:1:2)'],
    ['f (/x/m.ts:1:2)', 'f (m.ts:1:2)'],
    ['new Effects (/x/effects.ts:1:2)', 'new Effects (effects.ts:1:2)'],
    ['Effects.#pay (/x/effects.ts:1:2)', 'Effects.#pay (effects.ts:1:2)'],
    ['Object.<anonymous> (/x/a-b.test.tsx:10:20)', 'Object.<anonymous> (a-b.test.tsx:10:20)'],
    ['$f_1 (/x/view.jsx:10:20)', '$f_1 (view.jsx:10:20)'],
    ['/home/ann/planted/main.js:7:11', 'anonymous (main.js:7:11)'],
    ['async /home/ann/planted/main.js:7:11', 'async (main.js:7:11)'],
    [`${'f'.repeat(80)} (/x/${'m'.repeat(60)}.js:1:2)`, `${'f'.repeat(80)} (${'m'.repeat(60)}.js:1:2)`],
  ])('%s', (frame, shown) => {
    expect(framesOf(thrownAt(new Error('planted'), frame))).toEqual([shown]);
  });

  test.each([
    ['a name with other signs', 'planted=value (/x/main.js:1:2)'],
    ['a name that is too long', `${'f'.repeat(81)} (/x/main.js:1:2)`],
    ['a file that is too long', `f (/x/${'m'.repeat(61)}.js:1:2)`],
    ['a file that is no program', 'f (/home/ann/planted.txt:1:2)'],
    ['a file that only begins like one', 'f (/x/main.json:1:2)'],
    ['a file that only ends like one', 'f (/x/mainjs:1:2)'],
    ['no file', 'f (<anonymous>)'],
    ['Node’s own', 'process.processTicksAndRejections (node:internal/process/task_queues:95:5)'],
    ['no column', 'f (/x/main.js:1)'],
    ['an empty column', 'f (/x/main.js:1:)'],
    ['an empty line', 'f (/x/main.js::1)'],
    ['a file without a name', 'f (/x/.js:1:2)'],
    ['a place that is none', 'f (/x/main.js:1:x)'],
    ['text after the place', 'f (/x/main.js:1:2) planted'],
    ['text in the place', 'f (/x/main.js:1:2 planted)'],
    ['a folder with a space and no name', '/home/ann planted/main.js:1:2'],
    ['a query', 'f (/x/main.js?planted:1:2)'],
  ])('but not %s', (_, frame) => {
    expect(framesOf(thrownAt(new Error('m'), frame))).toEqual([]);
  });

  test('a line that is not indented is none, nor is one with text before it', () => {
    const error = new Error('m');
    error.stack = 'Error: m\nat f (/x/main.js:1:2)\nplanted    at f (/x/main.js:1:2)\n    f (/x/main.js:1:2)';
    expect(framesOf(error)).toEqual([]);
  });

  test('eight at the most, those of its causes after its own', () => {
    const frames = (file: string, count: number) => Array.from({ length: count }, (_, i) => `f (/x/${file}.js:${i}:1)`);
    const root = thrownAt(new Error('root'), ...frames('root', 9));
    const cause = thrownAt(new Error('cause', { cause: root }), ...frames('cause', 2));
    const thrown = thrownAt(new FailureError('key.unknown', {}, { cause }), ...frames('top', 3));
    expect(framesOf(thrown)).toEqual([
      ...['top', 'top', 'top', 'cause', 'cause', 'root', 'root', 'root'].map((file, at) => {
        const line = { top: at, cause: at - 3, root: at - 5 }[file];
        return `f (${file}.js:${line}:1)`;
      }),
    ]);
  });

  test('of four causes, one behind the other, and no more', () => {
    const thrown = [5, 4, 3, 2, 1, 0].reduce<Error | undefined>(
      (cause, i) => thrownAt(new Error('m', cause && { cause }), `f (/x/main.js:${i}:1)`),
      undefined,
    );
    expect(framesOf(thrown)).toEqual([0, 1, 2, 3, 4].map((i) => `f (main.js:${i}:1)`));
  });

  test('and where there is no message they are found all the same', () => {
    const error = new Error();
    error.stack = 'Error\n    at f (/x/main.js:1:2)';
    expect(framesOf(error)).toEqual(['f (main.js:1:2)']);
  });

  test('none of what is no error, or has no stack', () => {
    const error = new Error('m');
    delete error.stack;
    for (const thrown of ['planted', null, 7, error, { stack: '    at f (/x/main.js:1:2)' }]) {
      expect(framesOf(thrown)).toEqual([]);
    }
    expect(framesOf(thrownAt(new Error('m', { cause: 'planted' }), 'f (/x/main.js:1:2)'))).toEqual(['f (main.js:1:2)']);
  });
});

describe('no value is in it, ever', () => {
  const secret = 'AKIAPLANTED/planted+key';
  const inFrames = `first\n    at planted secret (main.js:1:2)\n    at /home/ann/planted.js:1:2\nlast`;
  test.each<[string, () => unknown]>([
    ['in a message', () => new Error(secret)],
    ['in a parameter', () => new FailureError('aws.refused', { message: secret, region: 'planted' })],
    ['in a cause', () => new FailureError('key.unknown', {}, { cause: new Error(secret) })],
    ['in the cause of a cause', () => new Error(secret, { cause: new Error(secret, { cause: secret }) })],
    ['in a message of several lines', () => new Error(`a\n    at ${secret}\n    at planted text\n  b`)],
    ['in a message that looks like frames', () => new Error(inFrames)],
    ['in a cause that looks like frames', () => new FailureError('key.unknown', {}, { cause: new Error(inFrames) })],
    ['in a message that was changed since', () => Object.assign(new Error(inFrames), { message: 'another' })],
    ['in what is no error', () => secret],
    ['in what is made up as one', () => ({ name: secret, message: secret, stack: secret })],
  ])('planted %s', (_, make) => {
    trace.add('test', make());
    const { frames, ...rest } = trace.list[0] ?? expect.fail();
    expect(JSON.stringify(rest)).not.toMatch(PLANTED);
    // The function that plants is one of this file, which no person's folder stands before.
    for (const frame of frames) expect(frame).toMatch(/^[\w$.#<> ]+ \([\w.-]+\.[cm]?[jt]sx?:\d+:\d+\)$/);
    expect(JSON.stringify(frames)).not.toMatch(PLANTED);
  });
});

test('an error that is its own cause is followed to no end', () => {
  const trace = new Trace(() => 0);
  const error = new Error('round');
  error.cause = error;
  trace.add('here', error);
  expect(trace.list[0]?.frames.length).toBeLessThanOrEqual(8);
});
