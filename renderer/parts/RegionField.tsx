/** The region, chosen from the known ones or typed. */
import { useId } from 'react';
import { useDaypass } from './daypass-context.ts';
import { Field } from './Field.tsx';
import { REGIONS } from './regions.ts';

interface Props {
  readonly region: string;
  readonly error: string | undefined;
  readonly onChange: (region: string) => void;
}

export function RegionField({ region, error, onChange }: Props) {
  const { texts } = useDaypass();
  const known = useId();
  return (
    <Field label={texts.setup.region} error={error}>
      {(ids) => (
        <>
          <input
            {...ids}
            type="text"
            spellCheck={false}
            placeholder="eu-west-1"
            list={known}
            value={region}
            onChange={({ target }) => onChange(target.value.trim().toLowerCase())}
          />
          <datalist id={known}>
            {REGIONS.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        </>
      )}
    </Field>
  );
}
