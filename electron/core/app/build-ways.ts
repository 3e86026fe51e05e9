/** Where keys and codes come from: the shared files, what people have given to be kept, and the ways in that use them. */
import { Attempts } from '../authenticator/attempts.ts';
import { StoredTotp } from '../authenticator/stored-totp.ts';
import type { LongTermKey } from '../aws/credentials.ts';
import { learnIdentity } from '../aws/learn-identity.ts';
import type { Iam, Sts } from '../aws/port.ts';
import type { AwsClock } from '../base/aws-clock.ts';
import { FailureError } from '../base/failure.ts';
import { BrowserSignIns } from '../browser-sign-in/browser-sign-ins.ts';
import { Logins } from '../browser-sign-in/logins.ts';
import type { SignInService } from '../browser-sign-in/port.ts';
import { redirectPage } from '../browser-sign-in/redirect-page.ts';
import { Waits } from '../browser-sign-in/waits.ts';
import { Enrolments } from '../enrolment/enrolments.ts';
import { resync } from '../enrolment/resync.ts';
import type { TwoSecrets } from '../enrolment/two-codes.ts';
import type { Language } from '../i18n/words.ts';
import { IdentityCenter } from '../identity-center/identity-center.ts';
import type { SsoOidc, SsoPortal } from '../identity-center/port.ts';
import { Seal } from '../kept/seal.ts';
import { SealedSecrets } from '../kept/sealed-secrets.ts';
import { LongTermKeys } from '../keys/long-term-keys.ts';
import { NewKey } from '../keys/new-key.ts';
import type { Session } from '../session/state.ts';
import type { ProfileSettings } from '../settings/settings.ts';
import { Sources } from '../sources/sources.ts';
import { factsOf, WaysIn } from '../sources/ways-in.ts';
import type { Ports } from './ports.ts';
import { SpareKeys } from './spare-keys.ts';

export interface WaysParts {
  readonly sts: Sts;
  readonly iam: Iam;
  readonly tokens: SignInService;
  readonly oidc: SsoOidc;
  readonly portal: SsoPortal;
  readonly clock: AwsClock;
  language(): Language;
  /** Something has tried to answer in the browser's place. */
  stranger(): void;
  profiles(): readonly ProfileSettings[];
  sessionOf(profile: string): Session | null;
  /** Whether it is signed in, or was until its session ended by itself. */
  hasBegun(profile: string): boolean;
  changed(): void;
}

export function buildWays(ports: Ports, parts: WaysParts) {
  const { sts, iam, clock, profiles, sessionOf, changed } = parts;
  const { timer, files, box, secretFiles, qr } = ports;
  const seal = new Seal(box, secretFiles);
  const kept = new SealedSecrets(seal, secretFiles);
  const never = new AbortController().signal;
  const identity = (key: LongTermKey, region: string) => learnIdentity({ sts, clock }, key, region, never);
  const keys = new LongTermKeys({ kept, files, identity });
  const handOver = () => new NewKey({ keys, files, identity, profiles });
  const spareKeys = new SpareKeys({ keys, profiles });
  const attempts = new Attempts();
  const totp = new StoredTotp({ kept, totp: ports.totp, qr, clock, timer, attempts, changed });
  const sources = new Sources({ files, iam, kept: keys, profiles });
  const logins = new Logins({ service: parts.tokens, clock, seal, files: ports.sessionFiles, changed });
  const waits = new Waits(changed);
  const pages = {
    ...ports,
    clock,
    waits,
    stranger: parts.stranger,
    page: (what: Parameters<typeof redirectPage>[0]) => redirectPage(what, parts.language()),
    changed,
  };
  const browser = new BrowserSignIns({ ...pages, service: parts.tokens, logins });
  const center = new IdentityCenter({
    ...pages,
    oidc: parts.oidc,
    portal: parts.portal,
    cache: ports.ssoCache,
    wall: () => ports.clock.wall(),
    steady: () => ports.clock.steady(),
    config: () => files.read('config'),
  });
  const longTermKey = (source: string) => sources.longTermKey(source);
  const device = { iam, sts, clock, attempts, longTermKey };
  const enrolments = new Enrolments({ ...device, timer, totp: ports.totp, stored: totp, drawQr: ports.drawQr });
  const ways = new WaysIn({
    sts,
    clock,
    attempts,
    totp,
    longTermKey,
    logins,
    browser,
    center,
    profiles,
    hasBegun: parts.hasBegun,
    credentialsOf: (profile) => sessionOf(profile)?.credentials ?? null,
    nameOf: (profile) => profiles().find(({ id }) => id === profile)?.name ?? '',
  });
  return {
    seal,
    kept,
    keys,
    handOver,
    spareKeys,
    totp,
    sources,
    ways,
    logins,
    waits,
    center,
    enrolments,
    async resync(profile: ProfileSettings, codes: TwoSecrets): Promise<void> {
      const { key, serial } = factsOf(profile);
      if (key === null || serial === null) throw new FailureError('key.missing', { profile: profile.name });
      await resync(device, { source: key, region: profile.region, serial }, codes);
    },
  };
}
