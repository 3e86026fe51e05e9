/** Whether the desktop shows tray icons, asked of the session bus: Electron's Tray succeeds silently also where none is shown. */
import { BUS, onSessionBus, type SessionBus, within } from './session-bus.ts';

const WATCHER = { destination: 'org.kde.StatusNotifierWatcher', path: '/StatusNotifierWatcher' };
const LIMIT_MS = 1_000;

/** For Linux. Answers within a second; false where there is no bus, no watcher or no host. */
export async function trayHostPresent(address = process.env.DBUS_SESSION_BUS_ADDRESS): Promise<boolean> {
  try {
    return await within(LIMIT_MS, onSessionBus(hasHost, { limitMs: LIMIT_MS, address }));
  } catch {
    return false;
  }
}

async function hasHost(bus: SessionBus): Promise<boolean> {
  const hasOwner = { interface: BUS.destination, member: 'NameHasOwner', signature: 's', body: [WATCHER.destination] };
  const [owned] = await bus.call(BUS, hasOwner);
  // Asking the property of a name without an owner would have the bus start one.
  return owned === true && (await bus.get(WATCHER, WATCHER.destination, 'IsStatusNotifierHostRegistered')) === true;
}
