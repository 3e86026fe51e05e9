/** Takes notifications back that are old news: nothing waits any more, or the session they spoke of has changed. */
import type { Notice, Notifier } from './port.ts';
import type { AppView } from './view.ts';

type Seen = Pick<AppView, 'waiting' | 'profiles'>;

export class ShownNotices {
  readonly #notifier: Notifier;
  readonly #view: () => Seen;
  readonly #shown = new Map<Notice, { readonly sessions: string; readonly takeBack: () => void }>();

  constructor(notifier: Notifier, view: () => Seen) {
    this.#notifier = notifier;
    this.#view = view;
  }

  show(notice: Notice): void {
    const sessions = sessionsOf(notice, this.#view());
    this.#shown.set(notice, { sessions, takeBack: this.#notifier.show(notice) });
  }

  /** To be called when something has changed. */
  look(): void {
    if (this.#shown.size === 0) return;
    const view = this.#view();
    for (const [notice, { sessions, takeBack }] of [...this.#shown]) {
      const { profile } = notice;
      const stands = notice.whileWaiting
        ? view.waiting.some((git) => git.profile === profile)
        : sessionsOf(notice, view) === sessions;
      if (stands) continue;
      this.#shown.delete(notice);
      takeBack();
    }
  }
}

/** Of the notice's profile, or of all where it is about none. */
const sessionsOf = ({ profile }: Notice, { profiles }: Seen): string =>
  JSON.stringify(
    profiles.flatMap(({ id, expiresAt }) => (profile === null || id === profile ? [[id, expiresAt]] : [])),
  );
