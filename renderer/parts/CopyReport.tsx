/** Puts the doctor's report on the clipboard, for a colleague. */
import { useDaypass } from './daypass-context.ts';
import { FailureBox } from './FailureBox.tsx';
import { useCall } from './use-call.ts';

export function CopyReport() {
  const { api, texts } = useDaypass();
  const { run, value, failure } = useCall(async () => {
    const answer = await api.copyReport();
    return answer.ok ? ({ ok: true, value: true } as const) : answer;
  });
  return (
    <>
      <button type="button" className="button wide" onClick={() => run()}>
        {texts.doctor.copyReport}
      </button>
      {value && (
        <p className="quiet-line" role="status">
          {texts.doctor.copied}
        </p>
      )}
      {failure && <FailureBox failure={failure} onTryAgain={() => run()} />}
    </>
  );
}
