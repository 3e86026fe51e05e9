/** What each call from the renderer does. */
import { app, shell } from 'electron';
import type { Daypass } from '../core/daypass.ts';
import type { EnvironmentClipboard } from './environment-clipboard.ts';
import type { Handlers } from './ipc.ts';

export interface HandlerParts {
  readonly daypass: Daypass;
  readonly clipboard: EnvironmentClipboard;
  readonly credentialsFile: string;
  hide(): void;
}

/** What a terminal of this system understands. */
const SHELL = process.platform === 'win32' ? 'powershell' : 'sh';

const done = (work: Promise<void> | void): Promise<null> => Promise.resolve(work).then(() => null);

export const handlers = ({ daypass, clipboard, credentialsFile, hide }: HandlerParts): Handlers => ({
  view: () => daypass.view(),

  signIn: ({ profile, code }) => done(daypass.signIn(profile, code)),
  signInWithoutCode: ({ profile }) => done(daypass.signIn(profile, null)),
  cancelSignIn: ({ profile }) => done(daypass.cancelSignIn(profile)),
  signOut: ({ profile }) => done(daypass.signOut(profile)),
  showProfile: ({ profile }) => done(daypass.showProfile(profile)),
  copyEnvironment: ({ profile }) => done(clipboard.copy(daypass.environment(profile, SHELL))),

  findSources: () => daypass.findSources(),
  findDevices: ({ source, region }) => daypass.findDevices(source, region),
  addProfile: (choice) => daypass.addProfile(choice),
  editProfile: ({ profile, choice }) => done(daypass.editProfile(profile, choice)),
  removeProfile: ({ profile }) => done(daypass.removeProfile(profile)),
  setPreferences: (preferences) => done(daypass.setPreferences(preferences)),

  planGit: ({ change }) => daypass.planGit(change),
  applyGit: ({ change }) => done(daypass.applyGit(change)),
  cancelWaiting: ({ id }) => done(daypass.cancelWaiting(id)),
  chooseForWaiting: ({ id, profile }) => done(daypass.chooseForWaiting(id, profile)),

  setRepository: ({ repository, profile }) => done(daypass.setRepository(repository, profile)),

  findStale: () => daypass.findStale(),
  clearStale: () => daypass.clearStale(),

  showCredentialsFile: () => done(shell.showItemInFolder(credentialsFile)),
  hide: () => done(hide()),
  quit: () => done(app.quit()),
});
