/**
 * The settings in memory and on disk as one: every change is checked, saved, and told. What a person changes is refused
 * where it cannot be saved; what Daypass notes by itself holds nothing up, and is saved as soon as it can be.
 */

import { fittingName, isNewProfileName } from '../aws-files/profile-name.ts';
import { type Failure, FailureError } from '../base/failure.ts';
import type { SettingsStore } from './port.ts';
import type { DailyProgress, Preferences, ProfileChoice, ProfileSettings, Settings } from './settings.ts';

/** What a choice must agree with. */
export interface ChoiceFacts {
  /** The section that holds the key it needs. */
  readonly key: string | null;
  /** The profile that it needs, by its id. */
  readonly parent: string | null;
  /** Why a delivery cannot be had. */
  readonly deliveries: Readonly<Record<ProfileChoice['delivery'], Failure | null>>;
}

export class SettingsBook {
  readonly #store: Pick<SettingsStore, 'save'>;
  readonly #changed: (before: Settings, after: Settings) => void;
  readonly #newId: () => string;
  readonly #factsOf: (choice: ProfileChoice) => ChoiceFacts;
  #settings: Settings;

  constructor(
    store: Pick<SettingsStore, 'save'>,
    settings: Settings,
    newId: () => string,
    factsOf: (choice: ProfileChoice) => ChoiceFacts,
    changed: (before: Settings, after: Settings) => void,
  ) {
    this.#store = store;
    this.#settings = settings;
    this.#newId = newId;
    this.#factsOf = factsOf;
    this.#changed = changed;
  }

  get settings(): Settings {
    return this.#settings;
  }

  get profiles(): readonly ProfileSettings[] {
    return this.#settings.profiles;
  }

  /** The profile with this id, or FailureError profile.unknown. */
  profile(id: string): ProfileSettings {
    const found = this.profiles.find((p) => p.id === id);
    if (!found) throw new FailureError('profile.unknown', { profile: id });
    return found;
  }

  /** The profile that is meant by a name, an id, or nothing when there is only one. */
  named(name: string | null): ProfileSettings {
    const shown = this.profiles.find((p) => p.id === this.#settings.shown);
    const only = this.profiles.length === 1 ? this.profiles[0] : shown;
    const found = name === null ? only : this.profiles.find((p) => p.name === name || p.id === name);
    if (!found) throw new FailureError('profile.unknown', { profile: name ?? '' });
    return found;
  }

  add(choice: ProfileChoice): ProfileSettings {
    this.check(choice, null);
    const profile = { ...choice, id: this.#newId(), dailyAt: null };
    this.#change({ profiles: [...this.profiles, profile], shown: profile.id });
    return profile;
  }

  edit(id: string, choice: ProfileChoice): void {
    this.profile(id);
    this.check(choice, id);
    this.#change({ profiles: this.profiles.map((p) => (p.id === id ? { ...p, ...choice } : p)) });
  }

  remove(id: string): void {
    this.profile(id);
    const profiles = this.profiles.filter((p) => p.id !== id);
    const { shown, repositories } = this.#settings;
    const { [id]: _, ...dailies } = this.#settings.dailies;
    const kept = Object.entries(repositories).filter(([, profile]) => profile !== id);
    this.#change({
      profiles,
      shown: shown === id ? (profiles[0]?.id ?? null) : shown,
      repositories: Object.fromEntries(kept),
      dailies,
    });
  }

  show(id: string): void {
    if (this.#settings.shown !== this.profile(id).id) this.#note({ shown: id });
  }

  prefer(preferences: Preferences): void {
    this.#change({ preferences });
  }

  /** `at` is a local time of day, as '08:30', at which the profile signs in by itself; null: never. */
  signInDaily(id: string, at: string | null): void {
    this.profile(id);
    this.#change({ profiles: this.profiles.map((p) => (p.id === id ? { ...p, dailyAt: at } : p)) });
  }

  dailyProgress(id: string): DailyProgress | null {
    return this.#settings.dailies[id] ?? null;
  }

  rememberDaily(id: string, progress: DailyProgress): void {
    if (!this.profiles.some((p) => p.id === id)) return;
    this.#note({ dailies: { ...this.#settings.dailies, [id]: progress } });
  }

  /** Remembers which profile a repository is for. `repository` is 'HOST/NAME'. */
  remember(repository: string, profile: string): void {
    this.#note({ repositories: { ...this.#settings.repositories, [repository]: this.profile(profile).id } });
  }

  forget(repository: string): void {
    const { [repository]: _, ...repositories } = this.#settings.repositories;
    this.#note({ repositories });
  }

  /** Throws a FailureError where this choice cannot be had; `own` is the profile that is being edited. */
  check(choice: ProfileChoice, own: string | null): void {
    const { name } = choice;
    if (!isNewProfileName(name)) throw new FailureError('profile.name-invalid', { name, fitting: fittingName(name) });
    const others = this.profiles.filter((p) => p.id !== own);
    let at = this.#factsOf(choice);
    const why = at.deliveries[choice.delivery];
    if (why) throw FailureError.of(why);
    if (others.some((p) => p.name === name)) throw new FailureError('profile.name-taken', { name });
    if (at.parent !== null && !others.some((p) => p.id === at.parent)) {
      throw new FailureError('profile.unknown', { profile: at.parent });
    }
    // A circle of roles could never be entered. No chain has more links than there are profiles.
    for (let i = 0; i <= others.length; i++) {
      // A session is not to be written over the key that it rests on.
      if (name === at.key) throw new FailureError('profile.name-taken', { name });
      const parent = others.find((p) => p.id === at.parent);
      if (!parent) return;
      at = this.#factsOf(parent);
      if (at.parent !== null && at.parent === own)
        throw new FailureError('profile.needed', { name, child: parent.name });
    }
  }

  #change(part: Partial<Settings>): void {
    const settings = { ...this.#settings, ...part };
    this.#store.save(settings);
    this.#take(settings);
  }

  #note(part: Partial<Settings>): void {
    const settings = { ...this.#settings, ...part };
    try {
      this.#store.save(settings);
    } catch {
      // Who saves says so, and tries again.
    }
    this.#take(settings);
  }

  #take(settings: Settings): void {
    const before = this.#settings;
    this.#settings = settings;
    this.#changed(before, settings);
  }
}
