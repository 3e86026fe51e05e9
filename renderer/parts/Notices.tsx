/** What a person should know on the first page: a clock that is off, sessions that are not kept, each trouble of Daypass. */

import type { ProfileView } from '../../electron/core/app/view.ts';
import { fill } from '../../electron/core/i18n/say.ts';
import { span } from '../../electron/core/i18n/times.ts';
import { useAtOnce } from './daypass-context.ts';
import { FailureBox } from './FailureBox.tsx';
import { Icon } from './Icon.tsx';

/** `profile` is null where there is none yet. */
export function Notices({ profile }: { profile: ProfileView | null }) {
  const { texts, view, go } = useAtOnce();
  const notKept =
    view.notices.some(({ code }) => code.startsWith('kept.')) && profile !== null && profile.expiresAt !== null;
  const others = view.notices.filter(({ code }) => !code.startsWith('kept.'));
  return (
    <>
      {others.map((failure) => (
        <FailureBox key={`${failure.code} ${JSON.stringify(failure.params)}`} failure={failure} />
      ))}
      {view.awsOffset !== 0 && (
        <p className="note">
          <Icon name="clock" />
          {fill(texts.signIn.clockOff, { time: span(view.awsOffset, view.language) })}
        </p>
      )}
      {notKept && (
        <p className="note">
          <Icon name="info" />
          <span>
            {texts.signIn.notKept}{' '}
            <button type="button" className="link" onClick={() => go({ at: 'doctor' })}>
              {texts.signIn.why}
            </button>
          </span>
        </p>
      )}
    </>
  );
}
