/** git in one line: whether it asks Daypass, and what it was given last. It leads to all that is to be said of git. */
import { fill } from '../../electron/core/i18n/say.ts';
import { clockTime } from '../../electron/core/i18n/times.ts';
import { useDaypass } from './daypass-context.ts';
import { Icon } from './Icon.tsx';

export function GitLine() {
  const { texts, view, go } = useDaypass();
  const { git } = view;
  const open = () => go({ at: 'git', change: 'set-up' });
  if (git?.setUp) {
    return (
      <button type="button" className="git-line" data-good onClick={open}>
        <Icon name="check" />
        <span>{texts.git.ready}</span> <LastUse />
      </button>
    );
  }
  return (
    <div className="git-line">
      <Icon name="branch" />
      <span>{!git ? texts.doctor.checking : git.version ? texts.git.notReady : texts.git.noGit}</span>
      {git?.version && (
        <button type="button" className="button small" onClick={open}>
          {texts.git.setUp}
        </button>
      )}
    </div>
  );
}

function LastUse() {
  const { texts, view } = useDaypass();
  const last = view.uses.filter(({ by }) => by === 'git').sort((a, b) => b.at - a.at)[0];
  if (!last) return null;
  const { what, at, outcome } = last;
  return (
    <span className="git-last" data-outcome={outcome}>
      {fill(texts.git.last, { what, time: clockTime(at, view.language, Date.now()) })}{' '}
      {outcome === 'answered' ? <Icon name="check" /> : texts.uses[outcome]}
    </span>
  );
}
