/**
 * Notifications of a Linux desktop, over D-Bus itself: Electron's own wait for the server, so that one which hangs would
 * hold up the whole app. Here nothing waits, and each notice is a new try.
 */
import type { Notice, Notifier } from '../../core/app/port.ts';
import { NotificationServer, type Sender, type Told } from './notification-server.ts';

export interface DesktopNotifierParts {
  readonly sender: Sender;
  clicked(profile: string | null): void;
  /** The desktop has not shown one: it has no server, or none that answers. */
  failed(): void;
  readonly address?: string | undefined;
  readonly limitMs?: number;
}

/** What a desktop that works needs for an answer many times over. */
const LIMIT_MS = 2_000;

export function desktopNotifier({
  sender,
  clicked,
  failed,
  address = process.env.DBUS_SESSION_BUS_ADDRESS,
  limitMs = LIMIT_MS,
}: DesktopNotifierParts): Notifier {
  let reached: Promise<NotificationServer> | null = null;

  const reach = (): Promise<NotificationServer> => {
    const server = NotificationServer.reach({ address, limitMs }, () => forget(server));
    server.catch(() => forget(server));
    return server;
  };
  const forget = (server: Promise<NotificationServer>) => {
    if (reached === server) reached = null;
  };

  const show = async (told: Told): Promise<void> => {
    reached ??= reach();
    const server = reached;
    try {
      await (await server).show(told, sender);
    } catch (thrown) {
      // The next notice asks anew whether there is a server; this one may still answer the last.
      forget(server);
      throw thrown;
    }
  };

  return {
    show({ title, body, profile }: Notice) {
      const told: Told = { title, body, wanted: true, clicked: () => clicked(profile) };
      show(told).catch(failed);
      const server = reached;
      return () => {
        told.wanted = false;
        server?.then((one) => one.takeBack(told)).catch(() => {});
      };
    },
  };
}
