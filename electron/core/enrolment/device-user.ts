/** Who a key's user is, by the name that IAM wants beside a device. */
import type { LongTermKey } from '../aws/credentials.ts';
import { learnIdentity } from '../aws/learn-identity.ts';
import type { Sts } from '../aws/port.ts';
import type { AwsClock } from '../base/aws-clock.ts';
import { FailureError } from '../base/failure.ts';

export interface DeviceUser {
  readonly name: string;
  readonly account: string;
}

/** It teaches AWS's time as well. Rejects with enrol.no-user for the key of an account's root. */
export async function deviceUser(
  world: { readonly sts: Sts; readonly clock: AwsClock },
  key: LongTermKey,
  region: string,
): Promise<DeviceUser> {
  const { account, arn } = await learnIdentity(world, key, region, new AbortController().signal);
  // A user's path is no part of the name.
  const [, name] = /:user\/(?:.*\/)?([^/]+)$/.exec(arn) ?? [];
  if (!name) throw new FailureError('enrol.no-user', { arn });
  return { name, account };
}
