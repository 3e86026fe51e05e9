/** What AWS is asked for a role, and who the session of one is. */
import type { Identity, RoleRequest } from '../aws/port.ts';
import type { RoleSettings } from '../settings/way.ts';

export function roleRequest({ arn, sessionName, externalId }: RoleSettings, durationSeconds: number): RoleRequest {
  return { arn, sessionName, durationSeconds, ...(externalId === null ? {} : { externalId }) };
}

/**
 * Who a role's session is, as GetCallerIdentity would say: the role's path is left out. To ask would be a request that
 * can fail when the code has been spent.
 */
export function roleIdentity({ arn, sessionName }: RoleRequest): Identity {
  const [, partition, , , account = '', resource = ''] = arn.split(':');
  const name = resource.slice(resource.lastIndexOf('/') + 1);
  return { account, arn: `arn:${partition}:sts::${account}:assumed-role/${name}/${sessionName}` };
}
