/** Sign-ins with the browser, from the click to the keys: at most one waits for the person for each profile. */
import type { AwsClock } from '../base/aws-clock.ts';
import { FailureError } from '../base/failure.ts';
import type { Secret } from '../base/secret.ts';
import type { NewSession } from '../session/way-in.ts';
import { Attempt, type AttemptWorld, type Doors, type Taken } from './attempt.ts';
import { CONFIRMATION, newDoor, type Where } from './door.ts';
import { untilOf } from './login.ts';
import type { Logins } from './logins.ts';
import type { SignInService } from './port.ts';
import { identityIn, readTokens } from './read-tokens.ts';
import type { Waits } from './waits.ts';

export interface BrowserSignInsWorld extends AttemptWorld {
  readonly service: SignInService;
  readonly clock: AwsClock;
  readonly logins: Pick<Logins, 'begin' | 'drop'>;
  readonly waits: Pick<Waits, 'begin'>;
}

export class BrowserSignIns {
  readonly #world: BrowserSignInsWorld;

  constructor(world: BrowserSignInsWorld) {
    this.#world = world;
  }

  /** Asks the person, in the browser of this computer or of another device. Rejects with a FailureError. */
  async open(profile: string, region: string, where: Where, signal: AbortSignal): Promise<NewSession> {
    const { service } = this.#world;
    const [base, key] = await Promise.all([service.base(region), service.newKey()]);
    const attempt = await Attempt.begin(this.#world, this.#doors(base), where === 'here');
    if (where === 'elsewhere') await attempt.showPasted();
    const cancel = () => attempt.close();
    signal.addEventListener('abort', cancel, { once: true });
    if (signal.aborted) cancel();
    try {
      const [taken] = await Promise.all([this.#person(profile, attempt), this.#learnTime(region, signal)]);
      return await this.#redeem(profile, region, key, taken, signal);
    } finally {
      signal.removeEventListener('abort', cancel);
      // Until now, so that whoever comes back a second time is heard.
      attempt.close();
    }
  }

  #doors(base: string): Doors {
    const { random } = this.#world;
    return {
      base,
      here: (redirectUri) => newDoor('here', base, redirectUri, random),
      elsewhere: newDoor('elsewhere', base, `${base}${CONFIRMATION}`, random),
    };
  }

  #person(profile: string, attempt: Attempt): Promise<Taken> {
    const end = this.#world.waits.begin(profile, { attempt, showElsewhere: () => attempt.showPasted() });
    void attempt.openBrowser();
    return attempt.taken.finally(end);
  }

  /** A proof with a wrong date would cost the code, which is good once. Never rejects. */
  async #learnTime(region: string, signal: AbortSignal): Promise<void> {
    const { clock, service } = this.#world;
    if (!clock.learned) await service.learnTime(region, signal).catch(() => {});
  }

  async #redeem(
    profile: string,
    region: string,
    key: Secret<string>,
    { door, code }: Taken,
    signal: AbortSignal,
  ): Promise<NewSession> {
    const { service, clock, logins } = this.#world;
    const begun = clock.now();
    const { clientId, redirectUri, verifier } = door;
    const grant = { is: 'code', code, verifier, redirectUri } as const;
    const answer = await service.token({ region, clientId, key, grant }, signal);
    const { granted, refreshToken, idToken } = readTokens(answer, clock.now());
    const login = { region, clientId, key, refreshToken, identity: identityIn(idToken), begun };
    if (signal.aborted) throw new FailureError('sign-in.cancelled');
    await logins.begin(profile, login);
    // Cancelled while it was being kept: nobody is to go on from it.
    if (signal.aborted) await logins.drop(profile, login);
    return { granted, identity: login.identity, until: untilOf(login) };
  }
}
