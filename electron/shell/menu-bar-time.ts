/** The time left, beside the icon in macOS' menu bar: hours and minutes, drawn anew once a minute and only when wanted. */
import type { AppView } from '../core/app/view.ts';
import type { Timer } from '../core/base/time.ts';

const MINUTE = 60_000;

export interface MenuBarTimeParts {
  /** Empty: nothing stands beside the icon. */
  setTitle(text: string): void;
  readonly timer: Timer;
  now(): number;
}

export class MenuBarTime {
  readonly #parts: MenuBarTimeParts;
  #title = '';
  #rest = () => {};

  constructor(parts: MenuBarTimeParts) {
    this.#parts = parts;
  }

  draw(view: AppView): void {
    this.#rest();
    const left = view.preferences.menuBarTime ? leftOf(view, this.#parts.now()) : null;
    const title = left === null ? '' : clockOf(left);
    if (title !== this.#title) this.#parts.setTitle(title);
    this.#title = title;
    // What has ended is told by the next view.
    if (left !== null) this.#rest = this.#parts.timer.after((left % MINUTE) + 1, () => this.draw(view));
  }

  stop(): void {
    this.#rest();
  }
}

/** Of the session that ends first; null where none does. */
function leftOf({ profiles, awsOffset }: AppView, now: number): number | null {
  const ends = profiles.flatMap(({ expiresAt, endless }) => (expiresAt === null || endless ? [] : [expiresAt]));
  const left = Math.min(...ends) - awsOffset - now;
  return left > 0 && Number.isFinite(left) ? left : null;
}

/** '11:59', rounded down. */
function clockOf(left: number): string {
  const minutes = Math.floor(left / MINUTE);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}
