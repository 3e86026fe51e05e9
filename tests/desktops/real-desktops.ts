/** The desktops that are lived through. */

import { gnome } from './gnome.ts';
import { lxqt } from './lxqt.ts';
import { plasma } from './plasma.ts';
import type { RealDesktop } from './real-desktop.ts';
import { sway } from './sway.ts';
import { xfce } from './xfce.ts';

export const REAL_DESKTOPS: readonly RealDesktop[] = [xfce, lxqt, sway, gnome, plasma];
