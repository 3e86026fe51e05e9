/** All that can be shown while there is no view to draw from. */
import type { Failure } from '../../electron/core/base/failure.ts';
import { explain, languageOf, messagesIn } from '../../electron/core/i18n/messages.ts';
import type { Language } from '../../electron/core/i18n/words.ts';

interface Props {
  readonly failure: Failure;
  readonly language?: Language;
  readonly onTryAgain: () => void;
}

export function Unreachable({ failure, language = languageOf(navigator.languages), onTryAgain }: Props) {
  const { cause, fix } = explain(failure, language);
  return (
    <main className="screen">
      <div className="failure" data-severity="error" role="alert">
        <p className="failure-cause">{cause}</p>
        <p>{fix}</p>
        <button type="button" className="button" onClick={onTryAgain}>
          {messagesIn(language).fixes['try-again']}
        </button>
      </div>
    </main>
  );
}
