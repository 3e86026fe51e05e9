/** What went wrong last: in the profiles, and in Daypass itself. */
import { FAILURES } from '../../base/catalogue.ts';
import { type Failure, failure } from '../../base/failure.ts';
import { type Check, ifKnown } from '../check.ts';
import type { DoctorFinding } from '../finding.ts';
import { found } from '../finding.ts';
import type { DesktopState } from '../port.ts';

/** What is the network's or the clock's is found there, once for all. */
const isElsewhere = (code: string): boolean => code.startsWith('network.') || code === 'clock.skewed';

export const ownChecks: readonly Check[] = [
  {
    name: 'profiles',
    look: ({ profiles, awsFiles, ownKeys }) =>
      ifKnown(profiles, (ill) => [
        ...ill
          .filter(({ failure: { code } }) => !isElsewhere(code))
          .filter(
            ({ name, failure }) => !awsFiles.known || !awsFiles.value.some((seen) => explains(seen, name, failure)),
          )
          .map(({ name, failure: why, evidence = [] }) => found(why, { profile: name, evidence })),
        // What AWS does not say is no matter: it is good to know, and no more.
        ...(ownKeys.known ? ownKeys.value : []),
      ]),
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

/** The same, found in the files; or a line there that spoils the key with which the profile was refused. */
function explains({ failure, profile }: DoctorFinding, name: string, refused: Failure): boolean {
  if (profile === name && failure.code === refused.code) return true;
  const isCause = failure.params.source === refused.params.profile && FAILURES[failure.code].severity === 'error';
  return isCause && failure.code.startsWith('aws-files.') && /^key\.|^aws\.refused$/.test(refused.code);
}

/** A desktop that shows nothing of Daypass: a git that waits, or a session that ends, is then seen by nobody. */
function ofDesktop({ tray, notifications }: DesktopState): readonly Failure[] {
  return [
    ...(tray ? [] : [failure('desktop.no-tray')]),
    ...(notifications === 'shown'
      ? []
      : [failure(notifications === 'silent' ? 'notification.silent' : 'notification.failed')]),
  ];
}
