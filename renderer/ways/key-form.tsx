/** The form of a key with six digits, and of a role with another profile's session: which of them, a choice in it says. */
import type { OfferedWayOf } from '../../electron/core/sources/source.ts';
import { DeviceField } from './DeviceField.tsx';
import { DurationField } from './DurationField.tsx';
import { beginKey, type KeyDraft, keyErrors, keyWayOf } from './key-draft.ts';
import { RoleFields } from './RoleFields.tsx';
import type { WayForm } from './way-form.ts';

export const keyForm: WayForm<OfferedWayOf<'key' | 'session'>, KeyDraft> = {
  begin: beginKey,
  errors: keyErrors,
  way: keyWayOf,
  Fields: ({ draft, devices, errors, onChange, onEnrol, onWay }) =>
    draft.through === null && (
      <DeviceField
        key={draft.source}
        devices={devices}
        serial={draft.serial}
        error={errors.serial}
        onSerial={(serial) => onChange({ serial })}
        onEnrol={onEnrol}
        onBrowser={() => onWay({ is: 'browser' })}
      />
    ),
  More: (props) => (
    <>
      <DurationField draft={props.draft} onChange={(durationSeconds) => props.onChange({ durationSeconds })} />
      <RoleFields {...props} />
    </>
  ),
  folded: ['roleArn', 'sessionName', 'externalId'],
};
