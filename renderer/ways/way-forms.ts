/** The part of the form that each kind of way in has: the only place of the popover that tells one from another. */
import { DURATION } from '../../electron/core/aws/names.ts';
import type { WayName } from '../../electron/core/settings/way.ts';
import type { OfferedWay, OfferedWayOf } from '../../electron/core/sources/source.ts';
import { browserForm } from './browser-form.tsx';
import { identityCenterForm } from './identity-center-form.tsx';
import { keyForm } from './key-form.tsx';
import type { WayForm } from './way-form.ts';

const FORMS = {
  key: keyForm,
  session: keyForm,
  browser: browserForm,
  'identity-center': identityCenterForm,
} satisfies { readonly [N in WayName]: Pick<WayForm<OfferedWayOf<N>, unknown>, 'begin'> };

/** A way in while it is being filled in. */
export type WayDraft = ReturnType<(typeof FORMS)[WayName]['begin']>;

/** Before anything is chosen: most people have a key. */
export const NO_WAY: WayDraft = keyForm.begin(
  { is: 'key', source: '', serial: null, durationSeconds: DURATION.default, role: null },
  [],
);

/** The fields are those of the draft's own form. */
export const changed = (draft: WayDraft, part: Partial<WayDraft>): WayDraft => ({ ...draft, ...part }) as WayDraft;

/** The compiler does not see that a draft and the form under its name belong together. */
export const formOf = ({ is }: { readonly is: WayName }) => FORMS[is] as WayForm<OfferedWay, WayDraft>;
