/** Whether git asks Daypass, in one line. */
import { fill } from '../../electron/core/i18n/say.ts';
import { useDaypass } from './daypass-context.ts';
import { Icon } from './Icon.tsx';

export function GitState() {
  const { texts, view } = useDaypass();
  const { git } = view;
  if (!git) return <p className="busy">{texts.doctor.checking}</p>;
  const version = git.version === null ? null : fill(texts.git.version, { version: git.version });
  return (
    <div className="state-line" data-good={git.setUp || undefined} role="status">
      <Icon name={git.setUp ? 'check' : 'branch'} />
      <span className="row-text">
        <span>{version === null ? texts.git.noGit : git.setUp ? texts.git.isSetUp : texts.git.notSetUp}</span>
        {version !== null && <span className="row-hint">{git.setUp ? version : texts.git.why}</span>}
      </span>
    </div>
  );
}
