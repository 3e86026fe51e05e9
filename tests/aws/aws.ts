// Guarantees: an AWS of one's own on loopback (STS, IAM, S3, Sign-In and Identity Center, and CodeCommit under its real
// host names) that gives and refuses as AWS does. Nothing is kept beyond its folder and its process; no secret reaches
// `requests`.
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Accounts } from './accounts.ts';
import { apiListener, type RequestRecord, type World } from './api-server.ts';
import { type Browsed, type BrowseOptions, browse } from './browse.ts';
import { CertificateAuthority } from './certificates.ts';
import { codeCommitListener } from './codecommit.ts';
import { type Faults, noFaults } from './faults.ts';
import { Directory, type IdentityCenter, type NewIdentityCenter } from './identity-center/directory.ts';
import { listen } from './listener.ts';
import type { Statement } from './policy.ts';
import { type AwsUser, type NewRole, type NewUser, Population, type TotpDevice } from './population.ts';
import { createProxy } from './proxy.ts';
import { Repositories } from './repositories.ts';
import type { Bucket } from './s3.ts';
import { SigninMemory } from './signin/signin-memory.ts';
import { createTlsFront } from './tls-front.ts';

export type { RequestRecord } from './api-server.ts';
export type { Browsed, BrowseOptions } from './browse.ts';
export type { Faults } from './faults.ts';
export type { IdentityCenter, NewIdentityCenter } from './identity-center/directory.ts';
export type { AwsUser, NewRole, NewUser, TotpDevice } from './population.ts';

export interface AwsOptions {
  /** Where the repositories and the certificate live; made if it is not there. */
  readonly folder: string;
  /** Milliseconds: the clock of the servers and of the MFA device. Default: this machine's. */
  readonly now?: () => number;
  /** Where repositories and buckets are if nothing else is said. Default: eu-west-1. */
  readonly region?: string;
  /** What its user may do; default: a developer's. */
  readonly policy?: readonly Statement[];
}

export interface CodeCommitAddress {
  readonly region: string;
  readonly host: string;
  /** Of the TLS listener; git comes to it through the proxy of gitConfig(). */
  readonly port: number;
  readonly address: '127.0.0.1';
  /** PEM of the authority that signs for every host name of AWS. */
  readonly caFile: string;
  /** `key=value` settings, for `git -c` or a configuration file, that lead git from the real host names to here. */
  gitConfig(): string[];
  /** For an environment that sets GIT_SSL_CAINFO to something else: that variable wins over the configuration. */
  gitEnvironment(): Record<string, string>;
  /** The real one: https://HOST/v1/repos/NAME. */
  url(repository: string): string;
}

export interface Aws {
  /** STS, IAM, S3, Sign-In and Identity Center, for AWS_ENDPOINT_URL and --endpoint-url. */
  readonly url: string;
  /** For HTTPS_PROXY; with it and the caFile as AWS_CA_BUNDLE, the real addresses of AWS lead here. */
  readonly proxyUrl: string;
  readonly codecommit: CodeCommitAddress;
  readonly user: AwsUser;
  readonly faults: Faults;
  readonly requests: readonly RequestRecord[];
  /** What the device shows at a time (milliseconds), default now. */
  code(at?: number, device?: TotpDevice): Promise<string>;
  /** A code that would be accepted now and has not been used; waits for one where all are. */
  freshCode(device?: TotpDevice): Promise<string>;
  /** From now on the device's clock is ahead by so many steps of 30 seconds; AWS does not know it. */
  drift(steps: number, device?: Pick<TotpDevice, 'serial'>): void;
  /** Forgets the device's used codes, its tries and its lock. */
  resetDevice(device?: TotpDevice): void;
  /** One more device of the user's; a FIDO key gives no codes. */
  addDevice(user: AwsUser, name: string, kind?: 'virtual' | 'fido'): TotpDevice;
  removeDevice(device?: Pick<TotpDevice, 'serial'>): void;
  addUser(user: NewUser): AwsUser;
  addRole(role: NewRole): { readonly arn: string };
  addBucket(name: string): void;
  /** Makes an empty repository; resolves to its folder. */
  addRepository(name: string, region?: string, accountId?: string): Promise<string>;
  repositoryPath(name: string, region?: string, accountId?: string): string;
  addIdentityCenter(center: NewIdentityCenter): IdentityCenter;
  /** A person at a browser, who opens an address of AWS's (the real one or one at `url`) and touches the key. */
  browse(address: string, options?: BrowseOptions): Promise<Browsed>;
  /** Ends a session as its clock would. */
  expireSession(accessKeyId: string): void;
  close(): Promise<void>;
}

