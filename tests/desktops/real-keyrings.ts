/** The keyrings that people have, for what is to hold with each of them; those of another Debian only where there is one. */
import { keyringMissing, PrivateKeyring } from '../world/private-keyring.ts';
import { missingInDebian } from './debian.ts';
import { type Habits, KeePassXC } from './keepassxc.ts';
import { KSecretD } from './ksecretd.ts';

export interface RealKeyring {
  readonly name: string;
  /** Why it cannot run here, or null. */
  readonly missing: string | null;
  make(): Promise<PrivateKeyring>;
}

const missing = keyringMissing();

export const keepassxc = (name: string, habits: Habits): RealKeyring => ({
  name,
  missing: missing ?? missingInDebian('keepassxc'),
  make: () => PrivateKeyring.of((bus) => new KeePassXC(bus, habits)),
});

export const gnomeKeyring: RealKeyring = { name: 'gnome-keyring', missing, make: () => PrivateKeyring.onBus() };

export const ksecretd: RealKeyring = {
  name: 'ksecretd',
  missing: missing ?? missingInDebian('ksecretd'),
  make: () => PrivateKeyring.of((bus) => new KSecretD(bus)),
};
