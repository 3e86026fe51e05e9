/** What each call from the renderer takes, and what it refuses: nobody's word is taken for the shape of what arrives. */
import { describe, expect, test } from 'vitest';
import { FailureError } from '../../../../electron/core/base/failure.ts';
import { Secret } from '../../../../electron/core/base/secret.ts';
import { LARGEST_PICTURE } from '../../../../electron/core/surfaces/contract/authenticator-calls.ts';
import {
  CALL_CHANNEL,
  type CallName,
  calls,
  VIEW_CHANNEL,
} from '../../../../electron/core/surfaces/contract/contract.ts';
import { choiceWith } from '../../samples.ts';

const NAMES = Object.keys(calls) as CallName[];
const choice = choiceWith();
const preferences = {
  language: 'en',
  openAtLogin: true,
  startForGit: false,
  trayIcon: 'dark',
  menuBarTime: true,
  zoom: 200,
};
const picture = new Uint8Array(3);
const wishes = {
  partition: 'aws-cn',
  enrolment: true,
  browser: false,
  repositories: ['app'],
  buckets: [],
  bucketPolicy: 'billing',
};
const LONG = 'x'.repeat(64);

interface Given {
  readonly taken: readonly unknown[];
  readonly refused: readonly unknown[];
}

const MENDS: Given = {
  taken: [{ names: [] }, { names: ['git-set-up', 'stale-entries'] }],
  refused: [{ names: ['all'] }, { names: 'git-set-up' }, {}],
};

const PORTAL = { session: 'acme', startUrl: 'https://acme.awsapps.com/start', ssoRegion: 'eu-west-1' };
const PORTALS: Given = {
  taken: [PORTAL, { ...PORTAL, session: null }],
  refused: [
    { ...PORTAL, session: undefined },
    { ...PORTAL, startUrl: 'http://acme.awsapps.com/start' },
    { ...PORTAL, startUrl: 'https:// evil' },
    { ...PORTAL, ssoRegion: 'evil.example/' },
    {},
  ],
};
const OF_SOURCE: Given = { taken: [{ source: 'x'.repeat(256) }], refused: [{ source: 'x'.repeat(257) }, {}] };

