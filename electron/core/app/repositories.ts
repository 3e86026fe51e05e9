/** Which profile answers for a repository, as a person has chosen it. */

import type { GitAnswers } from '../git/credential/answer.ts';
import { repositoryKey } from '../git/credential/choose-profile.ts';
import type { Waiting } from '../git/credential/waiting.ts';
import type { SettingsBook } from '../settings/settings-book.ts';

export class Repositories {
  readonly #book: SettingsBook;
  readonly #waiting: Pick<Waiting, 'find'>;
  readonly #answers: Pick<GitAnswers, 'chosenAnew'>;

  constructor(book: SettingsBook, waiting: Pick<Waiting, 'find'>, answers: Pick<GitAnswers, 'chosenAnew'>) {
    this.#book = book;
    this.#waiting = waiting;
    this.#answers = answers;
  }

  /** Remembers the profile for the waiting repository; a session that is there already answers at once. */
  chooseForWaiting(id: number, profile: string): void {
    const asked = this.#waiting.find(id);
    if (asked) this.#book.remember(repositoryKey(asked), profile);
    // Whoever chooses it is about to type its code.
    this.#book.show(profile);
    if (asked) this.#answers.chosenAnew(repositoryKey(asked));
  }

  /** `repository` is 'HOST/NAME'; without a profile it is asked for again. */
  set(repository: string, profile: string | null): void {
    if (profile === null) this.#book.forget(repository);
    else this.#book.remember(repository, profile);
    this.#answers.chosenAnew(repository);
  }
}
