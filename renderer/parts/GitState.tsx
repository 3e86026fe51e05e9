/** Whether git asks Daypass, in one line. */
import { fill } from '../../electron/core/i18n/say.ts';
import { useDaypass } from './daypass-context.ts';
import { StateLine } from './StateLine.tsx';

export function GitState() {
  const { texts, view } = useDaypass();
  if (!view.git) return <StateLine state="busy" text={texts.doctor.checking} />;
  const { version, setUp } = view.git;
  if (version === null) return <StateLine state="error" text={texts.git.noGit} />;
  const hint = fill(texts.git.version, { version });
  return setUp ? (
    <StateLine state="good" text={texts.git.isSetUp} hint={hint} />
  ) : (
    <StateLine state="idle" text={texts.git.notSetUp} hint={hint} />
  );
}
