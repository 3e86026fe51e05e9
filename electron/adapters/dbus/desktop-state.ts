/** What this Linux desktop shows of Daypass: tray icons, and notifications. Asked when somebody wants to know, never at the start. */
import type { DesktopState } from '../../core/doctor/port.ts';
import { BusError, openSessionBus, type SessionBus } from './session-bus.ts';
import { hasHost } from './tray-host.ts';

const SERVER = { destination: 'org.freedesktop.Notifications', path: '/org/freedesktop/Notifications' };
const FACE = SERVER.destination;
/** How Plasma and dunst say that they are told not to disturb; a server without either is taken at its word. */
const QUIET = [
  [FACE, 'Inhibited'],
  ['org.dunstproject.cmd0', 'paused'],
] as const;
/** What a desktop that works needs for an answer many times over. */
const LIMIT_MS = 1_000;

/** Never rejects. Without a bus there is neither. */
export async function desktopState(address = process.env.DBUS_SESSION_BUS_ADDRESS): Promise<DesktopState> {
  try {
    const bus = await openSessionBus({ limitMs: LIMIT_MS, address });
    try {
      const [tray, notifications] = await Promise.all([hasHost(bus).catch(() => false), notificationsOf(bus)]);
      return { tray, notifications };
    } finally {
      bus.close();
    }
  } catch {
    return { tray: false, notifications: 'none' };
  }
}

async function notificationsOf(bus: SessionBus): Promise<DesktopState['notifications']> {
  try {
    await bus.call(SERVER, { interface: FACE, member: 'GetCapabilities' });
  } catch (thrown) {
    return thrown instanceof BusError && thrown.kind === 'no-answer' ? 'no-answer' : 'none';
  }
  const said = await Promise.all(QUIET.map(([face, name]) => bus.get(SERVER, face, name).catch(() => false)));
  return said.includes(true) ? 'silent' : 'shown';
}
