/** One known message of a pasted text: as it stands there, the words in it, what is so on this computer, and what it means. */
import { WORDS } from '../../electron/core/explain/recognition.ts';
import type { Explained } from '../../electron/core/explain/with-facts.ts';
import { sayNamed } from '../../electron/core/i18n/say.ts';
import { useDaypass } from './daypass-context.ts';
import { FailureBox } from './FailureBox.tsx';
import { Findings } from './Findings.tsx';

export function ExplainedMessage({ explained: { quote, words, facts, failure } }: { explained: Explained }) {
  const { texts, view, go } = useDaypass();
  const labels = texts.explain.words;
  const said = WORDS.flatMap((word) => (words[word] ? [sayNamed(labels[word], words[word], texts)] : []));
  // The code field is on the first screen.
  const handlers = { profile: view.shown ?? undefined, onNewCode: () => go({ at: 'main' }) };
  return (
    <article className="explained" aria-label={quote}>
      <code className="quote">{quote}</code>
      {said.length > 0 && <p className="hint">{said.join(' · ')}</p>}
      {facts.length > 0 && <h2>{texts.explain.here}</h2>}
      <Findings findings={facts} {...handlers} />
      <h2>{texts.explain.meaning}</h2>
      <FailureBox failure={failure} {...handlers} />
    </article>
  );
}
