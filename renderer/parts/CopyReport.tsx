/** Puts the doctor's report on the clipboard, for a colleague. */
import { useDaypass } from './daypass-context.ts';
import { FailureBox } from './FailureBox.tsx';
import { useCopy } from './use-copy.ts';

export function CopyReport() {
  const { api, texts } = useDaypass();
  const { copy, copied, failure } = useCopy(api.copyReport);
  return (
    <>
      <button type="button" className="button wide" onClick={() => copy()}>
        {copied ? texts.doctor.copied : texts.doctor.copyReport}
      </button>
      <span className="unseen" role="status">
        {copied && texts.app.copied}
      </span>
      {failure && <FailureBox failure={failure} onTryAgain={() => copy()} />}
    </>
  );
}
