/** All that can be shown while there is no view to draw from. */

import { use } from 'react';
import type { Failure } from '../../electron/core/base/failure.ts';
import { sayFailure } from '../../electron/core/i18n/say.ts';
import type { Texts } from './use-texts.ts';

interface Props {
  readonly failure: Failure;
  readonly texts: Texts;
  readonly onTryAgain: () => void;
}

export function Unreachable({ failure, texts: { all }, onTryAgain }: Props) {
  const texts = all instanceof Promise ? use(all) : all;
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
