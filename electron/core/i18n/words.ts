/** The shape of the texts: English gives it, and a language with a gap in it does not compile. */
import type { FailureCode } from '../base/failure.ts';
import type { en } from './en/en.ts';

export type Language = 'en' | 'zh-TW';

/** The shape of `en` with any words in it. */
export type Messages = Words<typeof en>;
type Words<T> = { readonly [K in keyof T]: T[K] extends string ? string : Words<T[K]> };

export interface FailureText {
  readonly cause: string;
  readonly fix: string;
}

/** A text for each failure of these areas, an area being what stands before the dot of a code; without one, for all. */
export type FailureTexts<Area extends string = string> = Readonly<
  Record<Extract<FailureCode, `${Area}.${string}`>, FailureText>
>;
