/** The place that the page's hash names, as `#stale` or `#key:p1`; null where it names none. */
import { MEND_NAMES } from '../../electron/core/doctor/mend.ts';
import type { Place } from './use-navigation.ts';

export function placeIn(hash: string): Place | null {
  const [at, of = ''] = hash.slice(1).split(':');
  switch (at) {
    case 'main':
    case 'stale':
    case 'try':
    case 'doctor':
    case 'explain':
    case 'settings':
    case 'policy':
    case 'about':
      return { at };
    case 'profile':
    case 'totp':
    case 'key':
    case 'resync':
      return { at, profile: of };
    case 'setup':
      return { at, profile: of || null };
    case 'git':
      return { at, change: of === 'undo' || of === 'mend' ? of : 'set-up' };
    case 'mend':
      return { at, names: MEND_NAMES.filter((name) => of.split(',').includes(name)) };
    default:
      return null;
  }
}
