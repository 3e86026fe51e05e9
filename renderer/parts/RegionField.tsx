/** A region: chosen from a list and shown by its name, found by a part of its name or code, or any other typed. */
import { type KeyboardEvent, useId, useState } from 'react';
import { REGION } from '../../electron/core/aws/names.ts';
import { useDaypass } from './daypass-context.ts';
import { Field } from './Field.tsx';
import { regionsLike } from './regions-like.ts';

interface Props {
  /** What it is a region of, where that is not the profile. */
  readonly label?: string;
  readonly region: string;
  readonly error: string | undefined;
  readonly onChange: (region: string) => void;
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

export function RegionField({ label, region, error, onChange }: Props) {
  const { texts } = useDaypass();
  const called = label ?? texts.setup.region;
  const names: Readonly<Record<string, string>> = texts.regions;
  const list = useId();
  /** By what the list is filtered; null while it is closed. */
  const [typed, setTyped] = useState<string | null>(null);
  const [marked, setMarked] = useState(-1);
  const found = typed === null ? [] : regionsLike(typed, names);
  const isOpen = found.length > 0;

  const show = (filter: string | null) => {
    setTyped(filter);
    setMarked(-1);
  };
  const choose = (code: string) => {
    onChange(code);
    show(null);
  };
  const type = (text: string) => {
    const code = text.trim().toLowerCase();
    onChange(REGION.test(code) ? code : text.trimStart());
    show(text);
  };
  /** A name can be typed too, where it is that of one region alone. */
  const meant = () => found[marked] ?? (found.length === 1 && !REGION.test(region) ? found[0] : undefined);
  const press = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    const code = event.key === 'Enter' ? meant() : undefined;
    if (event.key === 'Escape' && isOpen) show(null);
    else if (step && isOpen) setMarked((Math.max(marked, step < 0 ? 0 : -1) + step + found.length) % found.length);
    else if (step) show('');
    else if (code) choose(code);
    else return;
    event.preventDefault();
  };
  const leave = () => {
    const code = meant();
    if (code && typed) choose(code);
    else show(null);
  };

  return (
    <Field label={called} hint={region ? undefined : texts.setup.regionHint} error={error}>
      {(ids) => (
        <div className="combo">
          <input
            {...ids}
            type="text"
            role="combobox"
            aria-expanded={isOpen}
            aria-controls={list}
            aria-autocomplete="list"
            aria-activedescendant={found[marked] && `${list}-${found[marked]}`}
            autoComplete="off"
            spellCheck={false}
            value={typed || (names[region] ?? region)}
            onChange={({ target }) => type(target.value)}
            onClick={({ currentTarget }) => {
              currentTarget.select();
              show('');
            }}
            onKeyDown={press}
            onBlur={leave}
          />
          {!typed && names[region] && (
            <span className="combo-aside" aria-hidden="true">
              {region}
            </span>
          )}
          {isOpen && (
            <div id={list} role="listbox" aria-label={called} className="combo-list">
              {found.map((code, at) => (
                <RegionOption
                  key={code}
                  id={`${list}-${code}`}
                  code={code}
                  name={names[code] ?? code}
                  isMarked={at === marked}
                  onChoose={() => choose(code)}
                />
              ))}
            </div>
          )}
        </div>
      )}
    </Field>
  );
}

interface OptionProps {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly isMarked: boolean;
  readonly onChoose: () => void;
}

function RegionOption({ id, code, name, isMarked, onChoose }: OptionProps) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus, and names the marked one
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field hears the keys
    <div
      ref={(option) => {
        if (isMarked) option?.scrollIntoView?.({ block: 'nearest' });
      }}
      id={id}
      role="option"
      className="combo-option"
      aria-selected={isMarked}
      // Before the field loses the focus, and with it the list.
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      <span>{name}</span> <span className="row-hint">{code}</span>
    </div>
  );
}
