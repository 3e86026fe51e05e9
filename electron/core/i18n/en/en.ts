/** English. The shape of this object is the shape of every language. */
import { commands } from './commands.ts';
import { notice } from './notice.ts';
import { page } from './page.ts';

export const en = {
  ...page,
  notice,
  commands,
};
