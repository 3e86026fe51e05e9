/**
 * Whether the desktop shows tray icons, asked of the session bus and then watched: Electron's Tray succeeds silently also
 * where none is shown, a panel may come later than we do, and one that comes back knows nothing of the icons before it.
 */
import { BUS, type OpenBus, openSessionBus, type SessionBus, within } from './session-bus.ts';

const WATCHER = { destination: 'org.kde.StatusNotifierWatcher', path: '/StatusNotifierWatcher' };
/** Whoever starts Daypass waits no longer to see something. */
const FIRST_MS = 1_000;
/** A desktop that starts may need this long for an answer. */
const LIMIT_MS = 30_000;
/** A panel that starts again, or a screen that is locked, is no desktop without a tray. */
const AWAY_MS = 3_000;

export interface TrayWatch {
  /** A place for icons has come, which shows none of ours yet, or it has gone for good. */
  readonly changed: (present: boolean) => void;
  readonly address?: string | undefined;
  readonly awayMs?: number;
}

/** For Linux. Answers within a second; false where there is no bus, no watcher or no host. Later answers are told. */
export async function watchTrayHost({
  changed,
  address = process.env.DBUS_SESSION_BUS_ADDRESS,
  awayMs = AWAY_MS,
}: TrayWatch): Promise<{ present: boolean; stop(): void }> {
  let told = false;
  let isFirst = true;
  let bus: OpenBus | null = null;
  let stopped = false;
  let looks = 0;
  let hasNew = false;
  const tell = (present: boolean) => {
    if (stopped || (present === told && !(present && hasNew))) return;
    hasNew = false;
    told = present;
    if (!isFirst) changed(present);
  };
  /** One that is overtaken by another says nothing: the end of one and the next may be heard of in the same moment. */
  const look = async (isNew: boolean) => {
    const mine = ++looks;
    hasNew ||= isNew;
    const isThere = () => (bus ? hasHost(bus).catch(() => false) : false);
    let present = await isThere();
    if (!present && told) {
      await new Promise((resolve) => setTimeout(resolve, awayMs));
      present = mine === looks && (await isThere());
    }
    if (mine === looks) tell(present);
  };
  const watch = async () => {
    bus = await openSessionBus({ limitMs: LIMIT_MS, address });
    if (stopped) return bus.close();
    // The end of one is no new one, also where another is there by the time that it is looked for.
    const heard = (_: string, [, , owner]: readonly unknown[]) => void look(owner !== '');
    await bus.listen({ ...BUS, about: WATCHER.destination }, BUS.destination, heard);
    await bus.listen(WATCHER, WATCHER.destination, (member) => {
      if (member.startsWith('StatusNotifierHost')) void look(false);
    });
    await look(false);
  };
  await within(FIRST_MS, watch()).catch(() => {});
  isFirst = false;
  return {
    present: told,
    stop() {
      stopped = true;
      bus?.close();
    },
  };
}

export async function hasHost(bus: SessionBus): Promise<boolean> {
  const hasOwner = { interface: BUS.destination, member: 'NameHasOwner', signature: 's', body: [WATCHER.destination] };
  const [owned] = await bus.call(BUS, hasOwner);
  // Asking the property of a name without an owner would have the bus start one.
  return owned === true && (await bus.get(WATCHER, WATCHER.destination, 'IsStatusNotifierHostRegistered')) === true;
}
