/** Where a key that was just taken is now, and what is to be done with the file that it came from. */
import { useState } from 'react';
import { fill } from '../../electron/core/i18n/say.ts';
import { clockTime } from '../../electron/core/i18n/times.ts';
import type { TakenKey } from '../../electron/core/keys/new-key.ts';
import { useDaypass } from './daypass-context.ts';
import { FailureBox } from './FailureBox.tsx';
import { Icon } from './Icon.tsx';
import { useCall } from './use-call.ts';
import { usePressing } from './use-pressing.ts';

export function TakenKeyNote({ taken: { source, place, file, isShared, isSure } }: { readonly taken: TakenKey }) {
  const { api, texts, view } = useDaypass();
  const { newKey } = texts;
  const trash = useCall(api.trashKeyFile);
  const showing = usePressing();
  const [isGone, setGone] = useState(false);
  const advice = isShared ? newKey.leftShared : isSure ? newKey.left : newKey.leftUnsure;
  const discard = async () => setGone((await trash.run())?.ok === true);
  return (
    <>
      <p className="state-line" data-good role="status">
        <Icon name="check" />
        {fill(place === 'keychain' ? newKey.takenKeychain : newKey.takenFile, { source })}
      </p>
      {isGone && (
        <p className="hint" role="status">
          {newKey.trashed}
        </p>
      )}
      {file && !isGone && (
        <div className="failure" data-severity="warning" role="note">
          <Icon name="warning" />
          <div className="failure-text">
            <p>{fill(advice, { file })}</p>
            <p className="links">
              {isSure && !isShared && (
                <button type="button" className="button small" disabled={trash.pending} onClick={discard}>
                  {newKey.trash}
                </button>
              )}
              <button type="button" className="link" onClick={() => showing.press(api.showKeyFile)}>
                {newKey.show}
              </button>
            </p>
            <p className="hint" role="status">
              {showing.endedAt !== null &&
                fill(texts.app.doneAt, { time: clockTime(showing.endedAt, view.language, showing.endedAt) })}
            </p>
          </div>
        </div>
      )}
      {trash.failure && <FailureBox failure={trash.failure} />}
    </>
  );
}
