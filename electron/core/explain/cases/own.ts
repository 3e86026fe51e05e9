/** What Daypass says itself, in both languages: every failure of the catalogue, and what its scripts say without it. */
import { FAILURES } from '../../base/catalogue.ts';
import type { FailureCode } from '../../base/failure.ts';
import { messagesIn } from '../../i18n/messages.ts';
import type { Case } from '../case.ts';

const SCRIPTS: readonly Case[] = [
  {
    means: 'heard.not-running',
    source: 'assets/bin/daypass, assets/bin/daypass.cmd',
    says: ['daypass: Daypass is not running.', 'daypass: Daypass 沒有在執行。'],
  },
  {
    means: 'heard.no-answer',
    source: 'assets/bin/daypass',
    says: ['daypass: Daypass did not answer (curl', 'daypass: Daypass 沒有回應（curl'],
  },
  {
    means: 'heard.unknown-caller',
    source: 'adapters/endpoint/container-endpoint.ts',
    says: ['Daypass does not know this caller'],
  },
  {
    means: 'profile.unknown',
    source: 'assets/bin/git-remote-codecommit',
    says: ['Daypass has no profile {profile}, and there is no other git-remote-codecommit'],
  },
];

/** What is left of a text without its gaps. Chinese says in one sign what takes English two or three. */
const weightOf = (cause: string): number =>
  [...cause.replace(/\{\w+\}|\s/g, '')].reduce((sum, sign) => sum + (sign < '\u2000' ? 1 : 2.5), 0);

/** Of what is hardly more than a gap, anything could be an example. */
const LIGHTEST = 10;

/** What other programs say stands in the other tables. */
const CODES = (Object.keys(FAILURES) as FailureCode[]).filter((code) => !code.startsWith('heard.'));

const CATALOGUE: readonly Case[] = (['en', 'zh-TW'] as const)
  .flatMap((language) => CODES.map((means) => ({ means, cause: messagesIn(language).failures[means].cause })))
  .filter(({ cause }) => weightOf(cause) >= LIGHTEST)
  // One may be the end of another.
  .sort((a, b) => weightOf(b.cause) - weightOf(a.cause))
  .map(({ means, cause }) => ({
    means,
    source: 'the catalogue of failures',
    // Terminals are told with a small letter, programs by the endpoint with a capital.
    says: [`daypass: ${cause}`, `Daypass: ${cause}`],
  }));

export const ownCases: readonly Case[] = [...SCRIPTS, ...CATALOGUE];
