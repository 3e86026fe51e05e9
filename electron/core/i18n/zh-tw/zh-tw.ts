/** 正體中文（臺灣）。 */
import type { Messages } from '../words.ts';
import { commands } from './commands.ts';
import { notice } from './notice.ts';
import { page } from './page.ts';

export const zhTW: Messages = {
  ...page,
  notice,
  commands,
};
