// An unlocked keyring, as one of the stores that the suite runs over.
import { secretService } from '../../electron/adapters/keychain/linux/secret-service.ts';
import { GCM, type PrivateKeyring } from '../world/private-keyring.ts';
import type { StoreWorld } from './credential-store-world.ts';

/** A keyring on a machine with much else to do; the limits themselves are tried where it never answers. */
export const PATIENT = { answerMs: 60_000, promptMs: 60_000 };

export function keyringWorld(keyring: PrivateKeyring): StoreWorld {
  return {
    store: secretService(keyring.address, PATIENT),
    async plant(all) {
      for (const [i, one] of all.entries()) await (i % 2 === 0 ? keyring.plantLibsecret(one) : keyring.plantGcm(one));
    },
    left: async () => [...keyring.users('protocol', 'https'), ...keyring.users(...GCM)],
    close: () => keyring.clear(),
  };
}
