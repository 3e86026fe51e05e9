/** Keeps sessions over a restart, sealed by the operating system's keyring; where that cannot be, says why and keeps none. */
import { type Failure, FailureError, failureOf } from '../base/failure.ts';
import { list, nullable, object, optional, type Parsed, text, time } from '../base/parse.ts';
import { Secret } from '../base/secret.ts';
import type { SealedFiles } from '../kept/port.ts';
import type { Seal } from '../kept/seal.ts';
import type { Session } from './state.ts';

const kept = object({
  accessKeyId: text(128),
  secretAccessKey: text(256),
  sessionToken: text(65_536),
  expiresAt: time,
  // Earlier versions did not keep these.
  until: optional(nullable(time), null),
  begunAt: optional(nullable(time), null),
  account: text(16),
  arn: text(2_048),
  warned: list(time, 64),
  /** What was added to the wall clock to get AWS's time when this was kept. */
  offset: time,
});
type Kept = Parsed<typeof kept>;

function parse(opened: Secret<string>): Kept {
  try {
    return kept(JSON.parse(opened.reveal()));
  } catch {
    // Not with its cause: the error of a parser quotes what it could not read.
    throw new FailureError('kept.unreadable');
  }
}

export type Restored = { readonly session: Omit<Session, 'id'>; readonly offset: number };

export class Keeper {
  readonly #seal: Seal;
  readonly #files: SealedFiles;
  /** Of which session there is a copy, by the id of its key. */
  readonly #copies = new Map<string, string>();

  constructor(seal: Seal, files: SealedFiles) {
    this.#seal = seal;
    this.#files = files;
  }

  /** Resolves to why it was not kept, or null. The keyring may take its time: `isWanted` says whether it is still to be kept. */
  async keep(profile: string, session: Session, offset: number, isWanted = () => true): Promise<Failure | null> {
    if (!isWanted()) return null;
    const { credentials, expiresAt, until, begunAt, identity, warned } = session;
    const record: Kept = { ...credentials.reveal(), expiresAt, until, begunAt, ...identity, warned, offset };
    try {
      // The copy of the session before this one must not come back at a start, however long the keyring takes.
      if (this.#copies.get(profile) !== record.accessKeyId) await this.#files.remove(profile);
      const sealed = await this.#seal.seal(new Secret(JSON.stringify(record)));
      if (!isWanted()) return null;
      await this.#files.write(profile, sealed);
      if (!isWanted()) await this.#files.remove(profile);
      this.#copies.set(profile, record.accessKeyId);
      return null;
    } catch (thrown) {
      return failureOf(thrown);
    }
  }

  /** Null where nothing is kept. Rejects with a FailureError kept.* where it cannot be opened. */
  async restore(profile: string): Promise<Restored | null> {
    const sealed = await this.#files.read(profile);
    if (sealed === null) return null;
    const opened = await this.#seal.open(sealed);
    const { accessKeyId, secretAccessKey, sessionToken, account, arn, offset, ...rest } = parse(opened);
    const credentials = new Secret({ accessKeyId, secretAccessKey, sessionToken });
    this.#copies.set(profile, accessKeyId);
    return { session: { credentials, identity: { account, arn }, ...rest }, offset };
  }

  async forget(profile: string): Promise<void> {
    this.#copies.delete(profile);
    await this.#files.remove(profile);
  }
}
