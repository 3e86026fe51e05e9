// In any order of denied, another service, locked, late, gone and killed, no key, authenticator or session is lost.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keyBox } from '../../electron/adapters/sealing/key-box.ts';
import { Attempts } from '../../electron/core/authenticator/attempts.ts';
import { StoredTotp } from '../../electron/core/authenticator/stored-totp.ts';
import { readLongTermKey } from '../../electron/core/aws-files/read-profiles.ts';
import { AwsClock } from '../../electron/core/base/aws-clock.ts';
import { Secret } from '../../electron/core/base/secret.ts';
import type { SealedFiles } from '../../electron/core/kept/port.ts';
import { Seal } from '../../electron/core/kept/seal.ts';
import { SealedSecrets } from '../../electron/core/kept/sealed-secrets.ts';
import { LongTermKeys } from '../../electron/core/keys/long-term-keys.ts';
import { Keeper } from '../../electron/core/session/keeper.ts';
import { KEY_FILE } from '../fakes/app-world.ts';
import { FakeClock } from '../fakes/clock.ts';
import { FakeSealedFiles } from '../fakes/sealed-files.ts';
import { FakeSharedFiles } from '../fakes/shared-files.ts';
import { IDENTITY } from '../fakes/sts.ts';
import { FakeTimer } from '../fakes/timer.ts';
import { FakeQrReader, FakeTotp } from '../fakes/totp.ts';
import { sessionWith } from '../unit/samples.ts';
import { Keyrings, type Service } from './keyrings.ts';

const RUNS = Number(process.env.KEYRING_ORDERS ?? 10_000);
const PERSON = ['keep', 'putBack', 'store', 'remove', 'signIn', 'signOut', 'unlock'] as const;
const DESKTOP = ['lock', 'open', 'deny', 'allow', 'first', 'second', 'gone', 'start'] as const;

type Move =
  | { readonly do: (typeof PERSON)[number]; readonly killedAt: number | null }
  | { readonly do: (typeof DESKTOP)[number] };

const moves = fc.array(
  fc.oneof(
    fc.record({
      do: fc.constantFrom(...PERSON),
      // The app is killed before this of its calls to the disk and the keyring.
      killedAt: fc.option(fc.nat({ max: 30 }), { freq: 3 }),
    }),
    fc.record({ do: fc.constantFrom(...DESKTOP) }),
  ) as fc.Arbitrary<Move>,
  { minLength: 4, maxLength: 20 },
);

const secretOf = (n: number) => `${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[n % 26]}`.repeat(32);

class Desk {
  readonly keyrings = new Keyrings();
  readonly shared = new FakeSharedFiles();
  readonly secrets = new FakeSealedFiles();
  readonly sessions = new FakeSealedFiles();
  app = this.start();
  /** What must be found: any of these, as a kill may come before or after. */
  authenticator: readonly (string | null)[] = [null];
  session: readonly (string | null)[] = [null];
  #n = 0;
  #left: number | null = null;
  #killed: () => void = () => {};

  constructor() {
    this.shared.texts.credentials = KEY_FILE;
  }

  start() {
    let alive = true;
    const turn = async (): Promise<void> => {
      if (this.#left !== null && this.#left-- <= 0) {
        alive = false;
        this.#killed();
      }
      if (!alive) await new Promise(() => {});
    };
    const sealed = (files: FakeSealedFiles): SealedFiles => ({
      read: (name) => turn().then(() => files.read(name)),
      write: (name, text) => turn().then(() => files.write(name, text)),
      remove: (name) => turn().then(() => files.remove(name)),
      names: () => turn().then(() => files.names()),
      setAside: () => turn().then(() => files.setAside()),
    });
    const seal = new Seal(keyBox(this.keyrings.items(turn)), sealed(this.secrets));
    const kept = new SealedSecrets(seal, sealed(this.secrets));
    const clock = new FakeClock();
    return {
      seal,
      keys: new LongTermKeys({
        kept,
        files: {
          path: (file) => this.shared.path(file),
          read: (file) => turn().then(() => this.shared.read(file)),
          rehearse: (...given) => turn().then(() => this.shared.rehearse(...given)),
          edit: (...given) => turn().then(() => this.shared.edit(...given)),
        },
        identity: async () => IDENTITY,
      }),
      totp: new StoredTotp({
        kept,
        totp: new FakeTotp(),
        qr: new FakeQrReader(),
        clock: new AwsClock(clock),
        timer: new FakeTimer(clock),
        attempts: new Attempts(),
        changed() {},
      }),
      keeper: new Keeper(seal, sealed(this.sessions)),
    };
  }