/** What is taken, and in the same order what is not: by its shape, or by a value just beyond a limit. */
const GIVEN: Record<CallName, Given> = {
  ...nothings('view', 'runDoctor', 'showCredentialsFile', 'hide', 'quit', 'findSources', 'canKeep', 'copyReport'),
  ...nothings('about', 'openGuide', 'showLicences'),
  planMends: MENDS,
  mend: MENDS,
  ...nothings(
    'copyStatement',
    'clearStale',
    'unlockKeyring',
    'sealAnew',
    'copyKeyWishes',
    'findPortals',
    'cancelPortal',
  ),
  ...ofProfile('keyStatus', 'rotateKey', 'undoRotation', 'deleteOldKey'),
  changeOtherKey: {
    taken: [
      { profile: 'p1', key: 'AKIA…OLD1', how: 'delete' },
      { profile: 'p1', key: 'AKIA…OLD1', how: 'activate' },
    ],
    refused: [
      { profile: 'p1', key: 'AKIA…OLD1', how: 'rotate' },
      { profile: 'p1', how: 'delete' },
    ],
  },
  signInToPortal: PORTALS,
  findAccounts: PORTALS,
  findRoles: {
    taken: [{ portal: PORTAL, account: '123456789012' }],
    refused: [{ portal: PORTAL, account: '12' }, { portal: {}, account: '123456789012' }, { portal: PORTAL }],
  },
  ...ofProfile('signInWithoutCode', 'cancelSignIn', 'signInElsewhere', 'openBrowserAgain'),
  ...ofProfile('signOut', 'openTerminal', 'removeProfile', 'copyProfileOption'),
  ...ofProfile('showProfile', 'removeTotp', 'findKey', 'keepKey', 'putKeyBack'),
  ...nothings('forgetNewKey', 'showKeyFile', 'trashKeyFile', 'findSpareKeys'),
  readKeyFile: {
    taken: [{ path: '/home/ann/Downloads/ann_accessKeys.csv' }],
    refused: [{ path: '' }, { path: 'x'.repeat(4_097) }, {}, { path: 1 }],
  },
  readPastedKey: {
    taken: [{ text: '' }, { text: 'x'.repeat(65_536) }],
    refused: [{ text: 'x'.repeat(65_537) }, {}],
  },
  proveKey: {
    taken: [
      { owner: null, region: 'eu-west-1' },
      { owner: 'x'.repeat(256), region: 'eu-west-1' },
    ],
    refused: [{ region: 'eu-west-1' }, { owner: null, region: 'evil.example/' }, { owner: null }],
  },
  takeKey: {
    taken: [
      { place: 'keychain', name: 'default' },
      { place: 'file', name: 'x'.repeat(256) },
    ],
    refused: [{ place: 'page', name: 'default' }, { place: 'file' }, { name: 'default' }],
  },
  putSpareKeyBack: OF_SOURCE,
  removeSpareKey: OF_SOURCE,
  ...nothings('drawEnrolment', 'showEnrolmentSecret', 'keepEnrolment', 'dropEnrolment'),
  beginEnrolment: {
    taken: [{ source: 'x'.repeat(256), region: 'eu-west-1' }],
    refused: [{ source: 'x'.repeat(257), region: 'eu-west-1' }, { source: 'work', region: 'evil.example/' }, {}],
  },
  copyEnrolmentSecret: { taken: [{ unmarked: true }, { unmarked: false }], refused: [{ unmarked: 1 }, {}] },
  enableEnrolment: {
    taken: [
      { first: '123456', second: '234567' },
      { first: LONG, second: LONG },
    ],
    refused: [
      { first: '123456' },
      { second: '123456' },
      { first: 123456, second: '234567' },
      { first: `${LONG}x`, second: '1' },
    ],
  },
  resync: {
    taken: [{ profile: 'p1', first: '123456', second: '234567' }],
    refused: [
      { profile: 'p1', first: '123456' },
      { first: '123456', second: '234567' },
    ],
  },
  copyDeviceRequest: {
    taken: [{ user: null }, { user: 'arn:aws-cn:iam::123456789012:user/team/ann' }],
    refused: [{}, { user: 'arn:aws:iam::123456789012:root' }, { user: 'ann\nrm -rf' }],
  },
  explainError: {
    taken: [{ text: '' }, { text: 'x'.repeat(1_048_576) }],
    refused: [{ text: 1 }, {}, { text: 'x'.repeat(1_048_577) }],
  },
  copyEnvironment: {
    taken: [
      { profile: 'p1', shell: 'sh', unmarked: true },
      { profile: 'p1', shell: 'fish', unmarked: false },
    ],
    refused: [
      { profile: 'p1', shell: 'sh' },
      { shell: 'sh', unmarked: true },
      { profile: 'p1', shell: 'sh', unmarked: 1 },
      { profile: 'p1', shell: 'tcsh', unmarked: true },
    ],
  },
  findStale: { taken: [{ ask: true }, { ask: false }], refused: [{ ask: 1 }, {}] },
  fitPage: {
    taken: [{ height: 0 }, { height: 520 }],
    refused: [{ height: -1 }, { height: 0.5 }, { height: 100_001 }, {}],
  },
  stayOpen: { taken: [{ stay: true }, { stay: false }], refused: [{ stay: 1 }, {}] },
  signIn: {
    taken: [
      { profile: 'p1', code: '123456' },
      { profile: 'p1', code: LONG },
    ],
    refused: [
      { profile: 'p1' },
      { code: '123456' },
      { profile: 'p1', code: 123456 },
      { profile: 'p1', code: `${LONG}x` },
    ],
  },
  pasteSignIn: {
    taken: [{ profile: 'p1', text: 'x'.repeat(16_384) }],
    refused: [{ profile: 'p1' }, { text: 'x' }, { profile: 'p1', text: 'x'.repeat(16_385) }],
  },
  copyAddress: {
    taken: [
      { profile: 'p1', where: 'here' },
      { profile: 'p1', where: 'elsewhere' },
    ],
    refused: [{ profile: 'p1' }, { where: 'here' }, { profile: 'p1', where: 'there' }],
  },
  findDevices: {
    taken: [{ source: 'x'.repeat(256), region: 'eu-west-1' }],
    refused: [
      { source: 'x'.repeat(257), region: 'eu-west-1' },
      { source: 'work', region: 'evil.example/' },
      { source: 'work', region: `ab-${'c'.repeat(28)}-1` },
      { source: 'work' },
    ],
  },
  addProfile: {
    taken: [choice],
    refused: [{ ...choice, region: 'x' }, { ...choice, way: { ...choice.way, serial: undefined } }, 'work-mfa'],
  },
  editProfile: {
    taken: [{ profile: 'p1', choice }],
    refused: [{ profile: 'p1' }, { choice }, { profile: 'p1', choice: { ...choice, name: '' } }],
  },
  setPreferences: {
    taken: [preferences, {}],
    refused: [{ language: 'de' }, { openAtLogin: 'yes' }, [], { trayIcon: 'red' }, { zoom: 201 }, { zoom: 79 }],
  },
  storeTotp: {
    taken: [{ profile: 'p1', text: 'x'.repeat(4_096) }],
    refused: [{ profile: 'p1', text: 'x'.repeat(4_097) }, { profile: 'p1' }, { text: 'x' }],
  },
  storeTotpPicture: {
    taken: [
      { profile: 'p1', picture, chosen: null },
      { profile: 'p1', picture, chosen: 'AWS: ann' },
    ],
    refused: [
      { profile: 'p1', picture: new Uint8Array(0), chosen: null },
      { profile: 'p1', picture: 'abc', chosen: null },
      { profile: 'p1', picture: new Uint8Array(LARGEST_PICTURE + 1), chosen: null },
      { picture, chosen: null },
      { profile: 'p1', picture },
    ],
  },
  signInDaily: {
    taken: [
      { profile: 'p1', at: '08:30' },
      { profile: 'p1', at: null },
    ],
    refused: [{ profile: 'p1', at: '24:00' }, { profile: 'p1' }, { at: '08:30' }],
  },
  planGit: gitChange(),
  applyGit: gitChange(),
  cancelWaiting: {
    taken: [{ id: 0 }, { id: Number.MAX_SAFE_INTEGER }],
    refused: [{ id: -1 }, { id: 1.5 }, { id: '1' }, {}, { id: Number.MAX_SAFE_INTEGER + 1 }],
  },
  chooseForWaiting: {
    taken: [{ id: 1, profile: 'p1' }],
    refused: [{ id: 1 }, { profile: 'p1' }, { id: 1, profile: '' }],
  },
  copyPolicy: {
    taken: [wishes],
    refused: [
      { ...wishes, partition: 'aws-x' },
      { ...wishes, repositories: 'app' },
      { ...wishes, buckets: ['A'] },
      {},
      undefined,
    ],
  },
  checkPolicy: {
    taken: [{ text: '' }, { text: '{}' }],
    refused: [{ text: 'x'.repeat(1_048_578) }, { text: null }, {}, undefined],
  },
  tryIt: {
    taken: [
      { repository: 'x'.repeat(512), profile: 'p1' },
      { repository: null, profile: null },
    ],
    refused: [{ repository: 'x'.repeat(513), profile: null }, { repository: null }, { repository: null, profile: '' }],
  },
  setRepository: {
    taken: [
      { repository: 'x'.repeat(512), profile: 'p1' },
      { repository: 'h/app', profile: null },
    ],
    refused: [{ repository: 'x'.repeat(513), profile: 'p1' }, { repository: 'h/app' }, { profile: null }],
  },
};

