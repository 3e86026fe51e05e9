/**
 * The secret of a new device, for the authenticator that is to have it: as a QR code and, on a click, as text. Both are
 * dropped when the window is left.
 */
import { useEffect, useState } from 'react';
import { useDaypass } from './daypass-context.ts';
import { FailureBox } from './FailureBox.tsx';
import { useCall } from './use-call.ts';
import { useCopy } from './use-copy.ts';
import { useForget } from './use-forget.ts';

export function EnrolSecret({ onBeginAgain }: { readonly onBeginAgain: () => void }) {
  const { api, texts } = useDaypass();
  const { enrol } = texts;
  const draw = useCall(api.drawEnrolment);
  const show = useCall(api.showEnrolmentSecret);
  const { copy, copied, failure: notCopied } = useCopy(api.copyEnrolmentSecret);
  const [left, setLeft] = useState(false);
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
  const failure = draw.failure ?? show.failure ?? notCopied;
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
      {/* Who cannot scan it has the text in its place. */}
      {draw.value && show.value === null && (
        <>
          <p>{enrol.scan}</p>
          <img
            className="qr"
            alt={enrol.pictureName}
            src={`data:image/svg+xml,${encodeURIComponent(draw.value)}`}
            draggable={false}
          />
          <button type="button" className="link" onClick={() => show.run()}>
            {enrol.cannotScan}
          </button>
        </>
      )}
      {show.value !== null && (
        <>
          <p className="label" role="status">
            {copied ? enrol.copied : enrol.secret}
          </p>
          <code className="secret-text">{show.value.replace(/(.{4})(?=.)/g, '$1 ')}</code>
          <button type="button" className="button small" onClick={() => copy({ unmarked: false })}>
            {enrol.copy}
          </button>
        </>
      )}
      {failure && (
        <FailureBox
          failure={failure}
          onTryAgain={failure.code === 'enrol.over' ? onBeginAgain : again}
          onCopyUnmarked={() => copy({ unmarked: true })}
        />
      )}
    </div>
  );
}
