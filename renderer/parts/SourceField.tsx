/** Chooses the section of AWS's files that a profile is made from. */
import { useId } from 'react';
import { fill } from '../../electron/core/i18n/say.ts';
import type { FoundSources, Source } from '../../electron/core/sources/source.ts';
import { factsOf } from '../../electron/core/sources/ways-in.ts';
import { Choice } from './Choice.tsx';
import { useDaypass } from './daypass-context.ts';
import { Group } from './Field.tsx';

interface Props {
  readonly found: FoundSources;
  readonly chosen: string;
  readonly error: string | undefined;
  readonly onChoose: (section: Source) => void;
  readonly onLookAgain: () => void;
}

export function SourceField({ found, chosen, error, onChoose, onLookAgain }: Props) {
  const { texts, view } = useDaypass();
  const name = useId();
  if (found.list.length === 0) return <NoSources file={found.file} onLookAgain={onLookAgain} />;
  const holdKeys = found.list.every(({ offer }) => !offer || factsOf(offer).portal === null);
  return (
    <Group label={holdKeys ? texts.setup.source : texts.setup.anySource} error={error}>
      <div className="choice-list">
        {found.list.map((section) => (
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

export function NoSources({ file, onLookAgain }: { readonly file: string; readonly onLookAgain: () => void }) {
  const { texts } = useDaypass();
  return (
    <div className="empty">
      <p>{fill(texts.setup.noSources, { file })}</p>
      <p className="hint">{texts.setup.noSourcesHint}</p>
      <button type="button" className="button" onClick={() => onLookAgain()}>
        {texts.setup.lookAgain}
      </button>
    </div>
  );
}
