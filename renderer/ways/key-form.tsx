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
  Fields: ({ draft, region, errors, onChange, onComplete, onWay }) => (
    <>
      {draft.through === null && (
        <DeviceField
          key={draft.source}
          source={draft.source}
          region={region}
          serial={draft.serial}
          error={errors.serial}
          onSerial={(serial) => onChange({ serial })}
          onEnrolled={(serial) => onComplete({ serial })}
          onBrowser={() => onWay({ is: 'browser' })}
        />
      )}
      <DurationField draft={draft} onChange={(durationSeconds) => onChange({ durationSeconds })} />
    </>
  ),
  More: RoleFields,
  folded: ['roleArn', 'sessionName', 'externalId'],
};
