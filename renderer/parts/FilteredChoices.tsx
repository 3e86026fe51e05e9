/** One of many: where they are more than fit at once, a part of the name finds it. */
import { useId, useState } from 'react';
import { Choice } from './Choice.tsx';
import { useDaypass } from './daypass-context.ts';
import { Group } from './Group.tsx';

interface Props {
  readonly label: string;
  readonly error: string | undefined;
  readonly choices: readonly { readonly value: string; readonly label: string; readonly about?: string }[];
  readonly chosen: string;
  readonly onChoose: (value: string) => void;
}

/** Up to so many are seen at once. */
const MOST = 8;

export function FilteredChoices({ label, error, choices, chosen, onChoose }: Props) {
  const { texts } = useDaypass();
  const [filter, setFilter] = useState('');
  const name = useId();
  const words = filter.toLowerCase().split(/\s+/);
  const fits = (text: string) => words.every((word) => text.toLowerCase().includes(word));
  const shown = choices.filter((choice) => fits(`${choice.label} ${choice.about ?? ''}`));
  return (
    <Group label={label} error={error}>
      {choices.length > MOST && (
        <input
          type="search"
          aria-label={`${texts.portal.filter}: ${label}`}
          placeholder={texts.portal.filter}
          spellCheck={false}
          value={filter}
          onChange={({ target }) => setFilter(target.value)}
          // The form is not sent by looking for something.
          onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        />
      )}
      <div className="choice-list">
        {shown.map((choice) => (
          <Choice
            key={choice.value}
            name={name}
            label={choice.label}
            about={choice.about}
            checked={choice.value === chosen}
            onChoose={() => onChoose(choice.value)}
          />
        ))}
      </div>
      {shown.length === 0 && <p className="hint">{texts.portal.none}</p>}
    </Group>
  );
}
