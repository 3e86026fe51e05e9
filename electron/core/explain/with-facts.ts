/** What a message means together with what this computer shows of it. */
import { type Failure, failure } from '../base/failure.ts';
import { type DoctorFinding, found as finding } from '../doctor/finding.ts';
import type { DoctorReport } from '../doctor/report.ts';
import { BEARING } from './bearing.ts';
import type { Recognised, Words } from './recognition.ts';

export interface Explained extends Recognised {
  /** What bears on it here, the likeliest first. */
  readonly facts: readonly DoctorFinding[];
}

/** A profile of Daypass's, as far as it matters here. */
export interface SessionSeen {
  readonly name: string;
  readonly living: boolean;
}

/** `report` is null where nothing has been looked at yet. */
export const withFacts = (
  recognised: readonly Recognised[],
  report: DoctorReport | null,
  seen: readonly SessionSeen[],
): readonly Explained[] => recognised.map((one) => ({ ...one, facts: factsOf(one, report, seen) }));

function factsOf(
  { failure: meant, words }: Recognised,
  report: DoctorReport | null,
  seen: readonly SessionSeen[],
): readonly DoctorFinding[] {
  const { checks, sessions } = BEARING[meant.code] ?? { checks: [], sessions: false };
  const shown = checks.flatMap((name) => report?.checks.find((checked) => checked.name === name)?.findings ?? []);
  const ofSessions = sessions ? sessionFacts(words, seen).map((why) => finding(why)) : [];
  // Nothing is said twice.
  return [...shown, ...ofSessions].filter((one) => one.failure.code !== meant.code);
}

/** Of the profile that the message names; else of those that are signed in, or of all where none is. */
function sessionFacts({ profile }: Words, seen: readonly SessionSeen[]): readonly Failure[] {
  const named = seen.filter(({ name }) => name === profile);
  const those = named.length > 0 ? named : seen;
  const living = those.filter((one) => one.living);
  return living.length > 0
    ? living.map(({ name }) => failure('heard.session-lives', { profile: name }))
    : those.map(({ name }) => failure('session.none', { profile: name }));
}
