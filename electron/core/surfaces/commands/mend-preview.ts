import type { MendPlan } from '../../doctor/mend.ts';
import type { Messages } from '../../i18n/words.ts';

/** What would be changed, a heading and its text each; empty where there is nothing to do. */
export const mendPreview = (plans: readonly MendPlan[], { doctor }: Messages): string =>
  plans
    .filter(({ text }) => text !== '')
    .map(({ name, text }) => `${doctor.mends[name]}\n\n${text.replace(/\n*$/, '\n')}`)
    .join('\n');
