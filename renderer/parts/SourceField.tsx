/** Chooses the section of AWS's files that a profile is made from. */
import { useId } from 'react';
import { fill } from '../../electron/core/i18n/messages.ts';
import type { Source } from '../../electron/core/sources/sources.ts';
import { Choice } from './Choice.tsx';
import { useDaypass } from './daypass-context.ts';
import { keyOf } from './draft.ts';
import { Group } from './Field.tsx';

interface Props {
  readonly sources: readonly Source[];
  readonly chosen: string;
  readonly error: string | undefined;
  readonly onChoose: (section: Source) => void;
  readonly onLookAgain: () => void;
}

export function SourceField({ sources, chosen, error, onChoose, onLookAgain }: Props) {
  const { texts } = useDaypass();
  const name = useId();
  if (sources.length === 0) {
    return (
      <div className="empty">
        <p>{fill(texts.setup.noSources, { file: texts.setup.credentialsFile })}</p>
        <p className="hint">{texts.setup.noSourcesHint}</p>
        <button type="button" className="button" onClick={() => onLookAgain()}>
          {texts.setup.lookAgain}
        </button>
      </div>
    );
  }
  return (
    <Group label={texts.setup.source} error={error}>
      <div className="choice-list">
        {sources.map((section) => (
          <Choice
            key={section.name}
            name={name}
            label={section.name}
            about={aboutOf(section)}
            checked={section.name === chosen}
            disabled={keyOf(section, sources) === null}
            onChoose={() => onChoose(section)}
          />
        ))}
      </div>
    </Group>
  );

  function aboutOf(section: Source) {
    const key = keyOf(section, sources);
    if (!key) return texts.setup.noKey;
    return key === section ? (section.region ?? undefined) : fill(texts.setup.viaRole, { source: key.name });
  }
}
