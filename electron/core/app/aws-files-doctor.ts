/** AWS's files as the doctor looks at them, each read once for all that is looked for, and what it mends in them. */
import type { FilePlaces, SharedFiles } from '../aws-files/port.ts';
import type { Texts } from '../aws-files/who-wins.ts';
import { type Failure, failureOf } from '../base/failure.ts';
import type { EpochMs } from '../base/time.ts';
import { foundInFiles } from '../doctor/aws-files/found-in-files.ts';
import { beforeEndpoint, inTheWay } from '../doctor/aws-files/in-the-way.ts';
import { type AwsFilesLook, FILES, fileFinding, lastFour, rowsIn } from '../doctor/aws-files/look.ts';
import { loose, octal } from '../doctor/aws-files/loose.ts';
import { mended, offered, shownChange } from '../doctor/aws-files/mend-files.ts';
import { programsIn } from '../doctor/aws-files/ours.ts';
import type { DoctorFinding } from '../doctor/finding.ts';
import type { Mend } from '../doctor/mend.ts';
import type { Delivery } from '../session/delivery.ts';
import { defaultFirst } from '../session/in-the-way.ts';
import type { Sessions } from '../session/sessions.ts';
import type { Session } from '../session/state.ts';
import type { ProfileSettings } from '../settings/settings.ts';

export interface AwsFilesParts {
  readonly files: SharedFiles;
  /** Of both. */
  texts(): Promise<Texts>;
  readonly places: FilePlaces;
  readonly delivery: Pick<Delivery, 'inTheWay' | 'endpointAsked' | 'command' | 'keyOf'>;
  /** AWS's time. */
  now(): EpochMs;
  profiles(): readonly ProfileSettings[];
  sessionOf(profile: string): Session | null;
  readonly sessions: Pick<Sessions, 'deliverAnew'>;
  /** What went wrong last in each profile that something is wrong with. */
  ill(): readonly { readonly name: string; readonly failure: Failure }[];
}

export class AwsFilesDoctor {
  readonly #parts: AwsFilesParts;

  constructor(parts: AwsFilesParts) {
    this.#parts = parts;
  }

  async find(): Promise<readonly DoctorFinding[]> {
    const { places, delivery, files } = this.#parts;
    const look = await this.#look().catch(failureOf);
    // Of a file that cannot be read nothing else is known.
    if ('code' in look) return [fileFinding(look, [])];
    const first = delivery.endpointAsked ? defaultFirst(look.texts, files) : null;
    const before = first ? [beforeEndpoint(look, first)] : [];
    return [...this.#inFiles(look), ...before, ...loose(await places.loose(secretIn(look.texts)))];
  }

  readonly mendFiles: Mend = {
    plan: async () => {
      const look = await this.#look();
      const found = this.#inFiles(look);
      return FILES.map((file) => shownChange(look.path(file), look.texts[file], mended(look, file, found))).join('');
    },
    apply: async () => {
      const look = await this.#look();
      for (const file of FILES) {
        await this.#parts.files.edit(file, (before) => {
          const now = { ...look, texts: { ...look.texts, [file]: before } };
          const text = mended(now, file, this.#inFiles(now));
          return { ok: true, text, changed: text !== before };
        });
      }
    },
  };

  readonly mendSessions: Mend = {
    plan: async () => {
      const look = await this.#look();
      const path = look.path('credentials');
      return this.#notOurs(look)
        .map(
          ({ id, name }) =>
            `+ ${path}: [${name}] aws_access_key_id = ${lastFour(look.sessions.get(id)?.accessKeyId ?? '')}\n`,
        )
        .join('');
    },
    apply: async () => {
      for (const profile of this.#notOurs(await this.#look())) await this.#parts.sessions.deliverAnew(profile);
    },
  };

  readonly mendPlaces: Mend = {
    plan: async () => {
      const found = await this.#loose();
      return found.map(({ path, mode, wanted }) => `- ${octal(mode)} ${path}\n+ ${octal(wanted)} ${path}\n`).join('');
    },
    apply: async () => this.#parts.places.tighten(await this.#loose()),
  };

  /** Those whose session does not stand in the file as it was written. */
  #notOurs(look: AwsFilesLook): readonly ProfileSettings[] {
    const found = this.#inFiles(look).filter(({ mend }) => mend === 'session-anew');
    return look.profiles.filter(({ name }) => found.some(({ profile }) => profile === name));
  }

  #inFiles(look: AwsFilesLook): readonly DoctorFinding[] {
    const perProfile = look.profiles.flatMap((profile) => {
      const accessKeyId = look.sessions.get(profile.id)?.accessKeyId ?? null;
      return inTheWay(look, profile.name, this.#parts.delivery.inTheWay(look.texts, profile, accessKeyId));
    });
    return offered(look, [...foundInFiles(look), ...perProfile]);
  }

  async #loose() {
    return this.#parts.places.loose(secretIn(await this.#parts.texts()));
  }

  async #look(): Promise<AwsFilesLook> {
    const { files, places, delivery, now, profiles, sessionOf, ill } = this.#parts;
    const texts = await this.#parts.texts();
    const programs = [...new Set(programsIn(texts))];
    const isThere = await Promise.all(programs.map((program) => places.isThere(program)));
    const sessions = profiles().flatMap(({ id }) => {
      const session = sessionOf(id);
      if (!session) return [];
      return [[id, { accessKeyId: delivery.keyOf(session), expiresAt: session.expiresAt }] as const];
    });
    return {
      texts,
      path: (file) => files.path(file),
      profiles: profiles(),
      sessions: new Map(sessions),
      refused: new Map(ill().map(({ name, failure }) => [name, failure])),
      now: now(),
      command: (profile) => delivery.command(profile),
      missing: new Set(programs.filter((_, at) => !isThere[at])),
    };
  }
}

/** The config file should hold no key. */
const secretIn = (texts: Texts) =>
  rowsIn(texts, 'config', () => true).some(({ setting }) => setting === 'aws_secret_access_key')
    ? FILES
    : (['credentials'] as const);
