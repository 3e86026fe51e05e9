/**
 * Sign-ins to a portal that wait for a person: in the browser of this computer, on another device, or both, and whichever
 * answers first counts. At most one waits for each who asks.
 */
import { FailureError } from '../base/failure.ts';
import { Attempt, type AttemptWorld, type Doors } from '../browser-sign-in/attempt.ts';
import { openDoor, type Where } from '../browser-sign-in/door.ts';
import type { Waits } from '../browser-sign-in/waits.ts';
import type { RegisteredFor } from './cache-names.ts';
import { askUntilAnswered, type DeviceWorld } from './device-code.ts';
import { type DeviceAuthorization, OidcRefused, type Registered, type SsoOidc, type Tokens } from './port.ts';
import type { Portal } from './portal.ts';
import type { PortalTokens } from './portal-tokens.ts';
import type { Registrations } from './registrations.ts';

/** Whose pages a person goes through on the way, beside the portal's own. */
const AWS_DOMAINS = [
  'awsapps.com',
  'app.aws',
  'amazonaws.com',
  'signin.aws',
  'awsapps.cn',
  'amazonaws.com.cn',
  'amazonwebservices.com.cn',
  'amazonaws.eu',
  'amazonwebservices.eu',
];

export interface PortalSignInsWorld extends AttemptWorld, Pick<DeviceWorld, 'steady'> {
  readonly oidc: SsoOidc;
  readonly registrations: Pick<Registrations, 'of' | 'drop'>;
  readonly tokens: Pick<PortalTokens, 'put'>;
  readonly waits: Pick<Waits, 'begin'>;
}

interface Answer {
  readonly tokens: Tokens;
  readonly registered: Registered;
}

interface StartedDevice {
  readonly registered: Registered;
  readonly authorization: DeviceAuthorization;
}

export class PortalSignIns {
  readonly #world: PortalSignInsWorld;

  constructor(world: PortalSignInsWorld) {
    this.#world = world;
  }

  /** Resolves when the token is there for all programs. Rejects with a FailureError. */
  async signIn(who: string, portal: Portal, where: Where, signal: AbortSignal): Promise<void> {
    const cancel = new AbortController();
    const stop = () => cancel.abort();
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
    try {
      const { tokens, registered } = await this.#ask(who, portal, where, cancel.signal);
      if (signal.aborted) throw new FailureError('sign-in.cancelled');
      await this.#world.tokens.put(portal, tokens, registered);
    } finally {
      signal.removeEventListener('abort', stop);
      stop();
    }
  }

  async #ask(who: string, portal: Portal, where: Where, signal: AbortSignal): Promise<Answer> {
    const { oidc, registrations, waits } = this.#world;
    const registered = where === 'here' ? await registrations.of(portal, 'browser', signal) : null;
    const doors = this.#doors(portal, await oidc.authorizePage(portal.region), registered);
    const attempt = await Attempt.begin(this.#world, doors, where === 'here');
    const close = () => attempt.close();
    signal.addEventListener('abort', close, { once: true });
    if (signal.aborted) close();
    let end = () => {};
    try {
      return await new Promise<Answer>((resolve, reject) => {
        this.#taken(portal, attempt, registered, signal).then(resolve, reject);
        // Once, also where it is wanted twice; again where it could not be had.
        let asked: Promise<void> | null = null;
        const showElsewhere = () => {
          asked ??= this.#askElsewhere(portal, attempt, signal, resolve, reject).catch((thrown) => {
            asked = null;
            throw thrown;
          });
          return asked;
        };
        const begin = () => {
          end = waits.begin(who, { attempt, showElsewhere });
          void attempt.openBrowser();
        };
        if (where === 'here') begin();
        else showElsewhere().then(begin, reject);
      });
    } finally {
      signal.removeEventListener('abort', close);
      end();
      attempt.close();
    }
  }

  async #taken(portal: Portal, attempt: Attempt, registered: Registered | null, signal: AbortSignal): Promise<Answer> {
    const { code, door } = await attempt.taken;
    // Without a browser here nothing leads back.
    if (!registered) throw new FailureError('sign-in.cancelled');
    const grant = { by: 'code', code, verifier: door.verifier, redirectUri: door.redirectUri } as const;
    const { client } = registered;
    return this.#redeem(portal, 'browser', registered, () =>
      this.#world.oidc.createToken(portal.region, client, grant, signal),
    );
  }

  /** Resolves when there is something to show; the answer comes when the person has given it. */
  async #askElsewhere(
    portal: Portal,
    attempt: Attempt,
    signal: AbortSignal,
    answered: (answer: Answer) => void,
    refused: (why: unknown) => void,
  ): Promise<void> {
    const { registered, authorization } = await this.#startDevice(portal, signal);
    await attempt.showElsewhere({ address: authorization.addressWithCode, userCode: authorization.userCode });
    const { region } = portal;
    const { client } = registered;
    void this.#redeem(portal, 'device', registered, () =>
      askUntilAnswered(this.#world, { region, client, authorization }, signal),
    ).then(answered, refused);
  }

  async #startDevice(portal: Portal, signal: AbortSignal, again = true): Promise<StartedDevice> {
    const { oidc, registrations } = this.#world;
    const registered = await registrations.of(portal, 'device', signal);
    try {
      const authorization = await oidc.startDevice(portal.region, registered.client, portal.startUrl, signal);
      return { registered, authorization };
    } catch (thrown) {
      if (!again || !isUnknownClient(thrown)) throw thrown;
      await registrations.drop(portal, 'device');
      return this.#startDevice(portal, signal, false);
    }
  }

  /** A registration that AWS does not know any more is made anew at the next try. */
  async #redeem(
    portal: Portal,
    form: RegisteredFor,
    registered: Registered,
    ask: () => Promise<Tokens>,
  ): Promise<Answer> {
    try {
      return { tokens: await ask(), registered };
    } catch (thrown) {
      if (isUnknownClient(thrown)) await this.#world.registrations.drop(portal, form);
      throw thrown;
    }
  }

  #doors({ startUrl, scopes }: Portal, page: string, registered: Registered | null): Doors {
    const clientId = registered?.client.id ?? '';
    const scope = ['scopes', scopes.join(' ')] as const;
    return {
      base: page.replace(/\/authorize$/, ''),
      alsoFrom: [...AWS_DOMAINS, startUrl.replace(/^https:\/\/|[:/?#].*$/g, '')],
      here: (redirectUri) =>
        openDoor({ where: 'here', page, clientId, redirectUri, method: 'S256', scope }, this.#world.random),
      elsewhere: null,
    };
  }
}

const isUnknownClient = (thrown: unknown): boolean =>
  thrown instanceof OidcRefused && thrown.answer === 'invalid-client';
