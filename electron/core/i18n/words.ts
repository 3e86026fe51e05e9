/** The shape of the texts: English gives it, and a language with a gap in it does not compile. */
import type { en } from './en/en.ts';

export type Language = 'en' | 'zh-TW';

/** The shape of `en` with any words in it. */
export type Messages = Words<typeof en>;
type Words<T> = { readonly [K in keyof T]: T[K] extends string ? string : Words<T[K]> };
