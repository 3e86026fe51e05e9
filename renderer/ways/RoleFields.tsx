/** An optional role: which, and with what it is assumed. */

import { fill } from '../../electron/core/i18n/say.ts';
import { useDaypass } from '../parts/daypass-context.ts';
import { Field } from '../parts/Field.tsx';
import type { KeyDraft } from './key-draft.ts';
import type { WayMoreProps } from './way-form.ts';

export function RoleFields({ draft, errors, edited, onChange }: WayMoreProps<KeyDraft>) {
  const { texts, view } = useDaypass();
  const { setup } = texts;
  // A chain has two links: a profile that itself rests on another's session is no parent.
  const parents = view.profiles.filter(({ id, parent }) => id !== edited?.id && parent === null);
  return (
    <>
      <Field label={setup.role} hint={setup.roleHint} error={errors.roleArn}>
        {(ids) => (
          <input
            {...ids}
            type="text"
            spellCheck={false}
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
