/** The app in memory with a user's keys at AWS, that can be killed, or refused something, at any call to the outside. */
import type { App } from '../../../../electron/core/app/build.ts';
import type { Ports } from '../../../../electron/core/app/ports.ts';
import { readLongTermKey } from '../../../../electron/core/aws-files/read-profiles.ts';
import { FailureError } from '../../../../electron/core/base/failure.ts';
import { Secret } from '../../../../electron/core/base/secret.ts';
import type { KeyPlace } from '../../../../electron/core/keys/long-term-keys.ts';
import { AppWorld, drained } from '../../../fakes/app-world.ts';
import { choiceWith } from '../../samples.ts';

export const OLD = 'AKIAWORK';
export const OLD_SECRET = 'planted-long-term-key';
export const NEW = 'AKIANNNNNNNNNNNNNNN1';
export const FILE = `# mine\r\n[other]\nk=1\n[work]\n  aws_access_key_id = ${OLD}\n; the secret\naws_secret_access_key\t=  ${OLD_SECRET}\noutput = json\n`;
const DAY = 24 * 3_600_000;

/** What happens to the call that is counted down to: before it is done, or when it is done and nobody has heard of it. */
export type Mishap = 'killed before' | 'killed after' | 'refused before' | 'refused after';
export const MISHAPS: readonly Mishap[] = ['killed before', 'killed after', 'refused before', 'refused after'];

export class KeyWorld {
  readonly w = new AppWorld();
  /** What went wrong between two calls: a moment in which the key that programs read was none that AWS takes. */
  readonly gaps: string[] = [];
  /** The calls to the outside that were made since the last `arm`. */
  calls: string[] = [];
  /** Hears of each call before it is made. */
  heard = (): void => {};
  #countdown = Number.POSITIVE_INFINITY;
  #mishap: Mishap = 'killed before';
  #life = 0;

  static async at(place: Extract<KeyPlace, 'file' | 'keychain'>): Promise<KeyWorld> {
    const world = new KeyWorld();
    const { w } = world;
    w.files.texts.credentials = FILE;
    w.iam.now = () => w.clock.wall();
    w.iam.put(OLD, OLD_SECRET, { created: w.clock.wall() - 214 * DAY });
    w.sts.gate = async ({ action, caller }) => {
      const isWrong = action === 'identity' && !(caller instanceof Secret) && !w.iam.takes(caller);
      if (isWrong) throw new FailureError('key.unknown', { region: 'eu-central-1', message: 'm' });
      return undefined;
    };
    world.start();
    w.add(choiceWith());
    if (place === 'keychain') {
      await w.app.keys.keep('work', 'eu-central-1');
      await world.restart();
    }
    await w.signIn();
    return world;
  }

  get app(): App {
    return this.w.app;
  }

  get journal() {
    return this.app.book.rotation('work');
  }

  /** The key that programs, or where it is in the keychain Daypass, would use now. */
  get used(): string | undefined {
    return this.#read()?.accessKeyId;
  }

  /** The mishap befalls the call with this number, counted from 0. */
  arm(mishap: Mishap, call: number): void {
    this.#mishap = mishap;
    this.#countdown = call;
    this.calls = [];
  }

