/** The lines of a credential-store file, `PROTOCOL://USER:PASSWORD@HOST[/PATH]`, read as git reads them and deleted without touching another byte. */
import { codecommitHost } from '../../../core/git/codecommit-host.ts';
import { decoded, storedUser } from '../git-target.ts';

export interface CredentialLine {
  readonly host: string;
  readonly path: string | null;
  readonly user: string;
  /** Tells lines apart, without a secret. */
  readonly handle: string;
}

/** `text` has one character for each byte. Lines that are not for CodeCommit are none of our business. */
export function credentialLines(text: string): readonly CredentialLine[] {
  return lines(text).flatMap((line) => credentialLine(line) ?? []);
}

/** The text without the lines that have this handle. */
export function withoutLines(text: string, handle: string): string {
  return lines(text)
    .filter((line) => credentialLine(line)?.handle !== handle)
    .join('');
}

/** Each with its line end. */
const lines = (text: string): readonly string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

// As in git's credential.c: the user ends at the first `:`, all before the first `@` is credentials, what follows the
// host begins with one of `/?#`.
const LINE = /^(https?):\/\/([^:@/?#]*):([^@/?#]*)@([^/?#]+)(?:[/?#](.*))?$/;

function credentialLine(line: string): CredentialLine | null {
  const [, protocol = '', user = '', , encodedHost = '', encodedPath = ''] =
    LINE.exec(line.replace(/\r?\n$/, '')) ?? [];
  const host = decoded(encodedHost);
  if (!user || codecommitHost(host) === null) return null;
  const path = decoded(encodedPath).replace(/\/+$/, '') || null;
  const entry = { host, path, user: storedUser(user) };
  return { ...entry, handle: JSON.stringify([protocol, entry.user, host, path]) };
}
