/** Hears that a person wants the page larger or smaller: Ctrl, or Cmd on a Mac, with plus, minus or 0, and Ctrl with the wheel. */
import type { WebContents } from 'electron';
import type { ZoomChange } from '../core/settings/zoom.ts';
import { zoomKey } from './zoom-key.ts';

/** `wanted` says whether it was heeded; then the page does not get the key. */
export function watchZoomKeys(page: WebContents, wanted: (change: ZoomChange) => boolean): void {
  page.on('zoom-changed', (_event, direction) => wanted(direction));
  page.on('before-input-event', (event, input) => {
    const change = zoomKey(input, process.platform === 'darwin');
    if (change && wanted(change)) event.preventDefault();
  });
}
