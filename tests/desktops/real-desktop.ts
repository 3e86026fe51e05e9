/** A desktop that people have, on a bus and a screen of a test's own, and where on it a person finds what they click. */
import type { PrivateBus } from '../desktop/private-bus.ts';
import type { Around } from './daypass-life.ts';
import type { Hands, Place } from './hands.ts';

export interface RealDesktop {
  readonly name: string;
  version(): string;
  /** Its windows can be opened; its panel is not there yet. */
  start(bus: PrivateBus): Promise<DesktopSession>;
}

export interface Places {
  /** Where the only icon of its panel is. */
  readonly icon: Place;
  /** How many clicks it takes for one. */
  readonly clicks?: number;
  /** How long the panel takes until the icon stands there, at most; two seconds. */
  readonly drawnMs?: number;
  /** Where the only notification is; null where it is gone again after some seconds. */
  readonly notification: Place | null;
}

export interface DesktopSession extends Places {
  readonly around: Around;
  readonly hands: Hands;
  startPanel(): Promise<void>;
  endPanel(): Promise<void>;
  /** A terminal that has the keyboard, in which each line that is typed goes into the file. */
  startTerminal(file: string): Promise<void>;
  end(): Promise<void>;
}
