/** The desktops that are lived through. */

import { lxqt } from './lxqt.ts';
import type { RealDesktop } from './real-desktop.ts';
import { sway } from './sway.ts';
import { xfce } from './xfce.ts';

export const REAL_DESKTOPS: readonly RealDesktop[] = [xfce, lxqt, sway];
