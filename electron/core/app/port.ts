/** What Daypass shows to a person who is not looking at it. */

export interface Notice {
  readonly title: string;
  readonly body: string;
  /** Opened when the notification is clicked. */
  readonly profile: string | null;
}

export interface Notifier {
  show(notice: Notice): void;
}
