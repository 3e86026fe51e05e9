// Guarantees: the one memory of the stand-in: who exists, which credentials are theirs, and what these may do.
import { randomBytes, randomInt } from 'node:crypto';
import type { MfaDevice } from './mfa-device.ts';
import type { Statement } from './policy.ts';
import type { Partition, Region } from './regions.ts';
import { sameText } from './sigv4.ts';

interface Identity {
  readonly partition: Partition;
  readonly accountId: string;
  readonly arn: string;
  /** As GetCallerIdentity gives it: AIDA…, or AROA…:session. */
  readonly userId: string;
  readonly policy: readonly Statement[];
}

export interface RoleSession extends Identity {
  readonly kind: 'role';
}

export interface User extends Identity {
  readonly kind: 'user';
  readonly name: string;
  readonly created: Date;
  readonly keys: AccessKey[];
  readonly devices: EnrolledDevice[];
}

export type Principal = User | RoleSession;

export interface AccessKey {
  readonly id: string;
  readonly secret: string;
  readonly created: Date;
  /** A new key is unknown to the other services for some seconds. */
  readonly knownFrom: number;
  active: boolean;
}

export interface EnrolledDevice {
  readonly serial: string;
  /** Absent until EnableMFADevice. */
  enabled?: Date;
  /** Unknown to STS until then. */
  knownFrom?: number;
  /** A FIDO key has none: it gives no codes. */
  readonly totp?: MfaDevice;
}

export interface Role {
  readonly partition: Partition;
  readonly accountId: string;
  readonly name: string;
  readonly arn: string;
  readonly roleId: string;
  /** Seconds */
  readonly maxSessionDuration: number;
  readonly externalId?: string;
  readonly requireMfa: boolean;
  readonly policy: readonly Statement[];
}

export interface Credential {
  readonly accessKeyId: string;
  readonly secret: string;
  readonly principal: Principal;
  /** Absent on a long-term key. */
  readonly session?: Session;
}

export interface Session {
  readonly token: string;
  expires: number;
  readonly mfa: boolean;
  /** Issued by the global STS endpoint: not valid in opt-in regions. */
  readonly global: boolean;
}

const pick = (length: number, alphabet: string): string =>
  Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');

/** An id of AWS's form: AKIA, ASIA, AIDA or AROA, and sixteen of base 32. */
export const newId = (prefix: 'AKIA' | 'ASIA' | 'AIDA' | 'AROA'): string =>
  prefix + pick(16, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567');

export const newSecret = (): string => pick(40, 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/');

/** Every token holds all of `/`, `+` and `=`, so that a reader who mistakes one of them fails always, not sometimes. */
function newToken(global: boolean): string {
  const prefix = global ? 'FwoGZXIvYXdzEA8' : 'IQoJb3JpZ2luX2Vj';
  for (;;) {
    const token = prefix + randomBytes(262).toString('base64');
    if (token.includes('/') && token.includes('+')) return token;
  }
}

export const userOf = ({ principal }: Credential): User | undefined =>
  principal.kind === 'user' ? principal : undefined;

export class Accounts {
  readonly users: User[] = [];
  readonly roles: Role[] = [];
  readonly #sessions = new Map<string, Credential & { readonly session: Session }>();

  /** The credential of an access key id as the services know it at this time; an inactive key is as good as none. */
  credential(accessKeyId: string, now: number): Credential | undefined {
    const session = this.#sessions.get(accessKeyId);
    if (session) return session;
    for (const user of this.users) {
      const key = user.keys.find(({ id }) => id === accessKeyId);
      if (key?.active && now >= key.knownFrom) return { accessKeyId, secret: key.secret, principal: user };
    }
    return undefined;
  }

  openSession(principal: Principal, session: Omit<Session, 'token'>): Credential & { readonly session: Session } {
    const token = newToken(session.global);
    const credential = { accessKeyId: newId('ASIA'), secret: newSecret(), principal, session: { ...session, token } };
    this.#sessions.set(credential.accessKeyId, credential);
    return credential;
  }

  /** Ends a session now, as its clock would. */
  expire(accessKeyId: string, now: number): void {
    const credential = this.#sessions.get(accessKeyId);
    if (!credential) throw new Error(`no session ${accessKeyId}`);
    credential.session.expires = now;
  }
}

export type TokenProblem = 'unknown token' | 'expired token';

/** Whether the token given (none: undefined) belongs to the credential, is alive, and counts in this region. */
export function tokenProblem(
  { session, principal }: Credential,
  token: string | undefined,
  region: Region,
  now: number,
): TokenProblem | undefined {
  if (principal.partition !== region.partition) return 'unknown token';
  if (!session) return token === undefined ? undefined : 'unknown token';
  if (token === undefined || !sameText(session.token, token)) return 'unknown token';
  if (session.global && region.optIn) return 'unknown token';
  return now >= session.expires ? 'expired token' : undefined;
}
