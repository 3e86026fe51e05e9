import { describe, expect, test } from 'vitest';
import { FAILURES, FailureError, failure, failureOf } from '../../../electron/core/base/failure.ts';

describe('what a person is told of something thrown', () => {
  test('a failure of the catalogue, as it is', () => {
    const thrown = new FailureError('file.disk-full', { path: '/f' }, { cause: new Error('planted') });
    expect(failureOf(thrown)).toEqual(failure('file.disk-full', { path: '/f' }));
  });

  test.each([
    [new TypeError('planted'), 'TypeError'],
    [new DOMException('planted', 'AbortError'), 'AbortError'],
    ['planted', 'string'],
    [undefined, 'undefined'],
    [null, 'object'],
    [{ message: 'planted' }, 'object'],
  ])('of %s only its kind', (thrown, kind) => {
    expect(failureOf(thrown)).toEqual(failure('internal.unexpected', { kind }));
  });
});

test('codes are areas and words', () => {
  for (const code of Object.keys(FAILURES)) expect(code).toMatch(/^[a-z]+(-[a-z]+)*\.[a-z0-9]+(-[a-z0-9]+)*$/);
});
