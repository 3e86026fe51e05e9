/**
 * Reads access keys out of what people have of them: the files that AWS's console hands out, and what is copied from
 * pages, terminals and other files. What is no long-term key is refused with what it is.
 */
import type { LongTermKey } from '../aws/credentials.ts';
import { shownKey } from '../aws/shown-key.ts';
import { FailureError } from '../base/failure.ts';
import { Secret } from '../base/secret.ts';
import { readTable } from './read-table.ts';
import { sameKey } from './sealed-key.ts';

export interface FoundKey {
  /** By which a person chooses it: whose it is, or, where that is not said, its last letters. */
  readonly owner: string;
  readonly key: LongTermKey;
}

interface Row {
  readonly user?: string | undefined;
  readonly id?: string | undefined;
  readonly secret?: string | undefined;
}

/**
 * Marks in front of a text and between its letters that no key has: those of an encoding with two bytes a letter which was
 * read with one, and what pages put in so that a line may break.
 */
const UNSEEN = /^\uFFFD+|[\0\u200B-\u200D\u2060\uFEFF]/g;

/** One at least. Throws FailureError new-key.none, half, temporary or git-credential. */
export function readKeys(given: string): readonly FoundKey[] {
  const text = given.replace(UNSEEN, '').replace(/\r\n?/g, '\n');
  const readings = [tableRows(text), settingRows(text), wordRows(text)];
  for (const rows of readings) {
    if (rows.some(({ id }) => id?.startsWith('ASIA'))) throw new FailureError('new-key.temporary');
    const all = rows.flatMap(wholeKey);
    // Nobody can choose between a key and itself.
    const found = all.filter(({ key }, at) => all.findIndex((other) => sameKey(other.key, key)) === at);
    if (found.length > 0) return found.map((one) => ({ owner: ownerOf(one, found), key: one.key }));
  }
  throw new FailureError(readings.flat().some(({ id, secret }) => id || secret) ? 'new-key.half' : 'new-key.none');
}

interface Whole {
  readonly user: string | undefined;
  readonly key: LongTermKey;
}

const ID = /^\w{16,128}$/;
const SECRET = /^[\w+/=.-]{16,256}$/;

function wholeKey({ user, id = '', secret = '' }: Row): readonly Whole[] {
  if (!ID.test(id) || !SECRET.test(secret)) return [];
  return [{ user: user || undefined, key: { accessKeyId: id, secretAccessKey: new Secret(secret) } }];
}

/** A user has up to two keys. */
function ownerOf({ user, key }: Whole, all: readonly Whole[]): string {
  const end = shownKey(key.accessKeyId);
  if (!user) return end;
  return all.filter((other) => other.user === user).length > 1 ? `${user} ${end}` : user;
}

/** The columns by their names, in any order, case and spelling. */
function tableRows(text: string): readonly Row[] {
  const [head = [], ...rows] = readTable(text);
  const names = head.map((name) => name.toLowerCase().replace(/[^a-z]/g, ''));
  const [user, id, secret, password] = [/^user(name)?$/, /^accesskey(id)?$/, /^secret(accesskey)?$/, /^password$/].map(
    (form) => names.findIndex((name) => form.test(name)),
  ) as [number, number, number, number];
  // HTTPS credentials for CodeCommit come in a file that looks alike.
  if (user >= 0 && password >= 0 && id < 0 && secret < 0) throw new FailureError('new-key.git-credential');
  if (id < 0 && secret < 0) return [];
  // A page puts the word of a button behind a value.
  const cell = (row: readonly string[], at: number) => row[at]?.split(/\s/, 1)[0];
  return rows.map((row) => ({ user: row[user], id: cell(row, id), secret: cell(row, secret) }));
}

const SETTING =
  /(user[_ ]?name|secret[_ ]?(?:access[_ ]?)?key|access[_ ]?key(?:[_ ]?id)?|(?:session|security)_?token)["']?[^\S\n]*[:=]\s*["']?([^\s"',;{}]+)/gi;

/** `aws_access_key_id = …` of a file, `export AWS_…=` of a shell, the JSON of create-access-key. */
function settingRows(text: string): readonly Row[] {
  const found = [...text.matchAll(SETTING)].map(([, name = '', value = '']) => [name.toLowerCase(), value] as const);
  const of = (form: RegExp) => found.flatMap(([name, value]) => (form.test(name) ? [value] : []));
  if (of(/token/).length > 0) throw new FailureError('new-key.temporary');
  const [users, ids, secrets] = [of(/^user/), of(/^access/), of(/^secret/)];
  const isWhole = ids.length === secrets.length;
  // Which belong together is plain only where none is missing.
  if (!isWhole) return [{ id: ids[0] ?? '', secret: ids.length > 0 ? '' : secrets[0] }];
  return ids.map((id, at) => ({ user: users.length === ids.length ? users[at] : undefined, id, secret: secrets[at] }));
}

/** The two values alone, in either order, with whatever words stand around them. */
function wordRows(text: string): readonly Row[] {
  const words = [...new Set(text.split(/[\s"'`,;|]+/).filter(Boolean))];
  const [id, ...ids] = words.filter((word) => /^(AKIA|ASIA)[A-Z0-9]{12,}$/.test(word));
  const others = words.filter((word) => word !== id);
  const alike = others.filter((word) => /^[A-Za-z0-9+/]{40}$/.test(word));
  const [secret, ...secrets] = alike.length > 0 ? alike : id && others.length === 1 ? others : [];
  return ids.length > 0 || secrets.length > 0 ? [{ id }] : [{ id, secret }];
}
