/** A named field of a form with its hint and, beside it, what is wrong with it. */
import { type ReactNode, useId } from 'react';
import { FieldNote } from './FieldNote.tsx';

export interface FieldIds {
  readonly id: string;
  readonly 'aria-describedby': string;
  readonly 'aria-invalid': boolean;
}

interface Props {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly children: (ids: FieldIds) => ReactNode;
}

export function Field({ label, hint, error, children }: Props) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-describedby': `${id}-about`, 'aria-invalid': error !== undefined })}
      <FieldNote id={`${id}-about`} hint={hint} error={error} />
    </div>
  );
}
