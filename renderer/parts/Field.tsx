/** A named field of a form with its hint and, beside it, what is wrong with it. */
import { type ReactNode, useId } from 'react';

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
      <About id={`${id}-about`} hint={hint} error={error} />
    </div>
  );
}

/** A group of choices under one name. */
export function Group({ label, hint, error, children }: Omit<Props, 'children'> & { readonly children: ReactNode }) {
  const id = useId();
  return (
    <fieldset className="field" data-invalid={error !== undefined || undefined} aria-describedby={`${id}-about`}>
      <legend>{label}</legend>
      {children}
      <About id={`${id}-about`} hint={hint} error={error} />
    </fieldset>
  );
}

function About({ id, hint, error }: { id: string; hint: string | undefined; error: string | undefined }) {
  return (
    <p id={id} className="hint" data-trouble={error !== undefined || undefined} aria-live="polite">
      {error ?? hint}
    </p>
  );
}
