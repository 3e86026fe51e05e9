/** An optional role: which, and with what it is assumed. */

import { fill } from '../../electron/core/i18n/say.ts';
import type { ProfileSettings } from '../../electron/core/settings/settings.ts';
import { useDaypass } from './daypass-context.ts';
import type { Draft, DraftErrors } from './draft.ts';
import { Field } from './Field.tsx';

interface Props {
  readonly draft: Draft;
  readonly errors: DraftErrors;
  /** Profiles whose session may assume it. */
  readonly parents: readonly ProfileSettings[];
  readonly onChange: (part: Partial<Draft>) => void;
}

export function RoleFields({ draft, errors, parents, onChange }: Props) {
  const { texts } = useDaypass();
  const { setup } = texts;
  return (
    <>
      <Field label={setup.role} error={errors.roleArn}>
        {(ids) => (
          <input
            {...ids}
            type="text"
            spellCheck={false}
            placeholder={setup.roleHint}
            value={draft.roleArn}
            onChange={({ target }) => {
              const roleArn = target.value.trim();
              onChange(roleArn ? { roleArn } : { roleArn, through: null });
            }}
          />
        )}
      </Field>
      {draft.roleArn && (
        <>
          <Field label={setup.roleThrough} hint={draft.through === null ? undefined : setup.roleLimit}>
            {(ids) => (
              <select
                {...ids}
                value={draft.through ?? ''}
                onChange={({ target }) => onChange({ through: target.value || null })}
              >
                <option value="">{setup.roleDirect}</option>
                {parents.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {fill(setup.roleFromSession, { profile: name })}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label={setup.sessionName} error={errors.sessionName}>
            {(ids) => (
              <input
                {...ids}
                type="text"
                spellCheck={false}
                value={draft.sessionName}
                onChange={({ target }) => onChange({ sessionName: target.value })}
              />
            )}
          </Field>
          <Field label={setup.externalId} error={errors.externalId}>
            {(ids) => (
              <input
                {...ids}
                type="text"
                spellCheck={false}
                value={draft.externalId}
                onChange={({ target }) => onChange({ externalId: target.value })}
              />
            )}
          </Field>
        </>
      )}
    </>
  );
}
