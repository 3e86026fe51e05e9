/** What each call from the renderer does. */
import { app, shell } from 'electron';
import type { Daypass } from '../core/app/daypass.ts';
import type { Keeping } from '../core/app/keeping.ts';
import { Secret } from '../core/base/secret.ts';
import type { EnvironmentClipboard } from './environment-clipboard.ts';
import type { Handlers } from './ipc.ts';

export interface HandlerParts {
  readonly daypass: Daypass;
  readonly keeping: Keeping;
  readonly clipboard: EnvironmentClipboard;
  readonly credentialsFile: string;
  /** A terminal with this profile's session in it. */
  openTerminal(profile: string): Promise<void>;
  stayOpen(stay: boolean): void;
  hide(): void;
}

/** What a terminal of this system understands. */
const SHELL = process.platform === 'win32' ? 'powershell' : 'sh';

const done = (work: Promise<void> | void): Promise<null> => Promise.resolve(work).then(() => null);

export const handlers = ({
  daypass,
  keeping,
  clipboard,
  credentialsFile,
  openTerminal,
  stayOpen,
  hide,
}: HandlerParts): Handlers => ({
  view: () => daypass.view(),

  signIn: ({ profile, code }) => done(daypass.signIn(profile, code)),
  signInWithoutCode: ({ profile }) => done(daypass.signIn(profile, null)),
  cancelSignIn: ({ profile }) => done(daypass.cancelSignIn(profile)),
  signOut: ({ profile }) => done(daypass.signOut(profile)),
  showProfile: ({ profile }) => done(daypass.showProfile(profile)),
  openTerminal: ({ profile }) => done(openTerminal(profile)),
  copyEnvironment: ({ profile }) => done(clipboard.copy(daypass.environment(profile, SHELL))),

  findSources: () => daypass.findSources(),
  findDevices: ({ source, region }) => daypass.findDevices(source, region),
  addProfile: (choice) => daypass.addProfile(choice),
  editProfile: ({ profile, choice }) => done(daypass.editProfile(profile, choice)),
  removeProfile: ({ profile }) => done(daypass.removeProfile(profile)),
  setPreferences: (preferences) => done(daypass.setPreferences(preferences)),

  canKeep: () => done(keeping.check()),
  storeTotp: ({ profile, text }) => done(keeping.storeTotp(profile, new Secret(text))),
  storeTotpPicture: ({ profile, picture }) => done(keeping.storeTotpPicture(profile, picture)),
  removeTotp: ({ profile }) => done(keeping.removeTotp(profile)),
  renewDaily: ({ profile, at }) => done(keeping.renewDaily(profile, at)),
  findKey: ({ profile }) => keeping.findKey(profile),
  keepKey: ({ profile }) => done(keeping.keepKey(profile)),
  putKeyBack: ({ profile }) => done(keeping.putKeyBack(profile)),

  planGit: ({ change }) => daypass.planGit(change),
  applyGit: ({ change }) => done(daypass.applyGit(change)),
  cancelWaiting: ({ id }) => done(daypass.cancelWaiting(id)),
  chooseForWaiting: ({ id, profile }) => done(daypass.chooseForWaiting(id, profile)),

  setRepository: ({ repository, profile }) => done(daypass.setRepository(repository, profile)),

  findStale: () => daypass.findStale(),
  clearStale: () => daypass.clearStale(),

  showCredentialsFile: () => done(shell.showItemInFolder(credentialsFile)),
  stayOpen: ({ stay }) => done(stayOpen(stay)),
  hide: () => done(hide()),
  quit: () => done(app.quit()),
});
