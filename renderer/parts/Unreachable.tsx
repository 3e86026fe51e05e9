/** All that can be shown while there is no view to draw from. */
import type { Failure } from '../../electron/core/base/failure.ts';
import { sayFailure } from '../../electron/core/i18n/say.ts';
import type { Messages } from '../../electron/core/i18n/words.ts';

interface Props {
  readonly failure: Failure;
  readonly texts: Messages;
  readonly onTryAgain: () => void;
}

export function Unreachable({ failure, texts, onTryAgain }: Props) {
  const { cause, fix } = sayFailure(failure, texts);
  return (
    <main className="screen">
      <div className="content">
        <div className="failure" data-severity="error" role="alert">
          <p className="failure-cause">{cause}</p>
          <p>{fix}</p>
          <button type="button" className="button" onClick={onTryAgain}>
            {texts.fixes['try-again']}
          </button>
        </div>
      </div>
    </main>
  );
}
