/** git in one line: whether it asks Daypass, and what became of what it was given last. It leads to all that is to be said of git. */
import type { ServedRepository } from '../../electron/core/git/credential/served.ts';
import { fill } from '../../electron/core/i18n/say.ts';
import { clockTime } from '../../electron/core/i18n/times.ts';
import { useAtOnce } from './daypass-context.ts';
import { Icon } from './Icon.tsx';
import type { Place } from './use-navigation.ts';

const GIT: Place = { at: 'git', change: 'set-up' };

export function GitLine() {
  const { view } = useAtOnce();
  const [last] = view.served;
  if (!view.git?.setUp) return <NotReady />;
  return last?.failure ? <NotTaken last={last} /> : <Ready last={last} />;
}

function Ready({ last }: { last: ServedRepository | undefined }) {
  const { texts, view, go } = useAtOnce();
  return (
    <button type="button" className="git-line" data-good onClick={() => go(GIT)}>
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

function NotTaken({ last: { repository, profile } }: { last: ServedRepository }) {
  const { texts, view, go } = useAtOnce();
  const canChange = view.profiles.length > 1;
  const name = view.profiles.find(({ id }) => id === profile)?.name ?? '?';
  return (
    <div className="git-line" data-trouble>
      <Icon name="warning" />
      <span>{fill(texts.git.notTaken, { repository, profile: name })}</span>
      <button type="button" className="button small" onClick={() => go(canChange ? GIT : { at: 'doctor' })}>
        {texts.fixes[canChange ? 'change-profile' : 'open-doctor']}
      </button>
    </div>
  );
}

function NotReady() {
  const { texts, view, go } = useAtOnce();
  const { git } = view;
  return (
    <div className="git-line">
      <Icon name="branch" />
      <span>{!git ? texts.doctor.checking : git.version ? texts.git.notReady : texts.git.noGit}</span>
      {git?.version && (
        <button type="button" className="button small" onClick={() => go(GIT)}>
          {texts.fixes['set-up-git']}
        </button>
      )}
    </div>
  );
}
