/** The system's notifications on macOS and Windows. A click opens the popover on the profile that the notice is about. */
import { Notification } from 'electron';
import type { Notice, Notifier } from '../../core/app/port.ts';

/** `failed` hears that the system shows none. */
export function notifier(clicked: (profile: string | null) => void, failed: () => void): Notifier {
  // One that is garbage-collected can no longer be clicked.
  const shown = new Set<Notification>();
  return {
    show({ title, body, profile }: Notice) {
      if (!Notification.isSupported()) {
        failed();
        return () => {};
      }
      const notification = new Notification({ title, body });
      shown.add(notification);
      const gone = () => shown.delete(notification);
      notification.on('click', () => {
        gone();
        clicked(profile);
      });
      notification.on('close', gone);
      notification.on('failed', () => {
        gone();
        failed();
      });
      notification.show();
      return () => {
        if (gone()) notification.close();
      };
    },
  };
}
