/** A group of choices under one name, with its hint and, beside it, what is wrong with it. */
import { type ReactNode, useId } from 'react';
import { FieldNote } from './FieldNote.tsx';

interface Props {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly children: ReactNode;
}

export function Group({ label, hint, error, children }: Props) {
  const id = useId();
  return (
    <fieldset className="field" data-invalid={error !== undefined || undefined} aria-describedby={`${id}-about`}>
      <legend>{label}</legend>
      {children}
      <FieldNote id={`${id}-about`} hint={hint} error={error} />
    </fieldset>
  );
}