  async move(move: Move): Promise<void> {
    if ('killedAt' in move) return this.#person(move.do, move.killedAt);
    const { keyrings } = this;
    if (move.do === 'lock' || move.do === 'open') keyrings.locked = move.do === 'lock';
    if (move.do === 'deny' || move.do === 'allow') keyrings.allows = move.do === 'allow';
    if (move.do === 'deny') keyrings.denied = true;
    if (move.do === 'first' || move.do === 'second') keyrings.running = move.do;
    if (move.do === 'gone') keyrings.running = null;
    if (move.do === 'start') await this.restart();
  }

  /** As Daypass begins: it finishes what waits for a start, with the keyring as it is. */
  async restart(): Promise<void> {
    this.app = this.start();
    await this.app.keys.settle('work').catch(() => {});
  }

  async #person(what: (typeof PERSON)[number], killedAt: number | null): Promise<void> {
    const { app } = this;
    const n = ++this.#n;
    this.#left = killedAt;
    const killed = new Promise<'killed'>((resolve) => {
      this.#killed = () => resolve('killed');
    });
    const tried = (work: Promise<unknown>) =>
      Promise.race([
        killed,
        work.then(
          (value) => (value === undefined || value === null ? ('done' as const) : ('refused' as const)),
          () => 'refused' as const,
        ),
      ]);
    const before = { authenticator: this.authenticator, session: this.session };
    let ended: 'done' | 'refused' | 'killed' = 'done';
    if (what === 'keep') ended = await tried(app.keys.keep('work', 'eu-central-1'));
    if (what === 'putBack') ended = await tried(app.keys.putBack('work'));
    if (what === 'unlock') ended = await tried(app.seal.unlock());
    if (what === 'store' || what === 'remove') {
      const store = what === 'store';
      ended = await tried(store ? app.totp.store('p1', new Secret(secretOf(n))) : app.totp.remove('p1'));
      const now = store ? secretOf(n) : null;
      if (ended === 'done') this.authenticator = [now];
      if (ended === 'killed') this.authenticator = [...before.authenticator, now];
    }
    if (what === 'signIn' || what === 'signOut') {
      const now = what === 'signIn' ? `token${n}` : null;
      // Each session has a key of its own.
      const credentials = { accessKeyId: `ASIA${n}`, secretAccessKey: 's', sessionToken: `token${n}` };
      const work = now
        ? app.keeper.keep('p1', sessionWith({ credentials: new Secret(credentials) }), 0)
        : app.keeper.forget('p1');
      ended = await tried(work);
      if (ended === 'done') this.session = [now];
      // One that could not be kept is in memory alone, and the one before it is over.
      if (ended === 'refused') this.session = [null];
      if (ended === 'killed') this.session = [...before.session, now, null];
    }
    this.#left = null;
    if (ended === 'killed') await this.restart();
  }

  /** Looks with eyes that no keyring keeps out. */
  async check(): Promise<void> {
    const box = keyBox(this.keyrings.all);
    const open = async (files: FakeSealedFiles, name: string) => {
      const sealed = files.texts.get(name);
      return sealed === undefined ? null : (await box.open(sealed)).reveal();
    };
    const inFile = readLongTermKey(this.shared.texts.credentials, '', 'work')?.secretAccessKey.reveal();
    const kept = [await open(this.secrets, 'key-work'), await open(this.secrets, 'leaving-work')];
    const all = [inFile, ...kept.map((text) => text && JSON.parse(text).secretAccessKey)];
    expect(all).toContain('planted-long-term-key');
    expect(this.authenticator).toContain(await open(this.secrets, 'totp-p1'));
    const session = await open(this.sessions, 'p1');
    expect(this.session).toContain(session && JSON.parse(session).sessionToken);
  }

  /** The keyring that was used first is there again, and open: all comes back in the next start. */
  async setRight(): Promise<void> {
    const proof = this.secrets.texts.get('proof');
    const holder: Service = (proof && this.keyrings.holderOf(proof)) || 'first';
    Object.assign(this.keyrings, { running: holder, locked: false, denied: false, allows: true });
    await this.restart();
    const { keys, totp, keeper } = this.app;
    if (!readLongTermKey(this.shared.texts.credentials, '', 'work')) {
      expect((await keys.key('work'))?.secretAccessKey.reveal()).toBe('planted-long-term-key');
    }
    expect(this.secrets.texts.has('leaving-work')).toBe(false);
    await totp.look([{ id: 'p1' } as never]);
    expect(totp.has('p1')).toBe(this.secrets.texts.has('totp-p1'));
    const session = await keeper.restore('p1');
    expect(this.session).toContain(session?.session.credentials.reveal().sessionToken ?? null);
  }
}

test(`nothing is lost in ${RUNS} orders`, async () => {
  await fc.assert(
    fc.asyncProperty(moves, async (order) => {
      const desk = new Desk();
      for (const move of order) {
        await desk.move(move);
        await desk.check();
      }
      await desk.setRight();
      await desk.check();
    }),
    { numRuns: RUNS, seed: 20261128, ...JSON.parse(process.env.KEYRING_REPLAY ?? '{}') },
  );
});
