/** What every part of the page may use: the calls, the view, the texts of its language, and the way around. */
import { createContext, use } from 'react';
import type { AppView } from '../../electron/core/app/view.ts';
import type { Messages } from '../../electron/core/i18n/words.ts';
import type { DaypassApi } from '../../electron/core/surfaces/contract/contract.ts';
import type { Navigation } from './use-navigation.ts';

export interface Daypass extends Navigation {
  readonly api: DaypassApi;
  readonly view: AppView;
  readonly texts: Messages;
  /** Asks for the view anew, as after a jump of the clock. */
  readonly refresh: () => void;
}

export const DaypassContext = createContext<Daypass | null>(null);

export function useDaypass(): Daypass {
  const daypass = use(DaypassContext);
  if (!daypass) throw new Error('outside of DaypassContext');
  return daypass;
}
