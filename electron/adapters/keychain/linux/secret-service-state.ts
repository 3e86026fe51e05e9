/** Whether this desktop has a keyring and whether it is open, told within two seconds, whatever the keyring does. */

import { onSessionBus, type SessionBus, within } from '../../dbus/session-bus.ts';
import { COLLECTION, isAbsent, NONE, SECRETS, SERVICE } from './secrets-bus.ts';

export type SecretServiceState = 'absent' | 'locked' | 'unlocked';

const LIMIT_MS = 2_000;

/**
 * 'unlocked' only where secrets can be stored without asking anyone: a keyring that does not answer, or that would
 * first have to be made, counts as 'locked'. 'absent' where there is no session bus or no keyring on it.
 */
export async function secretServiceState(address = process.env.DBUS_SESSION_BUS_ADDRESS): Promise<SecretServiceState> {
  try {
    return await within(LIMIT_MS, onSessionBus(stateOfDefault, { limitMs: LIMIT_MS, address }));
  } catch (thrown) {
    return isAbsent(thrown) ? 'absent' : 'locked';
  }
}

async function stateOfDefault(bus: SessionBus): Promise<SecretServiceState> {
  const alias = { interface: SERVICE, member: 'ReadAlias', signature: 's', body: ['default'] };
  const [path] = await bus.call(SECRETS, alias);
  if (typeof path !== 'string' || path === NONE) return 'locked';
  return (await bus.get({ ...SECRETS, path }, COLLECTION, 'Locked')) === false ? 'unlocked' : 'locked';
}
