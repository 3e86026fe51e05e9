import { expect, test } from 'vitest';
import type { Refusal } from '../../../electron/core/aws-files/profile-edit.ts';
import { asTextEdit } from '../../../electron/core/aws-files/text-edit.ts';
import { type Failure, failure } from '../../../electron/core/base/failure.ts';

test.each<[Refusal, Failure]>([
  [{ reason: 'not-ours', line: 3, section: 'x' }, failure('profile.not-ours', { section: 'x' })],
  [{ reason: 'not-ours' }, failure('profile.not-ours', { section: 'work' })],
  [{ reason: 'bad-name' }, failure('profile.name-invalid', { name: 'work', fitting: 'work' })],
  [{ reason: 'bad-value' }, failure('profile.unwritable', { reason: 'bad-value' })],
  [{ reason: 'duplicate-key', line: 3 }, failure('profile.unparseable', { line: 3, reason: 'duplicate-key' })],
])('%j is a failure of the catalogue', (refusal, why) => {
  expect(asTextEdit({ ok: false, refusal }, 'work')).toEqual({ ok: false, failure: why });
});

test('what was done stays as it was made', () => {
  const edit = { ok: true, text: 'x', changed: true } as const;
  expect(asTextEdit(edit, 'work')).toEqual(edit);
});
