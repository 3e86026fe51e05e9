import { beforeEach, expect, test } from 'vitest';
import { Latest } from '../../../electron/core/base/latest.ts';

interface Question {
  readonly answered: Promise<string>;
  answer(text: string): Promise<unknown>;
  fail(): Promise<unknown>;
}

let latest: Latest;
let used: string[];
beforeEach(() => {
  latest = new Latest();
  used = [];
});
function ask(): Question {
  let end = { resolve: (_: string) => {}, reject: (_: Error) => {} };
  const work = new Promise<string>((resolve, reject) => {
    end = { resolve, reject };
  });
  const answered = latest.of(work, (text) => used.push(text));
  const over = answered.catch(() => {});
  return {
    answered,
    answer: (text) => {
      end.resolve(text);
      return over;
    },
    fail: () => {
      end.reject(new Error('failed'));
      return over;
    },
  };
}

test('answers in the order of the questions are all used', async () => {
  const [first, second] = [ask(), ask()];
  await first.answer('first');
  await second.answer('second');
  expect(used).toEqual(['first', 'second']);
});

test('an older answer that comes later is not used, but who asked for it has it', async () => {
  const [first, second, third] = [ask(), ask(), ask()];
  await second.answer('second');
  await first.answer('first');
  expect(await first.answered).toBe('first');
  expect(used).toEqual(['second']);
  await third.answer('third');
  await ask().answer('fourth');
  expect(used).toEqual(['second', 'third', 'fourth']);
});

test('a question that fails takes nothing away from an older one', async () => {
  const [first, second] = [ask(), ask()];
  await second.fail();
  await expect(second.answered).rejects.toThrow('failed');
  await first.answer('first');
  expect(used).toEqual(['first']);
});
