/** Puts a session where other programs look for it, the way its profile says, and takes it away again. */

import type { SharedFile, SharedFiles, TextEdit } from '../aws-files/port.ts';
import { removeProcessProfile, writeProcessProfile } from '../aws-files/process-profile.ts';
import type { ProfileEdit } from '../aws-files/profile-edit.ts';
import { asTextEdit } from '../aws-files/text-edit.ts';
import { removeProfile, writeProfile } from '../aws-files/write-profile.ts';
import { FailureError } from '../base/failure.ts';
import type { ProfileSettings } from '../settings/settings.ts';
import type { Session } from './state.ts';

/** Which of the two files a profile's session is written to. */
export const fileOf = ({ delivery }: Pick<ProfileSettings, 'delivery'>): SharedFile =>
  delivery === 'process' ? 'config' : 'credentials';

export class Delivery {
  readonly #files: SharedFiles;
  readonly #processCommand: (profile: string) => string;

  /** `processCommand` gives the `credential_process` line for a profile's name. */
  constructor(files: SharedFiles, processCommand: (profile: string) => string) {
    this.#files = files;
    this.#processCommand = processCommand;
  }

  /** Rejects where a session could not stand in the file beside what is in it, whatever becomes of the file. */
  async fits(profile: ProfileSettings): Promise<void> {
    const file = fileOf(profile);
    const made = this.#sample(profile, await this.#files.read(file));
    if (!made.ok) throw FailureError.of(made.failure, { path: this.#files.path(file) });
  }

  /** Rejects where `deliver` would be refused, also by the disk, so that no code is spent on what cannot be written. */
  async check(profile: ProfileSettings): Promise<void> {
    await this.#files.rehearse(fileOf(profile), (text) => this.#sample(profile, text));
  }

  async deliver(profile: ProfileSettings, session: Session): Promise<void> {
    if (profile.delivery === 'process') {
      await this.#edit('config', profile, (text) =>
        writeProcessProfile(text, profile.name, this.#processCommand(profile.name)),
      );
      return;
    }
    const entry = { ...session.credentials.reveal(), expiresAt: session.expiresAt };
    await this.#edit('credentials', profile, (text) => writeProfile(text, profile.name, entry));
  }

  /** Takes the session's keys away. A `credential_process` line holds none and stays, so that programs ask again. */
  async withdraw(profile: ProfileSettings): Promise<void> {
    await this.#edit('credentials', profile, (text) => absentIsDone(removeProfile(text, profile.name)));
  }

  /** Takes away what stands in this file under the profile's name, when it is removed or has another place. */
  async remove(profile: ProfileSettings, file: SharedFile): Promise<void> {
    if (file === 'credentials') return this.withdraw(profile);
    await this.#edit('config', profile, (text) => absentIsDone(removeProcessProfile(text, profile.name)));
  }

  #sample(profile: ProfileSettings, text: string): TextEdit {
    const { name } = profile;
    const sample = { accessKeyId: 'ASIA', secretAccessKey: 'x', sessionToken: 'x', expiresAt: 0 };
    const made =
      fileOf(profile) === 'config'
        ? writeProcessProfile(text, name, this.#processCommand(name))
        : writeProfile(text, name, sample);
    return asTextEdit(made, name);
  }

  async #edit(file: SharedFile, profile: ProfileSettings, edit: (text: string) => ProfileEdit): Promise<void> {
    await this.#files.edit(file, (text) => asTextEdit(edit(text), profile.name));
  }
}

/** What is not ours is not there for us to take away; nor is a section that somebody has put a key of their own into. */
const absentIsDone = (edit: ProfileEdit): ProfileEdit =>
  !edit.ok && ['not-ours', 'long-term-key'].includes(edit.refusal.reason)
    ? { ok: true, text: '', changed: false }
    : edit;
