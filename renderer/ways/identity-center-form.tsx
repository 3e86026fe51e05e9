/** The form of a role of IAM Identity Center: once both are chosen, it asks for nothing more. */
import { ACCOUNT, PERMISSION_SET, REGION, START_URL } from '../../electron/core/aws/names.ts';
import type { WayOf } from '../../electron/core/settings/way.ts';
import { PortalFields } from './PortalFields.tsx';
import type { WayForm } from './way-form.ts';

type PortalWay = WayOf<'identity-center'>;

export const identityCenterForm: WayForm<PortalWay, PortalWay> = {
  begin: (way) => way,
  errors: ({ startUrl, ssoRegion, account, role }, { portal, setup }) => ({
    ...(START_URL.test(startUrl) ? {} : { startUrl: portal.invalid.startUrl }),
    ...(REGION.test(ssoRegion) ? {} : { ssoRegion: setup.invalid.region }),
    ...(ACCOUNT.test(account) ? {} : { account: portal.invalid.account }),
    ...(PERMISSION_SET.test(role) ? {} : { role: portal.invalid.role }),
  }),
  way: (draft) => draft,
  Fields: PortalFields,
};
