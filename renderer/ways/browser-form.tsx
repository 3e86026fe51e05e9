/** The form of a sign-in in the browser: AWS asks there for all that it needs. */
import type { WayOf } from '../../electron/core/settings/way.ts';
import type { WayForm } from './way-form.ts';

export const browserForm: WayForm<WayOf<'browser'>, WayOf<'browser'>> = {
  begin: (way) => way,
  errors: () => ({}),
  way: (draft) => draft,
  Fields: () => null,
};
