/** What Daypass shows to a person who is not looking at it. */

export interface Notice {
  readonly title: string;
  readonly body: string;
  /** Opened when the notification is clicked. */
  readonly profile: string | null;
  /** It is news while a git waits for that profile; others are while the session is what it was. */
  readonly whileWaiting?: true;
}

export interface Notifier {
  /** What it gives back takes the notice back, as far as the system can; also one that was clicked or never shown. */
  show(notice: Notice): () => void;
}
