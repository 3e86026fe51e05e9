/**
 * git's credential protocol, https://git-scm.com/docs/git-credential#IOFMT: `key=value` lines up to an empty line or
 * the end. Whatever arrives is either understood or refused, and of a password that git shows us nothing is kept.
 */

/** git's own requests are far below this; more is not git. Characters. */
export const MAX_INPUT = 65_536;

export interface CredentialRequest {
  /** Only git's cache client says it in the input: get, store, erase, exit. */
  readonly action: string | null;
  readonly protocol: string | null;
  readonly host: string | null;
  readonly path: string | null;
  readonly username: string | null;
  /** Only git's cache client says it: the seconds for which it may be kept. */
  readonly timeout: string | null;
}

const KNOWN = ['action', 'protocol', 'host', 'path', 'username', 'timeout'] as const;

/** Null for what git would not send: a line without `=`, a NUL, too much. Unknown attributes and arrays are passed over. */
export function parseCredential(text: string): CredentialRequest | null {
  if (text.length > MAX_INPUT || text.includes('\0')) return null;
  const found = new Map<string, string>();
  for (const line of text.split('\n')) {
    const attribute = line.endsWith('\r') ? line.slice(0, -1) : line;
    if (attribute === '') break;
    const equals = attribute.indexOf('=');
    if (equals < 1) return null;
    // As in git, the last one said counts.
    found.set(attribute.slice(0, equals), attribute.slice(equals + 1));
  }
  const [action, protocol, host, path, username, timeout] = KNOWN.map((key) => found.get(key) || null);
  return {
    action: action ?? null,
    protocol: protocol ?? null,
    host: host ?? null,
    path: path ?? null,
    username: username ?? null,
    timeout: timeout ?? null,
  };
}

/** Lines as git reads them. Throws where a value would break out of its line. */
export function formatCredential(attributes: Readonly<Record<string, string | number>>): string {
  return Object.entries(attributes)
    .map(([key, value]) => {
      const line = `${key}=${value}`;
      if (/[\n\r\0]/.test(line)) throw new Error(`${key} does not fit on a line`);
      return `${line}\n`;
    })
    .join('');
}

/** Tells git to stop asking, also its other helpers and the person. */
export const QUIT = formatCredential({ quit: 1 });
