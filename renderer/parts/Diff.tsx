/** A unified diff, its lines marked by more than colour: the signs stay. */
import { useDaypass } from './daypass-context.ts';

const KINDS: Readonly<Record<string, string>> = { '+': 'added', '-': 'removed', '@': 'place' };

interface Props {
  readonly text: string;
  /** The first file's name stands above the diff already. */
  readonly named?: boolean;
}

export function Diff({ text, named = false }: Props) {
  const { texts } = useDaypass();
  // Of each file the name is said once.
  const lines = text
    .split('\n')
    .filter((line, i) => !line.startsWith('--- ') && !(named && i < 2 && line.startsWith('+++ ')));
  return (
    // It scrolls, so the keyboard must reach it.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region is focusable
    <section className="diff" aria-label={texts.git.diff} tabIndex={0}>
      <pre>
        {lines.map((line, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines never move
          <span key={i} className="diff-line" data-kind={KINDS[line.startsWith('+++ ') ? '@' : (line[0] ?? '')]}>
            {line}
            {'\n'}
          </span>
        ))}
      </pre>
    </section>
  );
}
