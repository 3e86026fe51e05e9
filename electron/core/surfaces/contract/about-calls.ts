import { nothing } from '../../base/parse.ts';
import { call } from './call.ts';

/** What lies where: what people run, what git and programs ask, and the files that Daypass writes. */
export type PlaceName = 'command' | 'git' | 'programs' | 'gitSettings' | 'home' | 'credentials';

export interface About {
  readonly version: string;
  /** 'Electron 45.4.1'. */
  readonly runtime: string;
  /** With `~` for the person's own folder. */
  readonly places: readonly { readonly what: PlaceName; readonly path: string }[];
}

export const aboutCalls = {
  about: call<About>()(nothing),
  /** In the browser, in the language of the page. */
  openGuide: call<null>()(nothing),
  showLicences: call<null>()(nothing),
};
