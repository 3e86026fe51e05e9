/** What each call from the renderer does. */

import { app as electron, shell, clipboard as systemClipboard } from 'electron';
import type { App } from '../core/app/build.ts';
import type { AppView } from '../core/app/view.ts';
import { profileOption } from '../core/aws-files/profile-option.ts';
import { FailureError } from '../core/base/failure.ts';
import type { Secret } from '../core/base/secret.ts';
import { recognise } from '../core/explain/recognise.ts';
import { deviceRequest } from '../core/i18n/device-request.ts';
import { messagesIn } from '../core/i18n/messages.ts';
import { browserStatement } from '../core/policy/browser-statement.ts';
import { checkPolicy } from '../core/policy/check-policy.ts';
import { generatePolicy } from '../core/policy/generate-policy.ts';
import { OWN_KEYS_POLICY } from '../core/policy/own-keys-policy.ts';
import { ownKeyOf } from '../core/sources/ways-in.ts';
import { fullReportText } from '../core/surfaces/commands/report-text.ts';
import type { AboutDaypass } from './about.ts';
import type { EnvironmentClipboard } from './environment-clipboard.ts';
import type { Handlers } from './ipc.ts';

export interface HandlerParts {
  readonly app: App;
  view(): AppView;
  readonly about: AboutDaypass;
  readonly clipboard: EnvironmentClipboard;
  readonly credentialsFile: string;
  readKeyFile(path: string): Promise<Secret<string>>;
  /** A terminal with this profile's session in it. */
  openTerminal(profile: string): Promise<void>;
  stayOpen(stay: boolean): void;
  fitPage(height: number): void;
  hide(): void;
}

const done = (work: unknown): Promise<null> => Promise.resolve(work).then(() => null);

const trash = (path: string): Promise<void> =>
  shell.trashItem(path).catch((thrown) => {
    throw new FailureError('new-key.not-trashed', { path }, { cause: thrown });
  });

