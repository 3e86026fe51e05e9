// Guarantees: the one memory of Identity Center: its instances with their one person and what this may choose, and every
// client, code and token that is out.
import { randomBytes } from 'node:crypto';
import { newId } from '../accounts.ts';
import { everything, type Statement } from '../policy.ts';

export interface NewRoleChoice {
  /** The name of the permission set. */
  readonly name: string;
  /** Default: may do everything. */
  readonly policy?: readonly Statement[];
  /** How long its credentials live; default an hour. */
  readonly seconds?: number;
}

export interface NewAccountChoice {
  readonly id: string;
  readonly name: string;
  readonly email?: string;
  readonly roles: readonly NewRoleChoice[];
}

export interface NewIdentityCenter {
  /** Default: one of AWS's own, https://d-….awsapps.com/start */
  readonly startUrl?: string;
  /** Default: that of the stand-in. */
  readonly region?: string;
  /** Default: ada@example.com */
  readonly person?: string;
  readonly accounts: readonly NewAccountChoice[];
}

export interface RoleChoice extends Required<NewRoleChoice> {
  /** As IAM has it in the account: AWSReservedSSO_NAME_… */
  readonly roleName: string;
  readonly roleId: string;
}

export interface AccountChoice extends NewAccountChoice {
  readonly email: string;
  readonly roles: readonly RoleChoice[];
}

export interface IdentityCenter extends Required<NewIdentityCenter> {
  readonly accounts: readonly AccountChoice[];
}

export interface OidcClient {
  readonly clientId: string;
  readonly clientSecret: string;
  /** The only one that knows it; absent where an address on this machine was asked, which is of every region. */
  readonly region?: string;
  /** Milliseconds */
  readonly registered: number;
  readonly scopes: readonly string[];
  readonly redirectUris: readonly string[];
  readonly grantTypes: readonly string[];
  /** The instance of its issuerUrl. */
  readonly issuer?: IdentityCenter;
}

export interface CodeGrant {
  readonly client: OidcClient;
  readonly instance: IdentityCenter;
  readonly redirectUri: string;
  readonly challenge: string;
  readonly at: number;
  redeemed: boolean;
}

export interface DeviceGrant {
  readonly client: OidcClient;
  readonly instance: IdentityCenter;
  readonly userCode: string;
  readonly at: number;
  state: 'asked' | 'granted' | 'denied' | 'redeemed';
  /** Milliseconds between two questions. */
  pause: number;
  lastPoll: number;
  earlyPolls: number;
}

export interface PortalSession {
  readonly client: OidcClient;
  readonly instance: IdentityCenter;
  readonly started: number;
  signedOut: boolean;
}

const withoutEnd = (url: string): string => url.replace(/#.*$/s, '').replace(/\/+$/, '');

export class Directory {
  readonly clients = new Map<string, OidcClient>();
  readonly codes = new Map<string, CodeGrant>();
  readonly devices = new Map<string, DeviceGrant>();
  readonly accessTokens = new Map<string, { readonly session: PortalSession; readonly expires: number }>();
  readonly refreshTokens = new Map<string, { readonly session: PortalSession; used: boolean }>();
  readonly #instances: IdentityCenter[] = [];

  add({
    startUrl,
    person = 'ada@example.com',
    accounts,
    region,
  }: NewIdentityCenter & { region: string }): IdentityCenter {
    const instance = {
      startUrl: startUrl ?? `https://d-${randomBytes(5).toString('hex')}.awsapps.com/start`,
      region,
      person,
      accounts: accounts.map((account) => ({
        ...account,
        email: account.email ?? `${account.name.toLowerCase().replace(/\W+/g, '-')}@example.com`,
        roles: account.roles.map(({ name, policy = everything, seconds = 3600 }) => {
          const roleName = `AWSReservedSSO_${name}_${randomBytes(8).toString('hex')}`;
          return { name, policy, seconds, roleName, roleId: newId('AROA') };
        }),
      })),
    };
    this.#instances.push(instance);
    return instance;
  }

  /** @param region of the endpoint that is asked, where it is a real one: an instance lives in one region. */
  at(url: string, region: string | undefined): IdentityCenter | undefined {
    return this.#instances.find(
      (one) => withoutEnd(one.startUrl) === withoutEnd(url) && (region === undefined || region === one.region),
    );
  }
}
