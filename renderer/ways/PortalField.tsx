/** Where the company signs in: one of those that AWS's config file names, or an address that is typed. */
import { useEffect, useId } from 'react';
import type { WayOf } from '../../electron/core/settings/way.ts';
import { factsOf } from '../../electron/core/sources/ways-in.ts';
import { Choice } from '../parts/Choice.tsx';
import { useDaypass } from '../parts/daypass-context.ts';
import { Field } from '../parts/Field.tsx';
import { Group } from '../parts/Group.tsx';
import { RegionField } from '../parts/RegionField.tsx';
import { useCall } from '../parts/use-call.ts';
import type { WayFieldsProps } from './way-form.ts';

type Way = WayOf<'identity-center'>;
type Props = Pick<WayFieldsProps<Way>, 'draft' | 'errors' | 'onChange'>;

const NONE = { session: null, startUrl: '', ssoRegion: '', account: '', role: '' };

export function PortalField({ draft, errors, onChange }: Props) {
  const { api, texts } = useDaypass();
  const find = useCall(api.findPortals);
  const name = useId();
  const found = find.value ?? [];
  // biome-ignore lint/correctness/useExhaustiveDependencies: looks once, when it is shown
  useEffect(() => {
    find.run().then((answer) => {
      const [only, ...more] = answer?.ok ? answer.value : [];
      if (only && more.length === 0 && draft.startUrl === '') onChange({ ...NONE, ...only });
    });
  }, []);
  const isTyped = draft.session === null;
  return (
    <>
      {found.length > 0 && (
        <Group label={texts.portal.which}>
          <div className="choice-list">
            {found.map((portal) => (
              <Choice
                key={portal.session}
                name={name}
                label={portal.session ?? ''}
                about={factsOf({ way: { ...draft, ...portal } }).portal ?? undefined}
                checked={portal.session === draft.session}
                onChoose={() => onChange({ ...NONE, ...portal })}
              />
            ))}
            <Choice name={name} label={texts.portal.other} checked={isTyped} onChoose={() => onChange(NONE)} />
          </div>
        </Group>
      )}
      {isTyped && (
        <>
          <Field label={texts.portal.startUrl} hint={texts.portal.startUrlHint} error={errors.startUrl}>
            {(ids) => (
              <input
                {...ids}
                type="text"
                spellCheck={false}
                value={draft.startUrl}
                onChange={({ target }) =>
                  onChange({ ...NONE, ssoRegion: draft.ssoRegion, startUrl: target.value.trim() })
                }
              />
            )}
          </Field>
          <RegionField
            label={texts.portal.ssoRegion}
            region={draft.ssoRegion}
            error={errors.ssoRegion}
            onChange={(ssoRegion) => onChange({ ...NONE, startUrl: draft.startUrl, ssoRegion })}
          />
        </>
      )}
    </>
  );
}
