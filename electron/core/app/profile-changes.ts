/**
 * Adds, edits and removes profiles. A change is checked, then saved, then carried out in the files, where what fails is
 * owed and tried again; a secret that is no longer wanted goes last, when nothing can refuse the change any more.
 */
import type { SharedFile } from '../aws-files/port.ts';
import { FailureError } from '../base/failure.ts';
import type { Delivery } from '../session/delivery.ts';
import type { Sessions } from '../session/sessions.ts';
import type { ProfileChoice, ProfileSettings } from '../settings/settings.ts';
import type { SettingsBook } from '../settings/settings-book.ts';
import { factsOf, isSameCaller } from '../sources/ways-in.ts';
import type { Authenticators } from './authenticators.ts';

export interface ProfileChangesWorld {
  readonly book: SettingsBook;
  readonly sessions: Sessions;
  readonly delivery: Pick<Delivery, 'fits'>;
  readonly authenticators: Authenticators;
}

const BOTH: readonly SharedFile[] = ['credentials', 'config'];

export class ProfileChanges {
  readonly #world: ProfileChangesWorld;

  constructor(world: ProfileChangesWorld) {
    this.#world = world;
  }

  /** Returns the new profile's id. Throws FailureError profile.* where the choice cannot be had. */
  add(choice: ProfileChoice): string {
    const { id } = this.#world.book.add(choice);
    void this.#world.authenticators.adopt(id);
    return id;
  }

  /**
   * Rejects with a FailureError and has changed nothing; or, where the change was saved and its session cannot be written
   * yet, with file.*, and it is written as soon as it can be. To save the same again tries at once.
   */
  async edit(id: string, choice: ProfileChoice): Promise<void> {
    const { book, sessions, delivery, authenticators } = this.#world;
    const before = book.profile(id);
    book.check(choice, id);
    const after = { ...before, ...choice };
    const left = filesLeft(before, after);
    // A region alone changes nothing that could be refused.
    if (before.name !== after.name || before.delivery !== after.delivery) await delivery.fits(after);
    if (factsOf(before).serial !== factsOf(after).serial) await authenticators.handOn(id);
    book.edit(id, choice);
    // As it was: its way in of before has something to throw away.
    if (!isSameCaller(before, after)) await sessions.signOut(before).catch(() => {});
    if (left.length > 0) sessions.moved(before, left);
    await sessions.settled(id);
    // The secret is that of the device it was made with.
    if (factsOf(before).serial !== factsOf(after).serial) {
      await authenticators.remove(id);
      await authenticators.adopt(id);
    }
    await sessions.delivered(id, true);
  }

  async remove(id: string): Promise<void> {
    const { book, sessions, authenticators } = this.#world;
    const profile = book.profile(id);
    const child = book.profiles.find((other) => factsOf(other).parent === id);
    if (child) throw new FailureError('profile.needed', { name: profile.name, child: child.name });
    await authenticators.handOn(id);
    book.remove(id);
    await sessions.signOut(profile).catch(() => {});
    sessions.moved(profile, BOTH);
    await sessions.settled(id);
    await authenticators.forget(id);
  }
}

/** In which files something stands under the old name that is not to stand there any more, or not so. */
function filesLeft(before: ProfileSettings, after: ProfileSettings): readonly SharedFile[] {
  if (before.name !== after.name || before.delivery !== after.delivery) return BOTH;
  return before.region === after.region ? [] : ['config'];
}
