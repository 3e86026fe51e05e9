/** Reads what comes back through a door: by the browser's redirect, or as the text that AWS's page shows on another device. */
import { fromBase64 } from '../base/base64.ts';
import { type Failure, FailureError } from '../base/failure.ts';
import { Secret } from '../base/secret.ts';
import type { Door } from './door.ts';
import { explainRedirect } from './explain-sign-in.ts';
import type { Randomness } from './port.ts';

export type Answer =
  | { readonly is: 'code'; readonly code: Secret<string> }
  /** AWS says no. */
  | { readonly is: 'refused'; readonly why: Failure }
  /** Not of this sign-in. */
  | { readonly is: 'stranger' };

const STRANGER: Answer = { is: 'stranger' };
const LONGEST_CODE = 8_192;

/** `query`: what stands behind the `?`. Whoever does not know the state can neither end a sign-in nor slip in another. */
export function readAnswer(query: string, door: Pick<Door, 'state'>, random: Pick<Randomness, 'same'>): Answer {
  const { state, code, error, error_description: description } = fieldsOf(query) ?? {};
  if (state === undefined || !random.same(state, door.state)) return STRANGER;
  if (error !== undefined) return { is: 'refused', why: explainRedirect(error, description ?? '') };
  return code && code.length <= LONGEST_CODE ? { is: 'code', code: new Secret(code) } : STRANGER;
}

/** Throws FailureError browser.paste-malformed, browser.paste-other, or what AWS says no with. */
export function readPasted(
  pasted: Secret<string>,
  door: Pick<Door, 'state'>,
  random: Pick<Randomness, 'same'>,
): Secret<string> {
  // A terminal or a messenger may have broken it into lines.
  const query = fromBase64(pasted.reveal().replace(/\s+/g, ''));
  if (!query || !fieldsOf(query)?.state) throw new FailureError('browser.paste-malformed');
  const answer = readAnswer(query, door, random);
  if (answer.is === 'refused') throw FailureError.of(answer.why);
  if (answer.is === 'stranger') throw new FailureError('browser.paste-other');
  return answer.code;
}

/** Null where a name is given twice, or something is not encoded as it must be: then nobody knows which is meant. */
function fieldsOf(query: string): Partial<Record<string, string>> | null {
  const fields: Partial<Record<string, string>> = Object.create(null);
  for (const part of query.split('&')) {
    const at = part.indexOf('=');
    const name = decoded(at < 0 ? part : part.slice(0, at));
    const value = decoded(at < 0 ? '' : part.slice(at + 1));
    if (name === null || value === null || name in fields) return null;
    fields[name] = value;
  }
  return fields;
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return null;
  }
}
