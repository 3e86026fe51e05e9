/** How a profile's session is asked of AWS: the code is sent last and once, when all else is known to be right. */

import type { Attempts } from '../authenticator/attempts.ts';
import type { StoredTotp } from '../authenticator/stored-totp.ts';
import type { Caller, LongTermKey, SessionCredentials } from '../aws/credentials.ts';
import type { Granted, Identity, RoleRequest, Sts } from '../aws/port.ts';
import type { AwsClock } from '../base/aws-clock.ts';
import { FailureError, failure } from '../base/failure.ts';
import { Secret } from '../base/secret.ts';
import type { ProfileSettings } from '../settings/settings.ts';

export interface SessionSource {
  readonly sts: Sts;
  readonly clock: AwsClock;
  readonly attempts: Attempts;
  /** The long-term key of a source profile. Rejects with FailureError key.missing or key.temporary. */
  longTermKey(source: string): Promise<LongTermKey>;
  /** Makes the code where none is typed. */
  readonly totp: Pick<StoredTotp, 'has' | 'freshCode'>;
  /** The living session of another profile, which a role may be assumed with. */
  credentialsOf(profile: string): Secret<SessionCredentials> | null;
}

export interface NewSession {
  readonly granted: Granted;
  readonly identity: Identity;
}

/**
 * `code` is null for a role that is assumed with another profile's session, and where a stored authenticator makes it.
 * Rejects with a FailureError.
 */
export async function requestSession(
  from: SessionSource,
  profile: ProfileSettings,
  code: string | null,
  signal: AbortSignal,
): Promise<NewSession> {
  try {
    return profile.role?.through
      ? await fromSession(from, profile, profile.role.through, signal)
      : await withCode(from, profile, code, signal);
  } catch (thrown) {
    if (!(thrown instanceof FailureError)) throw thrown;
    const told = from.attempts.explain(thrown.failure, profile.serial);
    const why = code === null && told.code === 'code.rejected' ? failure('totp.refused') : told;
    throw new FailureError(why.code, { profile: profile.source, ...why.params }, { cause: thrown });
  }
}

async function fromSession(
  from: SessionSource,
  profile: ProfileSettings,
  parent: string,
  signal: AbortSignal,
): Promise<NewSession> {
  const caller = from.credentialsOf(parent);
  if (!caller) throw new FailureError('session.none');
  const role = roleRequest(profile);
  const granted = await from.sts.assumeRole(caller, profile.region, role, null, signal);
  return { granted, identity: roleIdentity(role) };
}

async function withCode(
  from: SessionSource,
  profile: ProfileSettings,
  typed: string | null,
  signal: AbortSignal,
): Promise<NewSession> {
  const { region, serial } = profile;
  const isThere = typed === null ? from.totp.has(profile.id) : /^\d{6}$/.test(typed);
  if (!isThere) throw new FailureError('code.malformed');
  const key = await from.longTermKey(profile.source);
  const identity = await learnIdentity(from, key, region, signal);
  // Made when AWS's time is known.
  const code = typed ?? (await from.totp.freshCode(profile, signal));

  // A code that was not sent is not spent.
  if (signal.aborted) throw new FailureError('sign-in.cancelled');
  const objection = from.attempts.objection(serial, code, from.clock.now());
  if (objection) throw new FailureError(objection.code, objection.params);
  from.attempts.sent(serial, code, from.clock.now());
  const mfa = { serial, code: new Secret(code) };
  if (!profile.role) {
    const granted = await from.sts.sessionToken(key, region, mfa, profile.durationSeconds, signal);
    from.attempts.accepted(serial);
    return { granted, identity };
  }
  const role = roleRequest(profile);
  const granted = await from.sts.assumeRole(key, region, role, mfa, signal);
  from.attempts.accepted(serial);
  return { granted, identity: roleIdentity(role) };
}

/**
 * Who a role's session is, as GetCallerIdentity would say: the role's path is left out. To ask would be a request that
 * can fail when the code has been spent.
 */
function roleIdentity({ arn, sessionName }: RoleRequest): Identity {
  const [, partition, , , account = '', resource = ''] = arn.split(':');
  const name = resource.slice(resource.lastIndexOf('/') + 1);
  return { account, arn: `arn:${partition}:sts::${account}:assumed-role/${name}/${sessionName}` };
}

/**
 * GetCallerIdentity needs no permission and no code: it shows that the key works before a code is spent, and its
 * answer, a refusal for a wrong clock too, teaches AWS's time. Only for that is it asked again.
 */
export async function learnIdentity(
  from: Pick<SessionSource, 'sts' | 'clock'>,
  key: Caller,
  region: string,
  signal: AbortSignal,
): Promise<Identity> {
  try {
    return await from.sts.identity(key, region, signal);
  } catch (thrown) {
    if (!(thrown instanceof FailureError) || thrown.failure.code !== 'clock.skewed' || !from.clock.learned)
      throw thrown;
    return from.sts.identity(key, region, signal);
  }
}

function roleRequest({ role, durationSeconds }: ProfileSettings): RoleRequest {
  if (!role) throw new FailureError('internal.unexpected', { kind: 'role' });
  const { arn, sessionName, externalId } = role;
  return { arn, sessionName, durationSeconds, ...(externalId === null ? {} : { externalId }) };
}
