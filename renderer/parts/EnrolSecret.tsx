/**
 * The secret of a new device, for the authenticator that is to have it: as a QR code and, on a click, as text. Both are
 * dropped when the window is left.
 */
import { useEffect, useState } from 'react';
import { useDaypass } from './daypass-context.ts';
import { FailureBox } from './FailureBox.tsx';
import { useCall } from './use-call.ts';
import { useForget } from './use-forget.ts';

export function EnrolSecret({ onBeginAgain }: { readonly onBeginAgain: () => void }) {
  const { api, texts } = useDaypass();
  const { enrol } = texts;
  const draw = useCall(api.drawEnrolment);
  const show = useCall(api.showEnrolmentSecret);
  const copy = useCall(api.copyEnrolmentSecret);
  const [left, setLeft] = useState(false);
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    draw.run();
  }, [draw.run]);
  useForget(() => {
    draw.reset();
    show.reset();
    setLeft(true);
  });
  const again = () => {
    setLeft(false);
    draw.run();
  };
  const failure = draw.failure ?? show.failure ?? copy.failure;
  const runCopy = async (unmarked: boolean) => setCopied((await copy.run({ unmarked }))?.ok ?? false);
  return (
    <div className="enrol-secret">
      {left && (
        <p className="hint">
          {enrol.hidden}{' '}
          <button type="button" className="link" onClick={again}>
            {enrol.showAgain}
          </button>
        </p>
      )}
      {draw.value && (
        <>
          <p>{enrol.scan}</p>
          <img
            className="qr"
            alt={enrol.pictureName}
            src={`data:image/svg+xml,${encodeURIComponent(draw.value)}`}
            draggable={false}
            onLoad={({ currentTarget }) => currentTarget.closest('section')?.scrollIntoView()}
          />
          {show.value === null ? (
            <button type="button" className="link" onClick={() => show.run()}>
              {enrol.cannotScan}
            </button>
          ) : (
            <>
              <p className="label">{enrol.secret}</p>
              <code className="secret-text">{show.value.replace(/(.{4})(?=.)/g, '$1 ')}</code>
              <button type="button" className="button small" onClick={() => runCopy(false)}>
                {enrol.copy}
              </button>
              <p className="said" role="status">
                {copied && enrol.copied}
              </p>
            </>
          )}
        </>
      )}
      {failure && (
        <FailureBox
          failure={failure}
          onTryAgain={failure.code === 'enrol.over' ? onBeginAgain : again}
          onCopyUnmarked={() => runCopy(true)}
        />
      )}
    </div>
  );
}
