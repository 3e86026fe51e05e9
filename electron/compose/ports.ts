/** The real outside world: every port of the app with its adapter. */

import { randomUUID } from 'node:crypto';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { app } from 'electron';
import { awsServices } from '../adapters/aws/services.ts';
import { desktopState } from '../adapters/dbus/desktop-state.ts';
import { canOpenUnseen } from '../adapters/desktop/opens-unseen.ts';
import { digest } from '../adapters/digest.ts';
import { browser } from '../adapters/electron/browser.ts';
import { systemClock, systemTimer } from '../adapters/electron/clock.ts';
import { awsNetwork } from '../adapters/electron/network.ts';
import { qrReader } from '../adapters/electron/qr-reader.ts';
import { secretBox } from '../adapters/electron/secret-box.ts';
import { settingsStore } from '../adapters/electron/settings-store.ts';
import { filePlaces } from '../adapters/files/file-places.ts';
import { ForeignBackup } from '../adapters/files/foreign-backup.ts';
import { sealedFiles } from '../adapters/files/sealed-files.ts';
import { sharedFiles } from '../adapters/files/shared-files.ts';
import { ssoCache } from '../adapters/files/sso-cache.ts';
import { realGit } from '../adapters/git/git.ts';
import { readNetrc } from '../adapters/git/netrc.ts';
import { credentialStores } from '../adapters/keychain/stores.ts';
import { redirects } from '../adapters/loopback/redirect-listener.ts';
import { randomness } from '../adapters/randomness.ts';
import { programsOf } from '../adapters/surroundings/programs.ts';
import { startFiles } from '../adapters/surroundings/start-files.ts';
import { drawQr } from '../adapters/totp/draw-qr.ts';
import { totp } from '../adapters/totp/totp.ts';
import type { Ports } from '../core/app/ports.ts';

/** What Daypass keeps for itself of people's files. */
export const ownFiles = (home: string) => ({
  backup: new ForeignBackup(join(home, 'backup')),
  journal: join(home, 'unfinished'),
});

/** `home` is Daypass's folder. */
export function realPorts(home: string): Ports {
  const { env, platform } = process;
  const { backup, journal } = ownFiles(home);
  const git = realGit(env, homedir(), journal);
  const files = sharedFiles(env, homedir(), { backup, journal });
  return {
    clock: systemClock,
    timer: systemTimer,
    aws: (time) => awsServices({ fetch: awsNetwork(env), env }, time),
    ssoCache: ssoCache(homedir()),
    redirects,
    browser,
    random: randomness,
    settings: settingsStore(home),
    files,
    filePlaces: filePlaces((file) => files.path(file), homedir()),
    box: secretBox(),
    sessionFiles: sealedFiles(join(home, 'sessions')),
    secretFiles: sealedFiles(join(home, 'secrets')),
    totp,
    qr: qrReader,
    drawQr,
    digest,
    git,
    readNetrc: () => readNetrc(env, homedir()),
    stores: (hosts) => credentialStores({ platform, env, home: homedir(), journal, git, hosts }),
    env,
    startFiles: startFiles({ env, home: homedir(), backup: join(home, 'backup', 'shell'), journal }),
    programs: programsOf(env, homedir()),
    // The others always have both.
    desktop: {
      state: platform === 'linux' ? () => desktopState() : async () => ({ tray: true, notifications: 'shown' }),
    },
    newId: randomUUID,
    locales: app.getPreferredSystemLanguages(),
    canOpenUnseen: canOpenUnseen({ platform, env, ozonePlatform: app.commandLine.getSwitchValue('ozone-platform') }),
  };
}
