/** One picture of the page: the world that it is drawn from, and what a person has done in it. */
import type { Page } from '@playwright/test';
import type { Messages } from '../../electron/core/i18n/words.ts';
import { MORNING } from '../fakes/clock.ts';
import type { FakeDaypass } from '../fakes/daypass-api.ts';

/** The time at which all scenes stand still. */
export const NOW = MORNING;

export type World = NonNullable<ConstructorParameters<typeof FakeDaypass>[0]>;

export interface Person {
  readonly page: Page;
  /** Those of the language that is shown. */
  readonly texts: Messages;
}

export interface Scene {
  /** Also that of its pictures. */
  readonly name: string;
  readonly world?: World;
  /** What has happened before the page asks for the first time. */
  readonly before?: (daypass: FakeDaypass) => void;
  /** The place that is opened by the page's hash (renderer/parts/place-in.ts); without one, the first. */
  readonly at?: string;
  readonly steps?: (person: Person) => Promise<void>;
  /** What it waits for never comes. */
  readonly waits?: boolean;
  /** All of it is seen at once in the window at its highest. */
  readonly fits?: boolean;
  /** One of those that are pinned, pixel by pixel. */
  readonly pinned?: boolean;
  /** A page about Daypass would show it. */
  readonly shown?: boolean;
}
