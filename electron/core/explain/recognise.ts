/** Finds the known messages in any pasted text, best first, with the words that matter in them and no secret. Never throws. */
import { type FailureCode, failure } from '../base/failure.ts';
import { codecommitHost, repositoryOf } from '../git/codecommit-host.ts';
import { messagesIn } from '../i18n/messages.ts';
import type { Case } from './case.ts';
import { CASES } from './cases/cases.ts';
import { type Pasted, pasted } from './pasted.ts';
import { type Pattern, patternOf } from './pattern.ts';
import { type Recognised, type Recognition, WORDS, type Words } from './recognition.ts';

/** A page of a screen; more is not read. */
const MOST_FOUND = 6;
const LONGEST_COPY = 4_000;
const LONGEST_QUOTE = 300;
const SAME_BREATH = 400;
/** Stands for what a message does not say. */
const UNSAID = '…';

/** Made when first needed: most days nobody asks. */
let table: readonly { readonly known: Case; readonly patterns: readonly Pattern[] }[] | undefined;

export function recognise(text: string): Recognition {
  const given = pasted(text);
  const taken = new Uint8Array(given.squeezed.length);
  table ??= CASES.map((known) => ({ known, patterns: known.says.map(patternOf) }));
  const places = table.flatMap(({ known, patterns }) => lastPlace(known, patterns, given.squeezed, taken) ?? []);
  // What happened last is what somebody asks about; what says nothing of the reason comes after what does.
  places.sort(
    (a, b) => Number(a.known.vague ?? false) - Number(b.known.vague ?? false) || b.match.index - a.match.index,
  );
  const found = new Map<FailureCode, Recognised>();
  for (const place of places) {
    const one = recognised(place, given);
    if (found.size < MOST_FOUND && !found.has(one.failure.code)) found.set(one.failure.code, one);
  }
  return { found: [...found.values()], copy: given.text.trim().slice(-LONGEST_COPY) };
}

interface Place {
  readonly known: Case;
  readonly last: string | null;
  readonly match: RegExpExecArray;
}

/** Takes all places of a message where no other stands, and returns the last. */
function lastPlace(known: Case, patterns: readonly Pattern[], text: string, taken: Uint8Array): Place | null {
  let best: Place | null = null;
  for (const { finds, literal, last } of patterns) {
    let mine: RegExpExecArray | null = null;
    finds.lastIndex = text.includes(literal) ? 0 : text.length;
    for (let match = finds.exec(text); match; match = finds.exec(text)) {
      const end = match.index + match[0].length;
      if (taken.subarray(match.index, end).includes(1)) continue;
      taken.fill(1, match.index, end);
      mine = match;
    }
    // One message may be told twice in a breath: then the form with more words in it, which is the first, is better.
    if (mine && (!best || mine.index > best.match.index + SAME_BREATH)) best = { known, last, match: mine };
  }
  return best;
}

function recognised({ known, last, match }: Place, given: Pasted): Recognised {
  const said: Record<string, string> = {};
  for (const [name, range] of Object.entries(match.indices?.groups ?? {})) {
    if (range) said[name] = wordOf(name, given.between(...range), name === last);
  }
  const quote = shortened(given.linesOf(match.index, match.index + match[0].length));
  const words = { ...said, ...ofUrl(said.url) };
  const isElsewhere = known.ofCodeCommit && words.host !== undefined && !codecommitHost(words.host);
  const code = isElsewhere ? 'heard.git-other-host' : known.means;
  return { failure: failure(code, { ...unsaid(code), message: quote, ...words }), words: chosen(words), quote };
}

/** As it was before white space was left out of account, which only some words can have in them. */
function wordOf(name: string, text: string, isLast: boolean): string {
  const hasSpaces = name === 'message' || name === 'path' || name === 'profile' || name === 'reason';
  if (isLast) return shortened(text.split(hasSpaces && name !== 'profile' ? '\n' : /\s/, 1)[0] ?? '');
  return shortened(hasSpaces ? text : text.replace(/\s/g, ''));
}

const shortened = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, LONGEST_QUOTE);

/** What a URL says by itself; a region only where AWS writes it so. */
function ofUrl(url: string | undefined): Words {
  const [, host = '', path = ''] = /^https?:\/\/([^/:?#]+)(?::\d+)?([^?#]*)/.exec(url ?? '') ?? [];
  if (!host) return {};
  const region = codecommitHost(host)?.region ?? /\.([a-z]{2,4}(?:-[a-z]+){1,3}-\d)\.amazonaws\./.exec(host)?.[1];
  const repository = codecommitHost(host) ? repositoryOf(path.replace(/\/$/, '')) : null;
  return { host, ...(region ? { region } : {}), ...(repository ? { repository } : {}) };
}

function chosen(said: Record<string, string>): Words {
  return Object.fromEntries(WORDS.flatMap((word) => (said[word] ? [[word, said[word]]] : [])));
}

/** A text must not show its gaps. */
function unsaid(code: FailureCode): Record<string, string> {
  const { cause, fix } = messagesIn('en').failures[code];
  return Object.fromEntries([...`${cause} ${fix}`.matchAll(/\{(\w+)\}/g)].map(([, gap]) => [gap, UNSAID]));
}
