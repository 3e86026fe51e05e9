/** One sentence for everybody, and the rest for who wants to know. */
import { useDaypass } from './daypass-context.ts';

interface Props {
  readonly brief?: string;
  readonly rest: readonly string[];
}

export function LearnMore({ brief, rest }: Props) {
  const { texts } = useDaypass();
  return (
    <div className="learn-more">
      {brief && <p className="hint">{brief}</p>}
      <details className="fold">
        <summary>{texts.app.learnMore}</summary>
        {rest.map((text) => (
          <p key={text} className="hint">
            {text}
          </p>
        ))}
      </details>
    </div>
  );
}
