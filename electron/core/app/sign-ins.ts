/** Begins sign-ins by the profile's id: with a code that a person typed, or by the profile's own way in. */
import type { Secret } from '../base/secret.ts';
import type { BrowserWait } from '../browser-sign-in/attempt.ts';
import type { Where } from '../browser-sign-in/door.ts';
import type { Waits } from '../browser-sign-in/waits.ts';
import type { Sessions } from '../session/sessions.ts';
import type { WayIn } from '../session/way-in.ts';
import type { ProfileSettings } from '../settings/settings.ts';
import type { SettingsBook } from '../settings/settings-book.ts';
import type { WaysIn } from '../sources/ways-in.ts';

export interface SignInsWorld {
  readonly book: SettingsBook;
  readonly sessions: Sessions;
  readonly ways: WaysIn;
  readonly waits: Waits;
}

export class SignIns {
  readonly #world: SignInsWorld;
  /** The last that a person has begun, by profile. */
  readonly #begun = new Map<string, Promise<void>>();

  constructor(world: SignInsWorld) {
    this.#world = world;
  }

  async withCode(id: string, code: Secret<string>): Promise<void> {
    const { book, sessions, ways } = this.#world;
    const profile = book.profile(id);
    await sessions.signIn(profile, ways.withCode(profile, code));
  }

  /** Rejects with FailureError code.malformed where a code is needed. */
  async withoutCode(id: string): Promise<void> {
    const { book, sessions, ways } = this.#world;
    const profile = book.profile(id);
    await sessions.signIn(profile, ways.of(profile));
  }

  /** As a person begins it. Rejects as above. */
  async anew(id: string): Promise<void> {
    const { book, ways } = this.#world;
    const profile = book.profile(id);
    await this.#begin(profile, ways.anew(profile));
  }

  /** With the browser of another device; where one is waited for already, that is added. Rejects as above. */
  async elsewhere(id: string): Promise<void> {
    const { book, ways, waits } = this.#world;
    // One that is waited for may be for a profile that is still being made.
    if (await waits.showElsewhere(id)) return;
    const profile = book.profile(id);
    await this.#begin(profile, ways.elsewhere(profile));
  }

  /** Resolves when that waits for the person; null where nobody was needed. Rejects where it cannot be begun. */
  async beginElsewhere(id: string): Promise<BrowserWait | null> {
    const { waits } = this.#world;
    const done = this.elsewhere(id);
    // What ends it later is told by the profile.
    done.catch(() => {});
    return Promise.race([waits.whenElsewhere(id), done.then(() => waits.of(id))]);
  }

  /** The text that AWS's page shows on another device. Throws FailureError browser.paste-*. */
  paste(id: string, text: Secret<string>): void {
    this.#world.waits.paste(this.#world.book.profile(id).id, text);
  }

  /**
   * Resolves when the text has brought a session, or what needs none. Rejects with FailureError browser.paste-*, or why
   * there is no session.
   */
  async finishElsewhere(id: string, text: Secret<string>): Promise<void> {
    const wait = this.#world.waits.of(id);
    if (wait ? !wait.elsewhere?.userCode : !this.#begun.has(id)) this.paste(id, text);
    await this.#begun.get(id);
  }

  /** Of the page that is waited for; '' where none is. */
  address(id: string, where: Where): string {
    const waiting = this.#world.waits.of(id);
    return (where === 'here' ? waiting?.here : waiting?.elsewhere?.address) ?? '';
  }

  async openBrowserAgain(id: string): Promise<void> {
    await this.#world.waits.openAgain(id);
  }

  /** Whether a person has to give something first. */
  needsPerson(id: string): boolean {
    const { book, ways } = this.#world;
    return ways.of(book.profile(id)).needs !== 'nothing';
  }

  /** Whether its sessions come and go on without a person and without a code. */
  renewsItself(id: string): boolean {
    const { book, sessions } = this.#world;
    return sessions.renewsItself(book.profile(id));
  }

  #begin(profile: ProfileSettings, way: WayIn): Promise<void> {
    const { sessions } = this.#world;
    // One that is refused for another that waits is not the one whose text a person will bring.
    const isFirst = !sessions.isUnderWay(profile.id);
    const done = sessions.signIn(profile, way);
    if (isFirst) this.#begun.set(profile.id, done);
    return done;
  }
}
