/** What most people leave as it is, folded away; it opens by itself where something in it is wrong or set. */
import { useId, useState } from 'react';
import type { ProfileSettings } from '../../electron/core/settings/settings.ts';
import { Choice } from './Choice.tsx';
import { useDaypass } from './daypass-context.ts';
import type { Draft, DraftErrors } from './draft.ts';
import { Field, Group } from './Field.tsx';
import { RoleFields } from './RoleFields.tsx';

interface Props {
  readonly draft: Draft;
  readonly errors: DraftErrors;
  readonly edited: ProfileSettings | null;
  readonly onChange: (part: Partial<Draft>) => void;
}

export function MoreFields({ draft, errors, edited, onChange }: Props) {
  const { texts, view } = useDaypass();
  const { setup } = texts;
  const [opened, setOpened] = useState(draft.roleArn !== '');
  const delivery = useId();
  const wrong = errors.warnBefore ?? errors.roleArn ?? errors.sessionName ?? errors.externalId;
  // A chain has two links: a profile that itself rests on another's session is no parent.
  const parents = view.profiles.filter(({ id, role }) => id !== edited?.id && !role?.through);
  return (
    <details
      className="fold"
      open={opened || wrong !== undefined}
      onToggle={({ currentTarget }) => setOpened(currentTarget.open)}
    >
      <summary>{setup.more}</summary>
      <Group label={setup.delivery}>
        <div className="choice-list">
          <Choice
            name={delivery}
            label={setup.deliveryFile}
            checked={draft.delivery === 'file'}
            onChoose={() => onChange({ delivery: 'file' })}
          />
          <Choice
            name={delivery}
            label={setup.deliveryProcess}
            checked={draft.delivery === 'process'}
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
      <RoleFields draft={draft} errors={errors} parents={parents} onChange={onChange} />
    </details>
  );
}
