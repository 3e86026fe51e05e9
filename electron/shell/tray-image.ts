/** The tray's picture of a state, as exact as the system's panel lets it be. */
import { join } from 'node:path';
import { type NativeImage, nativeImage } from 'electron';
import type { Phase } from '../core/app/view.ts';
import type { Preferences } from '../core/settings/settings.ts';

const PICTURES: Record<Phase, string> = {
  signedOut: 'signed-out',
  signingIn: 'signing-in',
  active: 'active',
  expiring: 'expiring',
  expired: 'expired',
};

/**
 * On Linux the panel is sent one picture and makes it as large as its icons are: twice that is exact at scale 2, and
 * halved without a blur at scale 1. GNOME's icons have 16 pixels, those of the others mostly 22.
 */
const PIXELS = /gnome|unity/i.test(process.env.XDG_CURRENT_DESKTOP ?? '') ? 32 : 44;

/** `folder` holds the pictures of each ink, and the templates that macOS colours itself. */
export function trayImage(folder: string, phase: Phase, ink: Preferences['trayIcon']): NativeImage {
  const state = PICTURES[phase];
  const file = {
    darwin: join('template', `${state}Template.png`),
    // With several sizes in it, of which Windows takes the one that fits.
    win32: join(ink, `${state}.ico`),
  }[process.platform as string];
  return nativeImage.createFromPath(join(folder, file ?? join(ink, `${state}-${PIXELS}.png`)));
}
