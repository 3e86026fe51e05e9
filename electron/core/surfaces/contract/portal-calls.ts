import { ACCOUNT } from '../../aws/names.ts';
import { nothing, object, text } from '../../base/parse.ts';
import type { PortalAddress } from '../../identity-center/find-portal.ts';
import type { Account } from '../../identity-center/port.ts';
import { portalAddress } from '../../settings/way.ts';
import { call } from './call.ts';

export const portalCalls = {
  /** Those that AWS's config file names. */
  findPortals: call<readonly PortalAddress[]>()(nothing),
  /** Resolves when the person has signed in; meanwhile the view shows what is waited for. */
  signInToPortal: call<null>()(portalAddress),
  cancelPortal: call<null>()(nothing),
  findAccounts: call<readonly Account[]>()(portalAddress),
  findRoles: call<readonly string[]>()(object({ portal: portalAddress, account: text(12, ACCOUNT) })),
};
