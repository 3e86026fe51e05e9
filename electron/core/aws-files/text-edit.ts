/** An edit of a profile as an edit of its file: a refusal becomes a failure of the catalogue, without the path, which the file knows. */
import { type Failure, failure } from '../base/failure.ts';
import type { TextEdit } from './port.ts';
import type { ProfileEdit, Refusal } from './profile-edit.ts';
import { fittingName } from './profile-name.ts';

/** `name` is the profile that the edit is about. */
export function asTextEdit(edit: ProfileEdit, name: string): TextEdit {
  return edit.ok ? edit : { ok: false, failure: failureOf(name, edit.refusal) };
}

function failureOf(name: string, { reason, line, section = name }: Refusal): Failure {
  if (reason === 'not-ours') return failure('profile.not-ours', { section });
  if (reason === 'long-term-key') return failure('profile.own-key', { section });
  if (reason === 'bad-name') return failure('profile.name-invalid', { name, fitting: fittingName(name) });
  return line === undefined
    ? failure('profile.unwritable', { reason })
    : failure('profile.unparseable', { line, reason });
}
