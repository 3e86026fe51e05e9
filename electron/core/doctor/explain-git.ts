/** What git's error text says of CodeCommit's answer. git translates its words, but here it is asked in English; numbers stay. */
import { type Failure, failure } from '../base/failure.ts';

export interface Answered {
  readonly repository: string;
  /** By name, with its account: who was asked for the password, or would have been. */
  readonly profile: string;
  readonly account: string;
  readonly region: string;
  readonly host: string;
}

/** A limit that git was ended by. */
const LATE = -1;
const SHOWN = 160;

export function explainGit(status: number, said: string, answered: Answered): Failure {
  const { repository, profile, account, region, host } = answered;
  const [, code] = /The requested URL returned error: (\d{3})/.exec(said) ?? [];
  if (code === '403') return failure('try.forbidden', { repository, profile, account, region });
  if (code === '429') return failure('aws.throttled');
  if (code === '404' || /repository '.*' not found/.test(said))
    return failure('try.no-repository', { repository, profile, account, region });
  if (/could not read (?:Username|Password)/.test(said)) return failure('try.not-asked', { repository });
  if (/Authentication failed for/.test(said)) return failure('git.said-401', { repository });
  if (/Could not resolve (?:host|proxy)|Failed to connect|Connection refused/i.test(said)) {
    return failure('network.offline', { host });
  }
  if (/certificate|SSL/i.test(said)) return failure('network.certificate', { host, issuer: '?' });
  if (status === LATE && said === '') return failure('doctor.no-answer', { seconds: 15 });
  return failure('try.git-failed', { message: shown(said) });
}

/** git's last word, without what could be a secret: it names URLs, and in some versions the user with the token. */
function shown(said: string): string {
  const lines = said.split('\n').filter((line) => line.trim() !== '');
  const last = lines.findLast((line) => /^(?:fatal|error|remote|daypass):/.test(line)) ?? lines.at(-1) ?? '';
  return last
    .replace(/(:\/\/)[^/@\s]*@/g, '$1…@')
    .replace(/\b(AKIA|ASIA|APKA)[A-Z0-9]{8,}([A-Z0-9]{4})\b(?:%[^\s'"]*)?/g, '$1…$2')
    .slice(0, SHOWN);
}
