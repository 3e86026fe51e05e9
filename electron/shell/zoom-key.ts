/** Which change of the zoom a key means, as in browsers. */
import type { ZoomChange } from '../core/settings/zoom.ts';

export interface PressedKey {
  readonly type: string;
  readonly key: string;
  readonly control: boolean;
  readonly meta: boolean;
  readonly alt: boolean;
}

/** Plus is also the key that has it only with Shift. */
const CHANGES: Readonly<Record<string, ZoomChange>> = { '+': 'in', '=': 'in', '-': 'out', _: 'out', '0': 'reset' };

export function zoomKey({ type, key, control, meta, alt }: PressedKey, isMac: boolean): ZoomChange | null {
  const isHeld = isMac ? meta && !control : control && !meta;
  return type === 'keyDown' && isHeld && !alt ? (CHANGES[key] ?? null) : null;
}
