/** A unified diff, folded, under the name of the file that it changes. Its lines are marked by more than colour: the signs stay. */
import { fill } from '../../electron/core/i18n/say.ts';
import { useDaypass } from './daypass-context.ts';
import { withTilde } from './with-tilde.ts';

const KINDS: Readonly<Record<string, string>> = { '+': 'added', '-': 'removed', '@': 'place' };
const FILE = '+++ ';

export function Diff({ text, open = false }: { text: string; open?: boolean }) {
  const { texts, view } = useDaypass();
  // Of each file the name is said once; that of the first stands above.
  const lines = text.split('\n').filter((line) => !line.startsWith('--- '));
  const first = lines[0]?.startsWith(FILE) ? lines.shift()?.slice(FILE.length) : undefined;
  const named = (path: string) => withTilde(path, view.git?.home);
  return (
    <details className="fold" open={open}>
      <summary>{first === undefined ? texts.git.diff : fill(texts.git.changesIn, { file: named(first) })}</summary>
      <section className="diff" aria-label={texts.git.diff}>
        {lines.map((line, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines never move
          <code key={i} className="diff-line" data-kind={KINDS[line.startsWith(FILE) ? '@' : (line[0] ?? '')]}>
            {line.startsWith(FILE) ? named(line) : line}
            {'\n'}
          </code>
        ))}
      </section>
    </details>
  );
}
