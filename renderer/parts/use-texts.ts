/** The texts of one language, loaded when it is first wanted; while another is on its way, what is shown stays. */
import { useEffect, useState } from 'react';
import type { Language, Messages } from '../../electron/core/i18n/words.ts';

const TEXTS: Record<Language, () => Promise<Messages>> = {
  en: async () => (await import('../../electron/core/i18n/en/en.ts')).en,
  'zh-TW': async () => (await import('../../electron/core/i18n/zh-tw/zh-tw.ts')).zhTW,
};

/** Null until the first has come; `language` is null while nobody knows which one that is. */
export function useTexts(language: Language | null): Messages | null {
  const [texts, setTexts] = useState<Messages | null>(null);
  useEffect(() => {
    let isWanted = true;
    if (language)
      TEXTS[language]().then((loaded) => {
        if (isWanted) setTexts(loaded);
      });
    return () => {
      isWanted = false;
    };
  }, [language]);
  return texts;
}
