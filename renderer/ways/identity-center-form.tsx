/** The form of a role of IAM Identity Center. */
import type { WayOf } from '../../electron/core/settings/way.ts';
import type { WayForm } from './way-form.ts';

export const identityCenterForm: WayForm<WayOf<'identity-center'>, WayOf<'identity-center'>> = {
  begin: (way) => way,
  errors: () => ({}),
  way: (draft) => draft,
  Fields: () => null,
};
