// Guarantees: GetSessionToken, AssumeRole and GetCallerIdentity give and refuse as STS does.
import { type Accounts, type Credential, type Role, type RoleSession, userOf } from './accounts.ts';
import type { SignedBy } from './authentication.ts';
import { authorize } from './authorization.ts';
import { accessDenied, validationError } from './aws-error.ts';
import { type Constraints, readParameters } from './query-parameters.ts';
import type { XmlTree } from './xml.ts';

/** A call of an action of the query protocol. */
export interface QueryCall extends SignedBy {
  readonly form: URLSearchParams;
  readonly accounts: Accounts;
  /** Milliseconds, the service's own clock. */
  readonly now: number;
  /** Whether it came through the global endpoint. */
  readonly global: boolean;
}

export const stsNamespace = 'https://sts.amazonaws.com/doc/2011-06-15/';
export const stsVersion = '2011-06-15';

const mfaConstraints: Constraints<'SerialNumber' | 'TokenCode'> = {
  SerialNumber: { length: [9, 256], pattern: '[\\w+=/:,.@-]*' },
  TokenCode: { length: [6, 6], pattern: '[\\d]*' },
};
const longestChainedSession = 3600;

/** Whether a code was given, and was good. The device is asked only if both halves are there. */
function checkMfa(serial: string | undefined, code: string | undefined, credential: Credential, now: number): boolean {
  if (serial === undefined && code === undefined) return false;
  if (serial === undefined || code === undefined) {
    throw accessDenied('MultiFactorAuthentication failed, must provide both MFA serial number and one time pass code.');
  }
  const device = userOf(credential)?.devices.find(
    (one) => one.serial === serial && one.enabled && now >= (one.knownFrom ?? 0),
  );
  const outcome = device?.totp?.tryCode(code, now) ?? 'locked';
  if (outcome === 'locked') {
    throw accessDenied(
      'MultiFactorAuthentication failed, unable to validate MFA code.  ' +
        'Please verify your MFA serial number is valid and associated with this user.',
    );
  }
  if (outcome === 'wrong') {
    throw accessDenied('MultiFactorAuthentication failed with invalid MFA one time pass code. ');
  }
  return true;
}

/** Sessions end on a whole second, the one that the reply names. */
const endOf = (now: number, seconds: number): number => (Math.floor(now / 1000) + seconds) * 1000;

const credentialsXml = ({ accessKeyId, secret, session }: Credential): XmlTree => ({
  AccessKeyId: accessKeyId,
  SecretAccessKey: secret,
  SessionToken: session?.token,
  Expiration: session && new Date(session.expires),
});

function getSessionToken({ credential, form, accounts, now, global }: QueryCall): XmlTree {
  if (credential.session) throw accessDenied('Cannot call GetSessionToken with session credentials');
  const asked = readParameters(form, { DurationSeconds: { integer: [900, 129_600] }, ...mfaConstraints });
  const mfa = checkMfa(asked.SerialNumber, asked.TokenCode, credential, now);
  const expires = endOf(now, Number(asked.DurationSeconds ?? 43_200));
  return { Credentials: credentialsXml(accounts.openSession(credential.principal, { expires, mfa, global })) };
}

/** The role, if its trust policy lets this caller in; AWS does not tell a missing role from a closed one. */
function trustingRole(call: QueryCall, arn: string, externalId: string | undefined, mfa: boolean): Role {
  const role = call.accounts.roles.find((one) => one.arn === arn);
  authorize(call.credential, 'sts:AssumeRole', arn, { mfa: mfa || call.credential.session?.mfa });
  const trusted =
    role &&
    role.partition === call.credential.principal.partition &&
    (role.externalId === undefined || role.externalId === externalId) &&
    (!role.requireMfa || mfa || call.credential.session?.mfa);
  if (!trusted) {
    throw accessDenied(
      `User: ${call.credential.principal.arn} is not authorized to perform: sts:AssumeRole on resource: ${arn}`,
    );
  }
  return role;
}

function assumeRole(call: QueryCall): XmlTree {
  const { credential, form, accounts, now, global } = call;
  const asked = readParameters(form, {
    RoleArn: { required: true, length: [20, 2048] },
    RoleSessionName: { required: true, length: [2, 64], pattern: '[\\w+=,.@-]*' },
    DurationSeconds: { integer: [900, 43_200] },
    ExternalId: { length: [2, 1224], pattern: '[\\w+=,.@:\\/-]*' },
    ...mfaConstraints,
  });
  const seconds = Number(asked.DurationSeconds ?? 3600);
  // The sessions of GetSessionToken count as a link of the chain too.
  if (credential.session && seconds > longestChainedSession) {
    throw validationError(
      'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.',
    );
  }
  const mfa = checkMfa(asked.SerialNumber, asked.TokenCode, credential, now);
  const role = trustingRole(call, asked.RoleArn ?? '', asked.ExternalId, mfa);
  if (seconds > role.maxSessionDuration) {
    throw validationError('The requested DurationSeconds exceeds the MaxSessionDuration set for this role.');
  }
  const principal: RoleSession = {
    kind: 'role',
    partition: role.partition,
    accountId: role.accountId,
    arn: `arn:${role.partition}:sts::${role.accountId}:assumed-role/${role.name}/${asked.RoleSessionName}`,
    userId: `${role.roleId}:${asked.RoleSessionName}`,
    policy: role.policy,
  };
  // What a role's session does is never "with MFA", even if a code opened it.
  const session = accounts.openSession(principal, { expires: endOf(now, seconds), mfa: false, global });
  return {
    AssumedRoleUser: { AssumedRoleId: principal.userId, Arn: principal.arn },
    Credentials: credentialsXml(session),
  };
}

const getCallerIdentity = ({ credential: { principal } }: QueryCall): XmlTree => ({
  Arn: principal.arn,
  UserId: principal.userId,
  Account: principal.accountId,
});

export const stsActions: Readonly<Record<string, (call: QueryCall) => XmlTree | undefined>> = {
  GetSessionToken: getSessionToken,
  AssumeRole: assumeRole,
  GetCallerIdentity: getCallerIdentity,
};
