/** What gets into CodeCommit without MFA, and what to use in its place. */

import { fill } from '../../electron/core/i18n/say.ts';
import type { KeyStatus } from '../../electron/core/keys/rotation/key-status.ts';
import { useDaypass } from './daypass-context.ts';
import { LearnMore } from './LearnMore.tsx';

export function OldWays({ gitCredentials, sshKeys }: Pick<KeyStatus, 'gitCredentials' | 'sshKeys'>) {
  const { rotation } = useDaypass().texts;
  if (gitCredentials.length + sshKeys.length === 0) return null;
  return (
    <section className="old-ways" aria-label={rotation.oldWays}>
      <h2>{rotation.oldWays}</h2>
      <ul>
        {gitCredentials.map((name) => (
          <li key={name}>{fill(rotation.gitCredential, { name })}</li>
        ))}
        {sshKeys.map((name) => (
          <li key={name}>{fill(rotation.sshKey, { name })}</li>
        ))}
      </ul>
      <LearnMore brief={rotation.oldWaysBrief} rest={[rotation.oldWaysWhat]} />
    </section>
  );
}
