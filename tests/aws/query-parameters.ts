// Guarantees: the parameters of a query-protocol request, held against the constraints of the service's model; what
// breaks them is refused in AWS's words, all of it at once.
import { validationError } from './aws-error.ts';

interface Constraint {
  readonly required?: boolean;
  readonly integer?: readonly [smallest: number, largest: number];
  readonly length?: readonly [shortest: number, longest: number];
  readonly pattern?: string;
}

export type Constraints<Name extends string> = Readonly<Record<Name, Constraint>>;
export type Parameters<Name extends string> = Partial<Record<Name, string>>;

/** What is wrong with the value, as the rest of the sentence "Member must …". */
function faultsOf(value: string | undefined, { required, integer, length, pattern }: Constraint): string[] {
  if (value === undefined) return required ? ['not be null'] : [];
  const faults: string[] = [];
  if (integer && Number(value) < integer[0]) faults.push(`have value greater than or equal to ${integer[0]}`);
  if (integer && Number(value) > integer[1]) faults.push(`have value less than or equal to ${integer[1]}`);
  if (pattern && !new RegExp(`^${pattern}$`, 'u').test(value)) {
    faults.push(`satisfy regular expression pattern: ${pattern}`);
  }
  if (length && value.length < length[0]) faults.push(`have length greater than or equal to ${length[0]}`);
  if (length && value.length > length[1]) faults.push(`have length less than or equal to ${length[1]}`);
  return faults;
}

/** Throws ValidationError ("1 validation error detected: Value '…' at 'durationSeconds' failed to satisfy …"). */
export function readParameters<Name extends string>(
  form: URLSearchParams,
  constraints: Constraints<Name>,
): Parameters<Name> {
  const parameters: Parameters<Name> = {};
  const faults: string[] = [];
  for (const [name, constraint] of Object.entries(constraints) as [Name, Constraint][]) {
    const value = form.get(name) ?? undefined;
    if (value !== undefined) parameters[name] = value;
    if (value !== undefined && constraint.integer && !/^-?\d+$/.test(value)) {
      throw validationError(`Value '${value}' at '${name}' is not an integer.`);
    }
    const shown = value === undefined ? 'null' : `'${value}'`;
    const place = name.charAt(0).toLowerCase() + name.slice(1);
    for (const fault of faultsOf(value, constraint)) {
      faults.push(`Value ${shown} at '${place}' failed to satisfy constraint: Member must ${fault}`);
    }
  }
  if (faults.length > 0) {
    const count = faults.length === 1 ? '1 validation error' : `${faults.length} validation errors`;
    throw validationError(`${count} detected: ${faults.join('; ')}`);
  }
  return parameters;
}
