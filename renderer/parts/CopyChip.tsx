/** A short text that is copied by a click on it. */
import { useDaypass } from './daypass-context.ts';
import { Icon } from './Icon.tsx';
import { useCopy } from './use-copy.ts';

export function CopyChip({ text, label }: { text: string; label: string }) {
  const { texts } = useDaypass();
  const [copied, copy] = useCopy(text);
  return (
    <button type="button" className="chip" title={label} onClick={copy}>
      <code>{text}</code>
      <Icon name={copied ? 'check' : 'copy'} />
      <span className="unseen" role="status">
        {copied && texts.app.copied}
      </span>
    </button>
  );
}
