/** What went wrong last: in the profiles, and in Daypass itself. */
import { type Failure, failure } from '../../base/failure.ts';
import { type Check, found, ifKnown } from '../check.ts';
import type { DesktopState } from '../port.ts';

export const ownChecks: readonly Check[] = [
  {
    name: 'profiles',
    look: ({ profiles }) =>
      ifKnown(profiles, (ill) =>
        ill.map(({ name, failure: why, evidence = [] }) => found(why, { profile: name, evidence })),
      ),
  },
  {
    name: 'daypass',
    look: ({ notices, desktop }) =>
      ifKnown(notices, (list) => {
        const shown = desktop.known ? ofDesktop(desktop.value) : [];
        // A notification that could not be shown has been told of already.
        const news = shown.filter(({ code }) => list.every((told) => told.code !== code));
        return [...list, ...news].map((why) => found(why));
      }),
  },
];

/** A desktop that shows nothing of Daypass: a git that waits, or a session that ends, is then seen by nobody. */
function ofDesktop({ tray, notifications }: DesktopState): readonly Failure[] {
  return [
    ...(tray ? [] : [failure('desktop.no-tray')]),
    ...(notifications === 'shown'
      ? []
      : [failure(notifications === 'silent' ? 'notification.silent' : 'notification.failed')]),
  ];
}
