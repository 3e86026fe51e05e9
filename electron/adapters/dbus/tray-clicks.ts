/**
 * Where a click on the tray icon was, as far as the desktop says so: Chromium throws the coordinates of the desktop's call
 * away, so they are read from the session bus. Nothing waits for it noticeably, and without it the place is just not known.
 */
import { type OpenBus, openSessionBus } from './session-bus.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface TrayClicks {
  /** Of the click that was heard just now, in pixels of the screen; null where nothing is known of it. */
  place(): Promise<Point | null>;
  stop(): void;
}

/** The bus brings the same call to Chromium and to us in either order. */
const TOGETHER_MS = 100;
const LIMIT_MS = 30_000;

export function watchTrayClicks({
  address = process.env.DBUS_SESSION_BUS_ADDRESS,
  togetherMs = TOGETHER_MS,
}: {
  readonly address?: string | undefined;
  readonly togetherMs?: number;
} = {}): TrayClicks {
  let bus: OpenBus | null = null;
  let listens = false;
  let stopped = false;
  let last: { readonly place: Point | null; readonly at: number } | null = null;
  let heard = () => {};
  const watch = async () => {
    bus = await openSessionBus({ limitMs: LIMIT_MS, address });
    if (stopped) return bus.close();
    await bus.monitor('/StatusNotifierItem', 'Activate', (body) => {
      last = { place: placeOf(body), at: performance.now() };
      heard();
    });
    listens = true;
  };
  watch().catch(() => bus?.close());
  return {
    async place() {
      if (!listens) return null;
      if (last === null || performance.now() - last.at > togetherMs) {
        last = null;
        await new Promise<void>((resolve) => {
          heard = resolve;
          setTimeout(resolve, togetherMs);
        });
      }
      const place = last?.place ?? null;
      last = null;
      return place;
    },
    stop() {
      stopped = true;
      bus?.close();
    },
  };
}

/** Who does not know the place says 0, 0, where no icon is. */
function placeOf([x, y]: readonly unknown[]): Point | null {
  return typeof x === 'number' && typeof y === 'number' && (x !== 0 || y !== 0) ? { x, y } : null;
}
