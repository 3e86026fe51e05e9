/** The person's own browser, for the one address that a sign-in goes to. */
import { shell } from 'electron';
import type { Browser } from '../../core/browser-sign-in/port.ts';

export const browser: Browser = {
  async open(address) {
    const { protocol, hostname } = new URL(address);
    // Anything else would be handed to whatever program is registered for it.
    const isPage = protocol === 'https:' || (protocol === 'http:' && hostname === '127.0.0.1');
    if (!isPage) throw new Error('no page');
    await shell.openExternal(address);
  },
};
