/** git in one line: whether it asks Daypass, and what became of what it was given last. It leads to all that is to be said of git. */
import { fill } from '../../electron/core/i18n/say.ts';
import { clockTime } from '../../electron/core/i18n/times.ts';
import { useAtOnce } from './daypass-context.ts';
import { Icon } from './Icon.tsx';

export function GitLine() {
  const { texts, view, go } = useAtOnce();
  const { git } = view;
  const open = () => go({ at: 'git', change: 'set-up' });
  const [last] = view.served;
  if (git?.setUp && !last?.failure) {
    return (
      <button type="button" className="git-line" data-good onClick={open}>
        <Icon name="check" />
        <span>{texts.git.ready}</span>{' '}
        {last && (
          <span className="git-last">
            {fill(texts.git.last, {
              what: last.repository,
              time: clockTime(last.at - view.awsOffset, view.language, Date.now()),
            })}{' '}
            {last.confirmed && <Icon name="check" />}
          </span>
        )}
      </button>
    );
  }
  const canChange = view.profiles.length > 1;
  const profile = view.profiles.find(({ id }) => id === last?.profile)?.name;
  const state = !git
    ? texts.doctor.checking
    : !git.version
      ? texts.git.noGit
      : !git.setUp || !last
        ? texts.git.notReady
        : fill(texts.git.notTaken, { repository: last.repository, profile: profile ?? '?' });
  return (
    <div className="git-line" data-trouble={git?.setUp || undefined}>
      <Icon name={git?.setUp ? 'warning' : 'branch'} />
      <span>{state}</span>
      {git?.version && (
        <button
          type="button"
          className="button small"
          onClick={canChange || !git.setUp ? open : () => go({ at: 'doctor' })}
        >
          {texts.fixes[!git.setUp ? 'set-up-git' : canChange ? 'change-profile' : 'open-doctor']}
        </button>
      )}
    </div>
  );
}
