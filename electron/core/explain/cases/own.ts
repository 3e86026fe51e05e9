/** What Daypass says itself, in both languages: every failure of the catalogue, and what its scripts say without it. */
import { FAILURES, type FailureCode } from '../../base/failure.ts';
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

/** Of these texts hardly more than a gap is left, or they are said of what a person types. */
const isTold = (code: FailureCode): boolean => !/^(heard|usage|input)\./.test(code);

const CODES = (Object.keys(FAILURES) as FailureCode[]).filter(isTold);

const CATALOGUE: readonly Case[] = CODES.map((means) => ({
  means,
  source: 'the catalogue of failures',
  // Terminals are told with a small letter, programs by the endpoint with a capital.
  says: (['en', 'zh-TW'] as const).flatMap((language) =>
    ['daypass', 'Daypass'].map((who) => `${who}: ${messagesIn(language).failures[means].cause}`),
  ),
}));

export const ownCases: readonly Case[] = [...SCRIPTS, ...CATALOGUE];
