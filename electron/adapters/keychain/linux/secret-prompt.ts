/** A keyring's own window, shown because a person has asked for what needs it. */
import { BusError, type SessionBus } from '../../dbus/session-bus.ts';
import { NONE, PROMPT, SECRETS } from './secrets-bus.ts';

/**
 * Shows the window, if the keyring wants one, and waits for the person: true where they allowed it or nobody was asked.
 * Rejects with a BusError.
 */
export async function prompted(bus: SessionBus, prompt: unknown, limitMs: number): Promise<boolean> {
  if (typeof prompt !== 'string' || prompt === NONE) return true;
  const on = { ...SECRETS, path: prompt };
  const shown = { interface: PROMPT, member: 'Prompt', signature: 's', body: [''] };
  try {
    const [dismissed] = await bus.heard(on, { interface: PROMPT, member: 'Completed' }, limitMs, () =>
      bus.call(on, shown),
    );
    return dismissed === false;
  } catch (thrown) {
    // Nobody has answered it; it is taken away, so that a later answer finds nothing waiting.
    void bus.call(on, { interface: PROMPT, member: 'Dismiss' }).catch(() => {});
    if (thrown instanceof BusError && thrown.kind === 'no-answer') return false;
    throw thrown;
  }
}
