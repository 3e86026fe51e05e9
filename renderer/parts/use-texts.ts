/** The texts of one language: first what the first screen says, then the rest; while another language is on its way, what is shown stays. */
import { useEffect, useState } from 'react';
import type { FirstMessages, Language, PageMessages } from '../../electron/core/i18n/words.ts';

const FIRST: Record<Language, () => Promise<FirstMessages>> = {
  en: async () => (await import('../../electron/core/i18n/en/first.ts')).first,
  'zh-TW': async () => (await import('../../electron/core/i18n/zh-tw/first.ts')).first,
};
const ALL: Record<Language, () => Promise<PageMessages>> = {
  en: async () => (await import('../../electron/core/i18n/en/page.ts')).page,
  'zh-TW': async () => (await import('../../electron/core/i18n/zh-tw/page.ts')).page,
};

export interface Texts {
  readonly first: FirstMessages;
  /** A promise while they are on their way. */
  readonly all: PageMessages | Promise<PageMessages>;
}

/** Null until the first have come; `language` is null while nobody knows which one that is. */
export function useTexts(language: Language | null): Texts | null {
  const [texts, setTexts] = useState<Texts | null>(null);
  useEffect(() => {
    let isWanted = true;
    const set = (loaded: (old: Texts | null) => Texts) => {
      if (isWanted) setTexts(loaded);
    };
    const load = async (of: Language) => {
      const first = await FIRST[of]();
      const coming = ALL[of]();
      set((old) => old ?? { first, all: coming });
      const all = await coming;
      set(() => ({ first: all, all }));
    };
    if (language) load(language);
    return () => {
      isWanted = false;
    };
  }, [language]);
  return texts;
}
