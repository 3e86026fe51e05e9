/** How one kind of way in is filled in: the part of the form that is its own. `way-forms.ts` has the one table of them. */
import type { ReactNode } from 'react';
import type { PageMessages } from '../../electron/core/i18n/words.ts';
import type { ProfileSettings } from '../../electron/core/settings/settings.ts';
import type { Way } from '../../electron/core/settings/way.ts';
import type { OfferedWay } from '../../electron/core/sources/source.ts';
import type { Devices } from '../parts/use-devices.ts';

/** By field, what is wrong in it. */
export type WayErrors = { readonly [field: string]: string | undefined };

export interface WayMoreProps<D> {
  readonly draft: D;
  readonly errors: WayErrors;
  /** Null for a new profile. */
  readonly edited: ProfileSettings | null;
  readonly onChange: (part: Partial<D>) => void;
}

export interface WayFieldsProps<D> extends WayMoreProps<D> {
  /** What AWS says of the MFA devices of its key. */
  readonly devices: Devices;
  /** A new MFA device is to be set up. */
  readonly onEnrol: () => void;
  /** Another way in, where this one cannot be had; name and region stay. */
  readonly onWay: (way: Way) => void;
}

/** `W`: what it can begin with; `D`: while it is being filled in. */
export interface WayForm<W extends OfferedWay, D> {
  begin(way: W, profiles: readonly ProfileSettings[]): D;
  errors(draft: D, texts: PageMessages): WayErrors;
  /** What is chosen so far; complete where there are no errors. An error of `section` says that nothing can be filled in. */
  way(draft: D): Way;
  Fields(props: WayFieldsProps<D>): ReactNode;
  /** What most people leave as it is, folded away. */
  More?(props: WayMoreProps<D>): ReactNode;
  /** The fields in there. */
  readonly folded?: readonly string[];
}
