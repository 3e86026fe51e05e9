/**
 * Keeps keys from a page that has opened by itself, until a person clicks in it or asks for it: some window managers give
 * such a window the keyboard, and what is typed then is meant for another.
 */
import type { WebContents } from 'electron';

/** What only a person who means this window does to it. */
const USES: readonly string[] = ['mouseDown', 'touchStart', 'gestureTap'];

export interface KeyGuardParts {
  /** Keys count from now on, or no longer. */
  changed(): void;
  /** A person has used the page. */
  used(): void;
}

export class KeyGuard {
  readonly #parts: KeyGuardParts;
  #isOpen = true;

  constructor(parts: KeyGuardParts) {
    this.#parts = parts;
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  set isOpen(open: boolean) {
    if (open === this.#isOpen) return;
    this.#isOpen = open;
    this.#parts.changed();
  }

  watch(page: WebContents): void {
    page.on('input-event', (_, { type }) => {
      if (USES.includes(type)) this.#used();
    });
    page.on('before-input-event', (event, { type, control, key }) => {
      if (this.#isOpen) return;
      event.preventDefault();
      // For whoever has no pointer: nobody types this elsewhere without thinking.
      if (type === 'keyDown' && control && key === 'Enter') this.#used();
    });
  }

  #used(): void {
    this.isOpen = true;
    this.#parts.used();
  }
}
