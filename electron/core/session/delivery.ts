/** Puts a session where other programs look for it, the way its profile says, and takes it away again. */

import { type ConfigEntry, isInConfig, removeConfigProfile, writeConfigProfile } from '../aws-files/config-profile.ts';
import type { SharedFile, SharedFiles } from '../aws-files/port.ts';
import type { ProfileEdit } from '../aws-files/profile-edit.ts';
import { asTextEdit } from '../aws-files/text-edit.ts';
import type { Texts } from '../aws-files/who-wins.ts';
import { removeProfile, writeProfile } from '../aws-files/write-profile.ts';
import { type Failure, FailureError, failureOf } from '../base/failure.ts';
import type { ProfileSettings } from '../settings/settings.ts';
import { defaultFirst, outranked, replaced, withoutRegion } from './in-the-way.ts';
import type { Session } from './state.ts';

export class Delivery {
  readonly #files: SharedFiles;
  readonly #processCommand: (profile: string) => string;
  #endpointAsked = false;

  /** `processCommand` gives the `credential_process` line for a profile's name. */
  constructor(files: SharedFiles, processCommand: (profile: string) => string) {
    this.#files = files;
    this.#processCommand = processCommand;
  }

  /** Rejects where a session could not stand in the files beside what is in them, or some client would not take it there. */
  async fits(profile: ProfileSettings): Promise<void> {
    const why = outranked(this.#after(await this.#texts(), profile), profile, this.#files);
    if (why) throw FailureError.of(why);
  }

  /** Rejects where `deliver` would be refused, also by the disk, so that no code is spent on a session that nobody would find. */
  async check(profile: ProfileSettings): Promise<void> {
    await this.fits(profile);
    const file = profile.delivery === 'process' ? 'config' : 'credentials';
    await this.#files.rehearse(file, (text) => asTextEdit(this.#sample(profile, file, text), profile.name));
  }

  /** What in these files keeps the profile's clients from the session with this key, or from the next one. */
  inTheWay(texts: Texts, profile: ProfileSettings, accessKeyId: string | null): readonly Failure[] {
    try {
      const after = this.#after(texts, profile);
      const other = outranked(after, profile, this.#files);
      // Where clients take something else, nothing more follows.
      if (other) return [other];
      const found = [
        accessKeyId === null ? null : replaced(texts, profile, accessKeyId, this.#files),
        withoutRegion(after, profile, this.#files),
      ];
      return found.filter((why) => why !== null);
    } catch (thrown) {
      return [failureOf(thrown)];
    }
  }

  /** What every client takes before the container endpoint where no profile is named; null: nothing. */
  async beforeEndpoint(): Promise<Failure | null> {
    this.#endpointAsked = true;
    return defaultFirst(await this.#texts(), this.#files);
  }

  /** Whether somebody has been given the container endpoint in this run. */
  get endpointAsked(): boolean {
    return this.#endpointAsked;
  }

  /** By which a session is known in a file. */
  keyOf(session: Session): string {
    return session.credentials.reveal().accessKeyId;
  }

  /** The `credential_process` line of a profile. */
  command(profile: string): string {
    return this.#processCommand(profile);
  }

  async deliver(profile: ProfileSettings, session: Session): Promise<void> {
    const writeConfig = () =>
      this.#edit('config', profile, (text) => writeConfigProfile(text, profile.name, this.#entryOf(profile)));
    if (profile.delivery === 'process') return writeConfig();
    const entry = { ...session.credentials.reveal(), expiresAt: session.expiresAt };
    await this.#edit('credentials', profile, (text) => writeProfile(text, profile.name, entry));
    // A config file that takes no region is no reason to be without a session; the doctor says that there is none.
    await writeConfig().catch(() => {});
  }

  /** Takes the session's keys away. What stands in the config file stays, so that programs ask again. */
  async withdraw(profile: ProfileSettings): Promise<void> {
    await this.#edit('credentials', profile, (text) => absentIsDone(removeProfile(text, profile.name)));
    // An earlier version may have written another line.
    await this.renew(profile, profile).catch(() => {});
  }

  /** Brings what stands of ours in the config file in line with the profile as it is; `before` is how it was. */
  async renew(profile: ProfileSettings, before: ProfileSettings): Promise<void> {
    await this.#edit('config', profile, (text) =>
      isInConfig(text, profile.name)
        ? writeConfigProfile(text, profile.name, this.#entryOf(profile), before.region)
        : { ok: true, text, changed: false },
    );
  }

  /** Takes away what stands in this file under the profile's name, when it is removed or has another place. */
  async remove(profile: ProfileSettings, file: SharedFile): Promise<void> {
    const { name, region } = profile;
    await this.#edit(file, profile, (text) =>
      absentIsDone(file === 'config' ? removeConfigProfile(text, name, region) : removeProfile(text, name)),
    );
  }

  #entryOf({ name, region, delivery }: ProfileSettings): ConfigEntry {
    return { region, command: delivery === 'process' ? this.#processCommand(name) : null };
  }

  /** The files as they would be when a session has been delivered. Throws where that would be refused. */
  #after(texts: Texts, profile: ProfileSettings): Texts {
    const { name, delivery } = profile;
    const config = this.#sample(profile, 'config', texts.config);
    if (delivery === 'process') {
      // Keys of before are about to go.
      const left = removeProfile(texts.credentials, name);
      return { credentials: left.ok ? left.text : texts.credentials, config: this.#textOf('config', config, name) };
    }
    const credentials = this.#textOf('credentials', this.#sample(profile, 'credentials', texts.credentials), name);
    return { credentials, config: config.ok ? config.text : texts.config };
  }

  /** What a delivery makes of this file, with a session that is none. */
  #sample(profile: ProfileSettings, file: SharedFile, text: string): ProfileEdit {
    if (file === 'config') return writeConfigProfile(text, profile.name, this.#entryOf(profile));
    const session = { accessKeyId: 'ASIA', secretAccessKey: 'x', sessionToken: 'x', expiresAt: 0 };
    return writeProfile(text, profile.name, session);
  }

  #textOf(file: SharedFile, edit: ProfileEdit, name: string): string {
    const made = asTextEdit(edit, name);
    if (!made.ok) throw FailureError.of(made.failure, { path: this.#files.path(file) });
    return made.text;
  }

  async #texts(): Promise<Texts> {
    const [credentials, config] = await Promise.all([this.#files.read('credentials'), this.#files.read('config')]);
    return { credentials, config };
  }

  async #edit(file: SharedFile, profile: ProfileSettings, edit: (text: string) => ProfileEdit): Promise<void> {
    await this.#files.edit(file, (text) => asTextEdit(edit(text), profile.name));
  }
}

/** What is not ours is not there for us to take away. A key of somebody's own in our section is, and they hear of it. */
const absentIsDone = (edit: ProfileEdit): ProfileEdit =>
  !edit.ok && edit.refusal.reason === 'not-ours' ? { ok: true, text: '', changed: false } : edit;
