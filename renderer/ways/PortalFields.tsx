/** Which role of which account of which portal: what was chosen, and the way to another. */
import { useState } from 'react';
import { REGION, START_URL } from '../../electron/core/aws/names.ts';
import { fill } from '../../electron/core/i18n/say.ts';
import type { WayOf } from '../../electron/core/settings/way.ts';
import { factsOf } from '../../electron/core/sources/ways-in.ts';
import { useDaypass } from '../parts/daypass-context.ts';
import { PortalField } from './PortalField.tsx';
import { PortalRoles } from './PortalRoles.tsx';
import type { WayFieldsProps } from './way-form.ts';

export function PortalFields({ draft, errors, onChange }: WayFieldsProps<WayOf<'identity-center'>>) {
  const { texts } = useDaypass();
  const [again, setAgain] = useState(false);
  const { session, startUrl, ssoRegion, account, role } = draft;
  if (role !== '' && !again) {
    const portal = factsOf({ way: draft }).portal ?? '';
    return (
      <div className="field">
        <p className="note">{fill(texts.portal.chosen, { role, account, portal })}</p>
        <button type="button" className="link" onClick={() => setAgain(true)}>
          {texts.portal.chooseAgain}
        </button>
      </div>
    );
  }
  const choose = (part: Partial<typeof draft>) => {
    onChange(part);
    setAgain(false);
  };
  return (
    <>
      <PortalField draft={draft} errors={errors} onChange={onChange} />
      {START_URL.test(startUrl) && REGION.test(ssoRegion) && (
        <PortalRoles key={`${session} ${startUrl} ${ssoRegion}`} draft={draft} errors={errors} onChange={choose} />
      )}
    </>
  );
}
