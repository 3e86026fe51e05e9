/** What features tell, as plain data, and those who hear it. Who tells does not know who listens. */
import type { DailyNews } from '../daily/daily-sign-in.ts';
import type { GitNews } from '../git/credential/git-news.ts';
import type { SessionNews } from '../session/session-news.ts';
import type { Settings } from '../settings/settings.ts';
import type { ServingNews } from './serving.ts';

export type AppEvent =
  | SessionNews
  | GitNews
  | DailyNews
  | ServingNews
  /** By a person, or at login and by git; and whether there is a tray to find Daypass in. */
  | { readonly is: 'started'; readonly byHand: boolean; readonly hasTray: boolean }
  | { readonly is: 'settings-changed'; readonly before: Settings; readonly after: Settings }
  /** Something that the view shows has changed. */
  | { readonly is: 'changed' };

export class Events {
  readonly #heard = new Set<(event: AppEvent) => void>();

  readonly emit = (event: AppEvent): void => {
    for (const heard of this.#heard) heard(event);
  };

  readonly changed = (): void => this.emit({ is: 'changed' });

  listen(heard: (event: AppEvent) => void): void {
    this.#heard.add(heard);
  }
}
