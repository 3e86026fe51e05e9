/**
 * Whether a person can be there where a git runs. `who-asks.sh` finds it out on git's side and says it as the seconds that
 * git may be kept: the one thing beside git's own words that its cache client hands on, without a process more.
 */
export type Presence =
  /** A terminal that shows what git's helpers say: before it waits, its person is told for what. */
  | 'terminal'
  /** A person at a program that shows no terminal, or nothing is known. */
  | 'person'
  /** No terminal: a person's graphical client, or a program by itself. */
  | 'unseen'
  /** A program by itself, by its own word or by what has started it. */
  | 'nobody';

/** 900 is also what git's client says of itself. */
export function presenceOf(seconds: string | null | undefined): Presence {
  if (seconds === '2') return 'nobody';
  if (seconds === '600') return 'terminal';
  return seconds === '300' ? 'unseen' : 'person';
}