  get isArmed(): boolean {
    return Number.isFinite(this.#countdown);
  }

  disarm(): void {
    this.#countdown = Number.POSITIVE_INFINITY;
  }

  start(): void {
    this.disarm();
    const life = ++this.#life;
    this.w.build(this.#ports(() => life === this.#life));
  }

  /** The process is gone, whatever it was at; a new one takes up what it has left. */
  async restart(): Promise<void> {
    this.start();
    await this.app.start({ byHand: false, hasTray: true });
    await this.atRest();
  }

  /** Until no rotation runs; what it waits for comes. */
  async atRest(): Promise<void> {
    for (let turn = 0, idle = 0; idle < 3; turn++) {
      if (turn > 500) throw new Error(`it never rests: ${this.calls.slice(-5)}`);
      await drained();
      if (this.app.rotations.progress('work').running) this.w.timer.passToNext(10_000);
      else idle++;
    }
  }

  /** Resolves to the code of the failure, to null when it is done, or to 'killed' when nobody is there any more. */
  async ended(work: Promise<void>): Promise<string | null> {
    let end: string | null | undefined;
    work.then(
      () => {
        end = null;
      },
      (thrown: FailureError) => {
        end = thrown.failure?.code ?? String(thrown);
      },
    );
    for (let turns = 0; turns < 200 && end === undefined; turns++) {
      await drained();
      if (end === undefined && turns > 5) this.w.timer.passToNext(10_000);
      if (this.#countdown === -1) return 'killed';
    }
    return end === undefined ? 'never' : end;
  }

  #read() {
    const { files, secretFiles, box } = this.w;
    const inFile = readLongTermKey(files.texts.credentials, files.texts.config, 'work');
    if (inFile) return inFile;
    const sealed = secretFiles.texts.get('key-work') ?? secretFiles.texts.get('leaving-work');
    if (!sealed) return undefined;
    const { accessKeyId, secretAccessKey } = JSON.parse(box.read(sealed));
    return { accessKeyId, secretAccessKey: new Secret<string>(secretAccessKey) };
  }

  #look(call: string): void {
    const used = this.#read();
    if (!used || !this.w.iam.takes(used)) this.gaps.push(call);
  }

  #ports(alive: () => boolean): Partial<Ports> {
    const ports = this.w.ports();
    const { files, secretFiles, settings } = ports;
    const gone = () => new Promise<never>(() => {});
    const refusal = () => new FailureError('network.offline', { host: 'x', path: '/x', reason: 'EIO' });
    /** True where the mishap befalls this moment. */
    const befalls = (when: 'before' | 'after'): boolean => {
      if (!this.#mishap.endsWith(when) || this.#countdown-- !== 0) return false;
      if (this.#mishap.startsWith('killed')) this.#life++;
      else this.disarm();
      return true;
    };
    const step = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
      if (!alive()) return gone();
      this.calls.push(name);
      this.heard();
      if (befalls('before')) {
        if (!alive()) return gone();
        throw refusal();
      }
      const done = await work();
      if (!alive()) return gone();
      this.#look(name);
      if (befalls('after')) {
        if (!alive()) return gone();
        throw refusal();
      }
      return done;
    };
    const wrapped = <O extends object>(of: O, label: string, names: readonly (keyof O & string)[]): O =>
      new Proxy(of, {
        get(target, name) {
          const value = Reflect.get(target, name, target);
          if (typeof value !== 'function') return value;
          if (!names.includes(name as keyof O & string)) return value.bind(target);
          return (...args: unknown[]) => step(`${label}.${String(name)}`, () => value.apply(target, args));
        },
      });
    return {
      aws: (time) => {
        const { sts, iam, ...others } = ports.aws(time);
        return {
          ...others,
          sts: wrapped(sts, 'sts', ['identity']),
          iam: wrapped(iam, 'iam', [
            'listAccessKeys',
            'createAccessKey',
            'updateAccessKey',
            'deleteAccessKey',
            'accessKeyLastUsed',
          ]),
        };
      },
      files: {
        path: (file) => files.path(file),
        read: (file) => files.read(file),
        rehearse: (file, edit) => files.rehearse(file, edit),
        edit: (...args) => step('files.edit', () => files.edit(...args)),
      },
      secretFiles: {
        read: (name) => secretFiles.read(name),
        write: (...args) => step('secrets.write', () => secretFiles.write(...args)),
        names: () => secretFiles.names(),
        remove: (...args) => step('secrets.remove', () => secretFiles.remove(...args)),
        setAside: () => secretFiles.setAside(),
      },
      settings: {
        load: () => settings.load(),
        save: (value) => {
          if (!alive()) return;
          this.calls.push('settings.save');
          // A process that is killed here neither saves nor does anything after it.
          if (befalls('before')) {
            if (!alive()) return;
            throw refusal();
          }
          settings.save(value);
          this.#look('settings.save');
          if (befalls('after') && alive()) throw refusal();
        },
      },
    };
  }
}
