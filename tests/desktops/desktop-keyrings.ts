/** The keyrings of today's desktops on a screen, and how a person answers the windows in which they ask. */
import { setTimeout as pause } from 'node:timers/promises';
import type { PrivateBus } from '../desktop/private-bus.ts';
import type { KeyringProgram } from '../world/private-keyring.ts';
import { debianVersion } from './debian.ts';
import { GnomeKeyring } from './gnome-keyring.ts';
import { KeePassXC } from './keepassxc.ts';
import { KSecretD } from './ksecretd.ts';
import type { Screen } from './screen.ts';

export const PASSWORD = 'pw';

export interface DesktopKeyring {
  readonly name: string;
  readonly version: () => string;
  readonly program: (bus: PrivateBus, display: string) => KeyringProgram;
  /** A keyring of another desktop, to stand in its place. */
  readonly another: (bus: PrivateBus, display: string) => KeyringProgram;
  /** Whether it asks its person anew for every client, so that nothing goes on without a click. */
  readonly asksEach: boolean;
  /** Answers one of its windows. */
  readonly answer: (screen: Screen, title: string, allow: boolean) => Promise<void>;
  /** Answers the windows in which the very first keyring is made; null where it is made in the program itself. */
  readonly makeFirst: ((screen: Screen) => Promise<void>) | null;
}

/** Its password, or none. */
async function typed(screen: Screen, allow: boolean): Promise<void> {
  if (allow) await screen.type(PASSWORD);
  await screen.press(allow ? 'Return' : 'Escape');
}

export const DESKTOP_KEYRINGS: readonly DesktopKeyring[] = [
  {
    name: 'GNOME Keyring',
    version: () => debianVersion('gnome-keyring'),
    program: (bus, display) => new GnomeKeyring(bus, display),
    another: (bus) => new KSecretD(bus),
    asksEach: false,
    answer: (screen, _, allow) => typed(screen, allow),
    async makeFirst(screen) {
      await screen.type(PASSWORD);
      await screen.press('Tab');
      await typed(screen, true);
    },
  },
  {
    name: 'KWallet (ksecretd)',
    version: () => debianVersion('kwallet6'),
    program: (bus, display) => new KSecretD(bus, display),
    another: (bus, display) => new GnomeKeyring(bus, display),
    asksEach: false,
    answer: (screen, _, allow) => typed(screen, allow),
    async makeFirst(screen) {
      // The first page offers GPG, for which nobody here has a key.
      await screen.click(/Wallet/, 125, 141);
      await screen.press('Return');
      await pause(2_000);
      await screen.type(PASSWORD);
      await screen.press('Tab');
      await typed(screen, true);
    },
  },
  {
    name: 'KeePassXC',
    version: () => debianVersion('keepassxc-full'),
    program: (bus, display) => new KeePassXC(bus, {}, display),
    another: (bus, display) => new GnomeKeyring(bus, display),
    asksEach: true,
    async answer(screen, title, allow) {
      if (/^Unlock Database/.test(title)) return typed(screen, allow);
      // "Allow Selected" and "Deny All & Future".
      if (/Access/.test(title)) return screen.click(/Access/, allow ? 60 : -210, -26);
      await screen.press(allow ? 'Return' : 'Escape');
    },
    makeFirst: null,
  },
];
