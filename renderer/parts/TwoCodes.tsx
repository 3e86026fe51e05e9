/** Takes two codes that follow each other: the first is held until the second is typed, and then nothing is kept of either. */
import { useRef, useState } from 'react';
import { CodeInput } from './CodeInput.tsx';
import { useDaypass } from './daypass-context.ts';
import { useForget } from './use-forget.ts';

interface Props {
  readonly disabled: boolean;
  /** Grows with each refusal. */
  readonly refusals: number;
  readonly onCodes: (first: string, second: string) => void;
}

export function TwoCodes({ disabled, refusals, onCodes }: Props) {
  const { enrol } = useDaypass().texts;
  const first = useRef<string | null>(null);
  const [asksSecond, setAsksSecond] = useState(false);
  const [same, setSame] = useState(false);
  const hold = (code: string | null) => {
    first.current = code;
    setAsksSecond(code !== null);
  };
  useForget(() => hold(null));
  const take = (code: string) => {
    const before = first.current;
    setSame(before === code);
    if (before === code) return;
    hold(before === null ? code : null);
    if (before !== null) onCodes(before, code);
  };
  const [label, hint] = asksSecond ? [enrol.secondCode, enrol.secondHint] : [enrol.firstCode, enrol.firstHint];
  return (
    <div className="two-codes">
      <p className="label" role="status">
        {label}
      </p>
      <CodeInput
        label={label}
        disabled={disabled}
        refusals={refusals}
        onCode={take}
        beneath={disabled ? <span className="busy">{enrol.enabling}</span> : same ? enrol.sameCode : hint}
      />
    </div>
  );
}
