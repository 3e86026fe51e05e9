/** What every part of the page may use: the calls, the view, the texts of its language, and the way around. */
import { createContext, use } from 'react';
import type { AppView } from '../../electron/core/app/view.ts';
import type { FirstMessages, PageMessages } from '../../electron/core/i18n/words.ts';
import type { DaypassApi } from '../../electron/core/surfaces/contract/contract.ts';
import type { Navigation } from './use-navigation.ts';
import type { Texts } from './use-texts.ts';

interface Given extends Navigation {
  readonly api: DaypassApi;
  readonly view: AppView;
  /** Asks for the view anew, as after a jump of the clock. */
  readonly refresh: () => void;
}

export interface Daypass extends Given {
  readonly texts: PageMessages;
}

export const DaypassContext = createContext<(Given & { readonly texts: Texts }) | null>(null);

function useGiven() {
  const given = use(DaypassContext);
  if (!given) throw new Error('outside of DaypassContext');
  return given;
}

/** With all texts of the page: it waits for them, and React for it. */
export function useDaypass(): Daypass {
  const given = useGiven();
  const { all } = given.texts;
  return { ...given, texts: all instanceof Promise ? use(all) : all };
}

/** What is drawn with this is there at once: with the texts of the first screen alone. */
export function useAtOnce(): Given & { readonly texts: FirstMessages } {
  const given = useGiven();
  return { ...given, texts: given.texts.first };
}
