/** One setting as a file has it, its value still in it: it goes no further than the reading of that file. */
import type { Flaw } from './variable.ts';

/** 'spaces': there is a space beside the `=`. 'not-exported': programs do not see it. */
export type SettingFlaw = Flaw | null | 'spaces' | 'not-exported';

/** One setting of a file, before it is known where it stands. */
export interface RawSetting {
  readonly name: string;
  /** Null: taken away. */
  readonly value: string | null;
  /** Nothing is set; it is said that what is set, before or after, is exported. */
  readonly declared?: boolean;
  readonly dynamic?: boolean;
  readonly exported?: boolean;
  readonly flaw?: SettingFlaw;
}
