/** The shape of the texts: English gives it, and a language with a gap in it does not compile. */
import type { en } from './en/en.ts';
import type { first } from './en/first.ts';
import type { page } from './en/page.ts';

export type Language = 'en' | 'zh-TW';

/** The shape of `en` with any words in it. */
export type Messages = Words<typeof en>;
/** Of those, what the page says: it loads nothing that only the system and the command line show. */
export type PageMessages = Words<typeof page>;
/** Of those again, what the first screen is drawn with. */
export type FirstMessages = Words<typeof first>;
type Words<T> = { readonly [K in keyof T]: T[K] extends string ? string : Words<T[K]> };
