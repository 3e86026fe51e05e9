/** What most people leave as it is, folded away; it opens by itself where something in it is wrong or set. */
import { useId, useState } from 'react';
import type { Failure } from '../../electron/core/base/failure.ts';
import { sayFailure } from '../../electron/core/i18n/say.ts';
import type { ProfileSettings } from '../../electron/core/settings/settings.ts';
import { factsOf } from '../../electron/core/sources/ways-in.ts';
import { formOf, type WayDraft } from '../ways/way-forms.ts';
import { Choice } from './Choice.tsx';
import { useDaypass } from './daypass-context.ts';
import { type Draft, type DraftErrors, deliveryOf, wayOf } from './draft.ts';
import { Field } from './Field.tsx';
import { Group } from './Group.tsx';

interface Props {
  readonly draft: Draft;
  readonly errors: DraftErrors;
  readonly edited: ProfileSettings | null;
  readonly onChange: (part: Partial<Draft>) => void;
  readonly onWay: (part: Partial<WayDraft>) => void;
}

export function MoreFields({ draft, errors, edited, onChange, onWay }: Props) {
  const { texts } = useDaypass();
  const { setup } = texts;
  const [opened, setOpened] = useState(factsOf(wayOf(draft)).role !== null);
  const delivery = useId();
  const { More, folded = [] } = formOf(draft.way);
  const { deliveries } = factsOf(wayOf(draft));
  const wrong = ['warnBefore', ...folded].some((field) => errors[field] !== undefined);
  const why = (failure: Failure | null) => (failure ? sayFailure(failure, texts).cause : undefined);
  return (
    <details className="fold" open={opened || wrong} onToggle={({ currentTarget }) => setOpened(currentTarget.open)}>
      <summary>{setup.more}</summary>
      <Group label={setup.delivery}>
        <div className="choice-list">
          <Choice
            name={delivery}
            label={setup.deliveryFile}
            about={why(deliveries.file)}
            disabled={deliveries.file !== null}
            checked={deliveryOf(draft) === 'file'}
            onChoose={() => onChange({ delivery: 'file' })}
          />
          <Choice
            name={delivery}
            label={setup.deliveryProcess}
            about={why(deliveries.process)}
            disabled={deliveries.process !== null}
            checked={deliveryOf(draft) === 'process'}
            onChoose={() => onChange({ delivery: 'process' })}
          />
        </div>
      </Group>
      <Field label={setup.warnBefore} error={errors.warnBefore}>
        {(ids) => (
          <input
            {...ids}
            type="text"
            value={draft.warnBefore}
            onChange={({ target }) => onChange({ warnBefore: target.value })}
          />
        )}
      </Field>
      {More && <More draft={draft.way} errors={errors} edited={edited} onChange={onWay} />}
    </details>
  );
}
