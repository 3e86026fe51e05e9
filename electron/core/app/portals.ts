/** Before there is a profile: the portals that a company's people sign in to, and what one may choose from in each. */
import type { SharedFiles } from '../aws-files/port.ts';
import { readSessions } from '../aws-files/read-profiles.ts';
import { FailureError } from '../base/failure.ts';
import type { PortalAddress } from '../identity-center/find-portal.ts';
import type { IdentityCenter } from '../identity-center/identity-center.ts';
import type { Account } from '../identity-center/port.ts';
import { portalAddress } from '../settings/way.ts';
import { NEW_PROFILE } from './view.ts';

export interface PortalsWorld {
  readonly center: Pick<IdentityCenter, 'signIn' | 'accounts' | 'roles'>;
  readonly files: Pick<SharedFiles, 'read'>;
}

export class Portals {
  readonly #world: PortalsWorld;
  #cancel = new AbortController();

  constructor(world: PortalsWorld) {
    this.#world = world;
  }

  /** Those that AWS's config file names and says all of. */
  async list(): Promise<readonly PortalAddress[]> {
    const sessions = readSessions(await this.#world.files.read('config'));
    return sessions.flatMap(({ name: session, startUrl, region: ssoRegion }) => {
      try {
        return [portalAddress({ session, startUrl, ssoRegion })];
      } catch {
        return [];
      }
    });
  }

  /** Has a person sign in, where nobody has; one that was begun before waits no longer. Rejects with a FailureError. */
  async signIn(at: PortalAddress): Promise<void> {
    this.cancel();
    const { signal } = this.#cancel;
    await this.#world.center.signIn(NEW_PROFILE, at, 'here', signal);
    if (signal.aborted) throw new FailureError('sign-in.cancelled');
  }

  cancel(): void {
    this.#cancel.abort();
    this.#cancel = new AbortController();
  }

  accounts(at: PortalAddress): Promise<readonly Account[]> {
    return this.#world.center.accounts(at, this.#cancel.signal);
  }

  roles(at: PortalAddress, account: string): Promise<readonly string[]> {
    return this.#world.center.roles(at, account, this.#cancel.signal);
  }
}
