/** Chooses the section of AWS's files that a profile is made from. */
import { useId } from 'react';
import { fill } from '../../electron/core/i18n/say.ts';
import type { Source } from '../../electron/core/sources/source.ts';
import { factsOf } from '../../electron/core/sources/ways-in.ts';
import { Choice } from './Choice.tsx';
import { useDaypass } from './daypass-context.ts';
import { Group } from './Group.tsx';

interface Props {
  readonly sources: readonly Source[];
  readonly chosen: string;
  readonly error: string | undefined;
  readonly onChoose: (section: Source) => void;
}

export function SourceField({ sources, chosen, error, onChoose }: Props) {
  const { texts, view } = useDaypass();
  const name = useId();
  const holdKeys = sources.every(({ offer }) => !offer || factsOf(offer).portal === null);
  return (
    <Group label={holdKeys ? texts.setup.source : texts.setup.anySource} error={error}>
      <div className="choice-list">
        {sources.map((section) => (
          <Choice
            key={section.name}
            name={name}
            label={section.name}
            about={aboutOf(section)}
            checked={section.name === chosen}
            onChoose={() => onChoose(section)}
          />
        ))}
      </div>
    </Group>
  );

  function aboutOf({ name: section, offer, refusal }: Source) {
    if (refusal) return refusal.code === 'key.missing' ? texts.setup.noKey : texts.setup.notFit;
    const { parent, key, portal } = factsOf(offer);
    if (portal !== null) return portal;
    const source = view.profiles.find(({ id }) => id === parent)?.name ?? key ?? section;
    return source === section ? (offer.region ?? undefined) : fill(texts.setup.viaRole, { source });
  }
}
