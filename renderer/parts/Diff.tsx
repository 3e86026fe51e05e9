/** A unified diff, its lines marked by more than colour: the signs stay. */
import { useDaypass } from './daypass-context.ts';

const KINDS: Readonly<Record<string, string>> = { '+': 'added', '-': 'removed', '@': 'place' };

export function Diff({ text }: { text: string }) {
  const { texts } = useDaypass();
  // The two lines that name the file say what stands above the diff anyway.
  const lines = text.split('\n').filter((line) => !/^(---|\+\+\+) /.test(line));
  return (
    // It scrolls, so the keyboard must reach it.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region is focusable
    <section className="diff" aria-label={texts.git.diff} tabIndex={0}>
      <pre>
        {lines.map((line, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines never move
          <span key={i} className="diff-line" data-kind={KINDS[line[0] ?? '']}>
            {line}
            {'\n'}
          </span>
        ))}
      </pre>
    </section>
  );
}