export function handlers({
  app,
  view,
  about,
  clipboard,
  credentialsFile,
  readKeyFile,
  openTerminal,
  stayOpen,
  fitPage,
  hide,
}: HandlerParts): Handlers {
  const {
    book,
    sessions,
    signIns,
    serving,
    changes,
    sources,
    portals,
    authenticators,
    enrolments,
    keys,
    newKey,
    spareKeys,
    kept,
    rotations,
    git,
    stale,
  } = app;
  const staying = async (work: () => Promise<void>): Promise<void> => {
    stayOpen(true);
    await work().finally(() => stayOpen(false));
  };
  const keyOf = (id: string): string => ownKeyOf(book.profile(id));
  return {
    view,
    runDoctor: () => done(app.examination.run()),
    planMends: ({ names }) => app.doctor.plan(names),
    mend: ({ names }) => done(app.doctor.mend(names)),
    copyReport: async () => {
      const report = app.examination.report ?? (await app.doctor.examine());
      const about = { version: electron.getVersion(), happened: app.trace.list };
      return done(systemClipboard.writeText(fullReportText(report, about, app.language())));
    },
    about: () => about.about(),
    openGuide: () => done(about.openGuide()),
    showLicences: () => done(about.showLicences()),
    explainError: ({ text }) => recognise(text.reveal()),

    signIn: ({ profile, code }) => done(signIns.withCode(profile, code)),
    signInWithoutCode: ({ profile }) => done(signIns.anew(profile)),
    signInElsewhere: ({ profile }) => done(signIns.elsewhere(profile)),
    openBrowserAgain: ({ profile }) => done(signIns.openBrowserAgain(profile)),
    pasteSignIn: ({ profile, text }) => done(signIns.paste(profile, text)),
    copyAddress: ({ profile, where }) => done(systemClipboard.writeText(signIns.address(profile, where))),
    copyStatement: () => done(systemClipboard.writeText(browserStatement())),
    cancelSignIn: ({ profile }) => done(sessions.cancel(profile)),
    signOut: ({ profile }) => done(sessions.signOut(book.profile(profile))),
    openTerminal: ({ profile }) => done(openTerminal(profile)),
    copyEnvironment: ({ profile, shell, unmarked }) =>
      done(clipboard.copy(serving.environment(profile, shell), unmarked)),
    copyProfileOption: ({ profile }) => done(systemClipboard.writeText(profileOption(book.profile(profile).name))),

    findSources: () => sources.list(),
    findDevices: ({ source, region }) => sources.devices(source, region),
    findPortals: () => portals.list(),
    // The browser comes to the front.
    signInToPortal: (at) => done(staying(() => portals.signIn(at))),
    cancelPortal: () => done(portals.cancel()),
    findAccounts: (at) => portals.accounts(at),
    findRoles: ({ portal, account }) => portals.roles(portal, account),
    addProfile: (choice) => changes.add(choice),
    editProfile: ({ profile, choice }) => done(changes.edit(profile, choice)),
    removeProfile: ({ profile }) => done(changes.remove(profile)),
    showProfile: ({ profile }) => done(book.show(profile)),
    setPreferences: (preferences) => done(book.prefer(preferences)),

    canKeep: () => done(kept.check()),
    storeTotp: ({ profile, text }) => done(authenticators.store(profile, text)),
    storeTotpPicture: ({ profile, picture, chosen }) => authenticators.storePicture(profile, picture, chosen),
    removeTotp: ({ profile }) => done(authenticators.remove(profile)),
    signInDaily: ({ profile, at }) => done(authenticators.signInDaily(profile, at)),
    findKey: async ({ profile }) => keys.place(keyOf(profile)),
    keepKey: async ({ profile }) => {
      const source = keyOf(profile);
      return done(rotations.whileAtRest(source, () => keys.keep(source, book.profile(profile).region)));
    },
    putKeyBack: async ({ profile }) => {
      const source = keyOf(profile);
      return done(rotations.whileAtRest(source, () => keys.putBack(source)));
    },
    keyStatus: async ({ profile }) => rotations.status(keyOf(profile)),
    rotateKey: async ({ profile }) => done(rotations.rotate(keyOf(profile))),
    undoRotation: async ({ profile }) => done(rotations.undo(keyOf(profile))),
    deleteOldKey: async ({ profile }) => done(rotations.deleteOld(keyOf(profile))),
    changeOtherKey: async ({ profile, key, how }) => done(rotations.changeOther(keyOf(profile), key, how)),
    copyKeyWishes: () => done(systemClipboard.writeText(OWN_KEYS_POLICY)),

    readKeyFile: async ({ path }) => newKey.read(await readKeyFile(path), path),
    readPastedKey: ({ text }) => newKey.read(text, null),
    proveKey: ({ owner, region }) => newKey.prove(owner, region),
    takeKey: ({ place, name }) => newKey.take(place, name),
    forgetNewKey: () => done(newKey.forget()),
    showKeyFile: () => done(newKey.taken?.file && shell.showItemInFolder(newKey.taken.file)),
    trashKeyFile: () => done(newKey.spentFile && trash(newKey.spentFile)),
    findSpareKeys: () => spareKeys.list(),
    putSpareKeyBack: ({ source }) => done(rotations.putBack(source)),
    removeSpareKey: ({ source }) => done(rotations.forget(source, () => spareKeys.remove(source))),

    beginEnrolment: ({ source, region }) => enrolments.begin(source, region),
    drawEnrolment: () => enrolments.picture(),
    showEnrolmentSecret: () => enrolments.secret().reveal(),
    copyEnrolmentSecret: ({ unmarked }) => done(clipboard.copy(enrolments.secret(), unmarked)),
    enableEnrolment: ({ first, second }) => done(enrolments.enable([first, second])),
    keepEnrolment: () => done(enrolments.keep()),
    dropEnrolment: () => done(enrolments.drop()),
    resync: ({ profile, first, second }) => done(app.resync(profile, [first, second])),
    copyDeviceRequest: ({ user }) => done(systemClipboard.writeText(deviceRequest(user, messagesIn(app.language())))),

    // The keyring's own window comes to the front.
    unlockKeyring: () => done(staying(() => app.keyring.unlock())),
    sealAnew: () => done(app.keyring.beginAnew()),

    planGit: ({ change }) => git.plan(change),
    applyGit: ({ change }) => done(git.apply(change)),
    cancelWaiting: ({ id }) => done(app.answers.stopWaiting(id)),
    chooseForWaiting: ({ id, profile }) => done(app.repositories.chooseForWaiting(id, profile)),
    setRepository: ({ repository, profile }) => done(app.repositories.set(repository, profile)),
    findStale: ({ ask }) => stale.find(ask),
    tryIt: (wanted) => app.tryIt.run(wanted),
    clearStale: () => stale.clear(),

    copyPolicy: (wishes) => done(systemClipboard.writeText(generatePolicy(wishes))),
    checkPolicy: ({ text }) => checkPolicy(text),

    showCredentialsFile: () => done(shell.showItemInFolder(credentialsFile)),
    stayOpen: ({ stay }) => done(stayOpen(stay)),
    fitPage: ({ height }) => done(fitPage(height)),
    hide: () => done(hide()),
    quit: () => done(electron.quit()),
  };
}
