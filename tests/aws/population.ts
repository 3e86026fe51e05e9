// Guarantees: users, roles and devices come into being as an administrator would make them, with ids of AWS's form.
import { type Accounts, type EnrolledDevice, newId, newSecret, type User } from './accounts.ts';
import { MfaDevice } from './mfa-device.ts';
import { developerPolicy, everything, type Statement } from './policy.ts';
import type { Partition } from './regions.ts';

export interface TotpDevice {
  readonly serial: string;
  /** Base32; empty for a FIDO key. */
  readonly totpSecret: string;
}

export interface AwsUser extends TotpDevice {
  readonly name: string;
  readonly arn: string;
  readonly accountId: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

export interface NewUser {
  readonly name: string;
  readonly accountId?: string;
  readonly partition?: Partition;
  /** The device's name need not be the user's. */
  readonly deviceName?: string;
  /** Default: a developer's, with everything denied without MFA. */
  readonly policy?: readonly Statement[];
}

export interface NewRole {
  readonly name: string;
  /** Seconds */
  readonly maxSessionDuration: number;
  readonly requireMfa: boolean;
  readonly externalId?: string;
  readonly accountId?: string;
  readonly partition?: Partition;
  /** Default: may do everything. */
  readonly policy?: readonly Statement[];
}

const ownAccount = '123456789012';

export class Population {
  readonly #accounts: Accounts;
  readonly #clock: () => number;

  constructor(accounts: Accounts, clock: () => number) {
    this.#accounts = accounts;
    this.#clock = clock;
  }

  addUser({
    name,
    accountId = ownAccount,
    partition = 'aws',
    deviceName = name,
    policy = developerPolicy,
  }: NewUser): AwsUser {
    const created = new Date(this.#clock());
    const key = { id: newId('AKIA'), secret: newSecret(), created, active: true, knownFrom: 0 };
    const arn = `arn:${partition}:iam::${accountId}:user/${name}`;
    const base = { kind: 'user', name, partition, accountId, arn, userId: newId('AIDA'), policy, created } as const;
    const user: User = { ...base, keys: [key], devices: [], gitCredentials: [], sshKeys: [] };
    this.#accounts.users.push(user);
    const device = this.#enrol(user, deviceName, 'virtual');
    return { name, arn, accountId, accessKeyId: key.id, secretAccessKey: key.secret, ...device };
  }

  addRole(role: NewRole): { readonly arn: string } {
    const { accountId = ownAccount, partition = 'aws', policy = everything } = role;
    const arn = `arn:${partition}:iam::${accountId}:role/${role.name}`;
    this.#accounts.roles.push({ ...role, accountId, partition, policy, arn, roleId: newId('AROA') });
    return { arn };
  }

  addDevice({ arn }: AwsUser, name: string, kind: 'virtual' | 'fido'): TotpDevice {
    const user = this.#accounts.users.find((one) => one.arn === arn);
    if (!user) throw new Error(`no user ${arn}`);
    return this.#enrol(user, name, kind);
  }

  /** HTTPS git credentials and an SSH key for CodeCommit, which carry no MFA. */
  addOldWays({ arn, name, accountId }: AwsUser): void {
    const user = this.#accounts.users.find((one) => one.arn === arn);
    if (!user) throw new Error(`no user ${arn}`);
    user.gitCredentials.push(`${name}-at-${accountId}`);
    user.sshKeys.push('APKAEIBAERJR2EXAMPLE');
  }

  removeDevice(serial: string): void {
    const { user, device } = this.#enrolled(serial);
    user.devices.splice(user.devices.indexOf(device), 1);
  }

  totp({ serial }: Pick<TotpDevice, 'serial'>): MfaDevice {
    const { totp } = this.#enrolled(serial).device;
    if (!totp) throw new Error(`${serial} gives no codes`);
    return totp;
  }

  #enrol(user: User, name: string, kind: 'virtual' | 'fido'): TotpDevice {
    const { partition, accountId } = user;
    const place = kind === 'fido' ? `u2f/user/${user.name}` : 'mfa';
    const totp = kind === 'fido' ? undefined : new MfaDevice();
    const serial = `arn:${partition}:iam::${accountId}:${place}/${name}`;
    user.devices.push({ serial, enabled: new Date(this.#clock()), ...(totp ? { totp } : {}) });
    return { serial, totpSecret: totp?.secret ?? '' };
  }

  #enrolled(serial: string): { readonly user: User; readonly device: EnrolledDevice } {
    for (const user of this.#accounts.users) {
      const device = user.devices.find((one) => one.serial === serial);
      if (device) return { user, device };
    }
    throw new Error(`no device ${serial}`);
  }
}
