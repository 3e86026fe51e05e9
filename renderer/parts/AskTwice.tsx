/** A button for what cannot be taken back: it asks once more in its own place, and the focus stays with it. */
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useDaypass } from './daypass-context.ts';

interface Props {
  readonly label: string;
  readonly className: string;
  /** What it means, to be read before the second word. */
  readonly children: ReactNode;
  readonly confirm: string;
  readonly pending: boolean;
  readonly onAsk?: () => void;
  readonly onConfirm: () => void;
}

export function AskTwice({ label, className, children, confirm, pending, onAsk, onConfirm }: Props) {
  const { texts } = useDaypass();
  const [asking, setAsking] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const cancel = useRef<HTMLButtonElement>(null);
  const wasAsking = useRef(false);
  useEffect(() => {
    if (wasAsking.current !== asking) (asking ? cancel : opener).current?.focus();
    wasAsking.current = asking;
  }, [asking]);
  const ask = () => {
    setAsking(true);
    onAsk?.();
  };
  if (!asking) {
    return (
      <button ref={opener} type="button" className={className} onClick={ask}>
        {label}
      </button>
    );
  }
  return (
    <div className="asking" role="alert">
      {children}
      <button type="button" className="button small danger" disabled={pending} onClick={onConfirm}>
        {confirm}
      </button>
      <button ref={cancel} type="button" className="button small" onClick={() => setAsking(false)}>
        {texts.signIn.cancel}
      </button>
    </div>
  );
}
