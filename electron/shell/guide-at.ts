/** Where the guide stands: at the project's page, as it was for this version, in the person's language. */
import type { Language } from '../core/i18n/words.ts';

const FILES: Readonly<Record<Language, string>> = { en: 'README.md', 'zh-TW': 'README.zh-TW.md' };

export interface Guide {
  /** In the project's folder. */
  readonly file: string;
  /** Null where the project has no page. */
  readonly address: string | null;
}

/** `homepage` is what package.json says, a repository at GitHub. */
export function guideAt(homepage: unknown, version: string, language: Language): Guide {
  const file = `assets/docs/guide/${FILES[language]}`;
  const hasPage = typeof homepage === 'string' && homepage.startsWith('https://');
  return { file, address: hasPage ? `${homepage.replace(/\/$/, '')}/blob/v${version}/${file}` : null };
}