const gitHosts = [
  'git-codecommit.*.amazonaws.com',
  'git-codecommit-fips.*.amazonaws.com',
  'git-codecommit.*.amazonaws.com.cn',
  '*.git-codecommit.*.vpce.amazonaws.com',
  '*.git-codecommit-fips.*.vpce.amazonaws.com',
];

export async function startAws({
  folder,
  now = Date.now,
  region: home = 'eu-west-1',
  ...rest
}: AwsOptions): Promise<Aws> {
  const faults = noFaults();
  const clock = (): number => now() + faults.skewMs;
  const requests: RequestRecord[] = [];
  const accounts = new Accounts();
  const buckets = new Map<string, Bucket>();
  const directory = new Directory();
  const world: World = {
    accounts,
    buckets,
    signin: new SigninMemory(),
    directory,
    faults,
    region: home,
    clock,
    record: (one) => requests.push({ time: clock(), ...one }),
  };
  const population = new Population(accounts, clock);
  const user = population.addUser({ name: 'ada', deviceName: 'ada-phone', ...rest });
  const repositories = new Repositories(join(folder, 'repositories'));

  const authority = new CertificateAuthority();
  const caFile = join(folder, 'ca.pem');
  await mkdir(folder, { recursive: true });
  await writeFile(caFile, authority.cert);

  const api = apiListener(world);
  const plain = await listen(createServer(api));
  const tls = await listen(createTlsFront(authority, codeCommitListener(world, repositories), api));
  const proxy = await listen(createProxy(tls.port, faults));
  const proxyUrl = `http://127.0.0.1:${proxy.port}`;
  const host = `git-codecommit.${home}.amazonaws.com`;

  return {
    url: `http://127.0.0.1:${plain.port}`,
    proxyUrl,
    user,
    faults,
    requests,
    codecommit: {
      region: home,
      host,
      port: tls.port,
      address: '127.0.0.1',
      caFile,
      // A proxy by URL pattern, unlike http.curloptResolve, needs neither port 443 nor a list of all hosts.
      gitConfig: () =>
        gitHosts.flatMap((pattern) => [
          `http.https://${pattern}.proxy=${proxyUrl}`,
          `http.https://${pattern}.sslCAInfo=${caFile}`,
        ]),
      gitEnvironment: () => ({ GIT_SSL_CAINFO: caFile }),
      url: (repository) => `https://${host}/v1/repos/${repository}`,
    },
    code: async (at = clock(), device = user) => population.totp(device).codeAt(at),
    freshCode: async (device = user) => {
      const totp = population.totp(device);
      for (;;) {
        const [time] = totp.unusedTimes(clock());
        if (time !== undefined) return totp.expectedAt(time);
        await delay(200);
      }
    },
    drift: (steps, device = user) => {
      population.totp(device).drift = steps;
    },
    resetDevice: (device = user) => population.totp(device).forget(),
    addDevice: (owner, name, kind = 'virtual') => population.addDevice(owner, name, kind),
    removeDevice: ({ serial } = user) => population.removeDevice(serial),
    addUser: (one) => population.addUser(one),
    addRole: (role) => population.addRole(role),
    addBucket: (name) => {
      const { accountId } = user;
      buckets.set(name, { name, region: home, accountId, created: new Date(clock()), objects: new Map() });
    },
    addRepository: (name, region = home, accountId = user.accountId) => repositories.add(name, region, accountId),
    repositoryPath: (name, region = home, accountId = user.accountId) => repositories.path(name, region, accountId),
    addIdentityCenter: (center) => directory.add({ region: home, ...center }),
    browse: (address, options) => browse(address, { tlsPort: tls.port, ca: authority.cert }, options),
    expireSession: (accessKeyId) => accounts.expire(accessKeyId, clock()),
    close: async () => {
      await Promise.all([plain.close(), tls.close(), proxy.close()]);
    },
  };
}
