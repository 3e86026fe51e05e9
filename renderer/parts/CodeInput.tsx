/** Takes six digits from one real field drawn as six boxes, hands them up when complete, and keeps nothing of them. */
import {
  type ClipboardEvent,
  type ReactNode,
  type Ref,
  useEffect,
  useId,
  useImperativeHandle,
  useRef,
  useState,
} from 'react';
import { CodeBoxes } from './CodeBoxes.tsx';
import { useAtOnce, useDaypass } from './daypass-context.ts';
import { readDigits } from './read-digits.ts';
import { useForget } from './use-forget.ts';

const LENGTH = 6;

export interface CodeInputHandle {
  readonly focus: () => void;
  /** Takes the focus, unless it is in use elsewhere. */
  readonly begin: () => void;
  /** Hands up what is there, or says that it is not a code. */
  readonly submit: () => void;
}

interface Props {
  readonly disabled: boolean;
  /** Where more than one code is asked for: which one this is. */
  readonly label?: string;
  /** What is said beneath while the digits themselves are in order; how a code is typed, where nothing else is. */
  readonly beneath?: ReactNode;
  /** Grows with each refusal: the field shakes. It is empty by then, and takes the focus as it is enabled again. */
  readonly refusals: number;
  readonly onCode: (code: string) => void;
  readonly ref?: Ref<CodeInputHandle>;
}

type Trouble = 'tooMany' | 'notDigits' | 'tooFew' | null;

export function CodeInput({ disabled, label, beneath, refusals, onCode, ref }: Props) {
  const { texts, view } = useAtOnce();
  const field = useRef<HTMLInputElement>(null);
  const [digits, setDigits] = useState('');
  const [selection, setSelection] = useState<readonly [number, number]>([0, 0]);
  const [trouble, setTrouble] = useState<Trouble>(null);
  const hint = useId();

  const put = (next: string) => {
    if (field.current && field.current.value !== next) field.current.value = next;
    setDigits(next);
    setSelection([next.length, next.length]);
  };
  const handUp = (code: string) => {
    put('');
    onCode(code);
  };
  const take = (text: string) => {
    const read = readDigits(text);
    // Words around a whole code are a message it came in; letters typed beside a few digits are a mistake.
    const letters = read.length < LENGTH && /\p{L}/u.test(text);
    setTrouble(read.length > LENGTH ? 'tooMany' : letters ? 'notDigits' : null);
    if (read.length > LENGTH) put(digits);
    else if (read.length === LENGTH) handUp(read);
    else put(read);
  };
  const paste = (event: ClipboardEvent) => {
    event.preventDefault();
    if (!view.takesKeys) return;
    const pasted = readDigits(event.clipboardData.getData('text'));
    // A whole code replaces what was typed before it; a part of one is added.
    take(pasted.length >= LENGTH ? pasted : pasted ? digits + pasted : event.clipboardData.getData('text'));
  };
  const submit = () => {
    if (digits.length < LENGTH) setTrouble('tooFew');
    field.current?.focus();
  };

  useImperativeHandle(ref, () => ({
    focus: () => field.current?.focus(),
    begin: () => focusUnless(ELSEWHERE, field.current),
    submit,
  }));
  useForget(() => put(''));
  useEffect(() => {
    if (!disabled) focusUnless(ELSEWHERE, field.current);
  }, [disabled]);
  useEffect(() => {
    const returned = () => focusUnless(IN_USE, field.current);
    window.addEventListener('focus', returned);
    return () => window.removeEventListener('focus', returned);
  }, []);

  return (
    <div className="code" data-disabled={disabled || undefined}>
      <div className="code-field">
        <input
          ref={field}
          className="code-input"
          type="text"
          inputMode="numeric"
          autoComplete="one-time-code"
          spellCheck={false}
          aria-label={label ?? texts.signIn.codeLabel}
          aria-describedby={hint}
          aria-invalid={trouble !== null}
          disabled={disabled}
          readOnly={!view.takesKeys}
          onInput={(event) => {
            // What an input method is still composing is left alone; its end arrives as input of its own.
            if (!(event.nativeEvent as InputEvent).isComposing) take(event.currentTarget.value);
          }}
          onCompositionEnd={(event) => take(event.currentTarget.value)}
          onPaste={paste}
          onSelect={({ currentTarget: { selectionStart, selectionEnd } }) =>
            setSelection([selectionStart ?? 0, selectionEnd ?? 0])
          }
        />
        <CodeBoxes key={refusals} digits={digits} selection={selection} shaking={refusals > 0} />
      </div>
      <p id={hint} className="beneath" data-trouble={trouble !== null || undefined} aria-live="polite">
        {trouble === 'tooMany' && texts.signIn.tooManyDigits}
        {trouble === 'notDigits' && texts.signIn.digitsOnly}
        {trouble === 'tooFew' && <TooFew />}
        {trouble === null &&
          (view.takesKeys || disabled ? (beneath ?? texts.signIn.codeHint) : texts.signIn.clickFirst)}
      </p>
    </div>
  );
}

/** What a person does there is not interrupted: it is being filled in, or open. */
const IN_USE = 'input:not(.code-input), textarea, select, [role^="menuitem"]';
/** Nor are their hands taken from a button that they are about to press; that of a menu has been pressed. */
const ELSEWHERE = `${IN_USE}, a, button:not(:disabled, .menu-button), summary`;

/** The field is what one comes for: who opens the popover types at once, wherever the focus was before. */
function focusUnless(what: string, field: HTMLInputElement | null) {
  if (field && !document.activeElement?.matches(what)) field.focus();
}

function TooFew() {
  const { texts } = useDaypass();
  return texts.failures['code.malformed'].cause;
}
