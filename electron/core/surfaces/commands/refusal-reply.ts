/** Whatever went wrong in a command, as words and an exit status. */
import { type Failure, failureOf } from '../../base/failure.ts';
import type { Language } from '../../i18n/words.ts';
import { type CommandReply, type ExitStatus, Refusal } from './request.ts';
import { failureLines, told } from './told.ts';

export function refusalReply(thrown: unknown, language: Language): CommandReply {
  if (thrown instanceof Refusal) {
    return { status: thrown.status, stdout: '', stderr: told(thrown.cause, thrown.fix) };
  }
  const failure = failureOf(thrown);
  return { status: STATUS[failure.code] ?? 1, stdout: '', stderr: failureLines(failure, language) };
}

const STATUS: { readonly [code in Failure['code']]?: ExitStatus } = {
  'session.none': 4,
  'session.expired': 4,
  'usage.invalid': 2,
  'input.invalid': 2,
};