function nothings<N extends CallName>(...names: readonly N[]) {
  const given: Given = { taken: [undefined], refused: [null, {}, 'x', 0, []] };
  return Object.fromEntries(names.map((name) => [name, given])) as Record<N, Given>;
}
function ofProfile<N extends CallName>(...names: readonly N[]) {
  const given: Given = {
    taken: [{ profile: 'p1' }, { profile: 'x'.repeat(64) }],
    refused: [undefined, null, {}, 'p1', { profile: '../p1' }, { profile: '' }, { profile: 'x'.repeat(65) }],
  };
  return Object.fromEntries(names.map((name) => [name, given])) as Record<N, Given>;
}
function gitChange() {
  const taken = ['set-up', 'undo', 'mend'].map((change) => ({ change }));
  return { taken, refused: [{ change: 'rm' }, { change: '' }, {}, undefined] };
}

/** With a secret as its value, to be compared. */
const opened = (parsed: unknown): unknown => {
  if (parsed instanceof Secret) return parsed.reveal();
  if (typeof parsed !== 'object' || parsed === null || parsed instanceof Uint8Array) return parsed;
  if (Array.isArray(parsed)) return parsed.map(opened);
  return Object.fromEntries(Object.entries(parsed).map(([key, value]) => [key, opened(value)]));
};

describe.each(NAMES)('%s', (name) => {
  const { taken, refused } = GIVEN[name];

  test('takes what it is for, and drops what it does not know', () => {
    for (const given of taken) {
      const more = typeof given === 'object' ? { ...given, evil: 'planted' } : given;
      const parsed = opened(calls[name].parse(more));
      expect(parsed).toEqual(name === 'setPreferences' ? expect.objectContaining(given as object) : given);
    }
  });

  test('refuses all else', () => {
    for (const given of refused) expect(() => calls[name].parse(given)).toThrow(FailureError);
  });
});

test('a picture of the largest size is taken', () => {
  const largest = { profile: 'p1', picture: new Uint8Array(LARGEST_PICTURE), chosen: null };
  expect(LARGEST_PICTURE).toBe(20_971_520);
  // Not compared byte by byte, which takes minutes.
  expect(calls.storeTotpPicture.parse(largest).picture).toBe(largest.picture);
});

test('what is secret is one from the moment it arrives', () => {
  const code = calls.signIn.parse({ profile: 'p1', code: '123456' });
  const text = calls.storeTotp.parse({ profile: 'p1', text: 'planted' });
  expect(JSON.stringify([code, text])).not.toMatch(/123456|planted/);
});

test('the channels are two', () => {
  expect([CALL_CHANNEL, VIEW_CHANNEL]).toEqual(['daypass:call', 'daypass:view']);
});
