/** Where a key that was just taken is now, and what is to be done with the file that it came from. */
import { useState } from 'react';
import { fill } from '../../electron/core/i18n/say.ts';
import type { TakenKey } from '../../electron/core/keys/new-key.ts';
import { useDaypass } from './daypass-context.ts';
import { FailureBox } from './FailureBox.tsx';
import { FixButton } from './FixButton.tsx';
import { Icon } from './Icon.tsx';
import { MessageBox } from './MessageBox.tsx';
import { useCall } from './use-call.ts';

export function TakenKeyNote({ taken: { source, place, file, isShared, isSure } }: { readonly taken: TakenKey }) {
  const { api, texts } = useDaypass();
  const { newKey } = texts;
  const trash = useCall(api.trashKeyFile);
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
        <MessageBox severity="warning" role="note" cause={fill(advice, { file })}>
          <div className="failure-actions">
            {isSure && !isShared && (
              <button type="button" className="button small" disabled={trash.pending} onClick={discard}>
                {newKey.trash}
              </button>
            )}
            <FixButton label={newKey.show} run={api.showKeyFile} done={texts.fixed['show-credentials-file']} />
          </div>
        </MessageBox>
      )}
      {trash.failure && <FailureBox failure={trash.failure} />}
    </>
  );
}
