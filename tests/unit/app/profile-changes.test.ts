/** Adding, editing and removing profiles, in the whole app: what is refused changes nothing, and what was saved is carried out. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { FailureError } from '../../../electron/core/base/failure.ts';
import { Secret } from '../../../electron/core/base/secret.ts';
import type { ProfileChoice } from '../../../electron/core/settings/settings.ts';
import { AppWorld, drained, KEY_FILE } from '../../fakes/app-world.ts';
import { TOTP_SECRET } from '../../fakes/totp.ts';
import { choiceWith, type Different, HOUR, MINUTE, ROLE, throughWith } from '../samples.ts';
import { COMMAND, keys, NOTHING, placed } from './placed.ts';

const SERIAL = 'arn:aws:iam::123456789012:mfa/another';
const DISK_FULL = { failure: { code: 'file.disk-full' } };

let w: AppWorld;
beforeEach(async () => {
  w = new AppWorld();
  w.add(choiceWith());
  await w.app.authenticators.store('p1', new Secret(TOTP_SECRET));
  w.app.authenticators.signInDaily('p1', '23:00');
  await w.signIn();
});
const edit = (different: Different<ProfileChoice>, id = 'p1') => w.app.changes.edit(id, choiceWith(different));
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    ({ failure }: FailureError) => failure.code,
  );
const shown = (id = 'p1') => w.app.view().profiles.find((profile) => profile.id === id);
const session = (id = 'p1') => w.app.sessions.sessionOf(id);
const broken = (code: 'file.disk-full' | null) => {
  w.files.broken = code;
};
const pass = async (ms: number) => {
  w.timer.pass(ms);
  await drained();
};

test('a new profile is shown, and its name is its own', () => {
  expect(w.add(choiceWith({ name: 'home-mfa' }))).toBe('p2');
  expect(w.app.view()).toMatchObject({ shown: 'p2', profiles: [{ id: 'p1' }, { id: 'p2', name: 'home-mfa' }] });
  expect(() => w.add(choiceWith({ name: 'home-mfa' }))).toThrow(
    expect.objectContaining({ failure: { code: 'profile.name-taken', params: { name: 'home-mfa' } } }),
  );
});

describe('an edit that is refused changes nothing', () => {
  const all = () => ({
    session: session(),
    files: { ...w.files.texts },
    sealed: [...w.sessionFiles.kept, ...w.secretFiles.kept],
    stored: w.store.stored,
    profile: shown(),
    asked: w.sts.calls.length,
    armed: w.timer.count,
  });
  /** As different from what it was as it can be. */
  const ALL = { name: 'new-mfa', source: 'other', serial: SERIAL, delivery: 'process', role: ROLE } as const;
  test.each<[string, () => void, Different<ProfileChoice>, string]>([
    ['the name is taken', () => w.add(choiceWith({ name: 'new-mfa' })), ALL, 'profile.name-taken'],
    [
      'the name is taken, and its place besides',
      () => {
        w.add(choiceWith({ name: 'new-mfa' }));
        w.files.texts.config = '[profile new-mfa]\nlogin_session = theirs\n';
      },
      ALL,
      'profile.name-taken',
    ],
    ['the name is none', () => {}, { ...ALL, name: 'a]b' }, 'profile.name-invalid'],
    ['it would be its own source', () => {}, { ...ALL, name: 'other' }, 'profile.name-taken'],
    ['its way in has keys too short for a file', () => {}, { way: { is: 'browser' } }, 'profile.short-lived'],
    ['it goes through one that is none', () => {}, { ...ALL, way: throughWith('p9') }, 'profile.unknown'],
    [
      'it goes through one that goes through it',
      () => w.add(choiceWith({ name: 'role', way: throughWith('p1') })),
      { ...ALL, way: throughWith('p2') },
      'profile.needed',
    ],
    [
      'it cannot be saved',
      () => {
        w.store.broken = 'file.disk-full';
      },
      ALL,
      'file.disk-full',
    ],
    [
      'the new place is not ours',
      () => {
        w.files.texts.config = '[profile new-mfa]\nlogin_session = theirs\n';
      },
      ALL,
      'profile.not-ours',
    ],
    [
      'the new place under the same name is not ours',
      () => {
        w.files.texts.config = '[profile work-mfa]\nlogin_session = theirs\n';
      },
      { delivery: 'process' },
      'profile.not-ours',
    ],
    [
      'the new name is not ours',
      () => {
        w.files.texts.credentials += '[new-mfa]\naws_access_key_id = AKIATHEIRS\naws_secret_access_key = theirs\n';
      },
      { ...ALL, delivery: 'file' },
      'profile.not-ours',
    ],
  ])('%s', async (_, arrange, different, code) => {
    arrange();
    const before = all();
    expect(await codeOf(edit(different))).toBe(code);
    await pass(2 * MINUTE);
    expect(all()).toEqual({ ...before, armed: expect.any(Number) });
    expect(w.app.view().notices.map((why) => why.code)).toEqual(w.store.broken ? [w.store.broken] : []);
  });

  test('there is no such profile', async () => {
    expect(await codeOf(edit({}, 'p9'))).toBe('profile.unknown');
  });
});

describe('what an edit does', () => {
  test.each<[string, Different<ProfileChoice>, boolean]>([
    ['another source', { source: 'other' }, false],
    ['a role', { role: ROLE }, false],
    ['another way in', { way: throughWith('p2') }, false],
    ['another region', { region: 'eu-west-1' }, true],
    ['another device', { serial: SERIAL }, true],
    ['another length, and other warnings', { durationSeconds: 900, warnBefore: [1] }, true],
    ['another name', { name: 'renamed' }, true],
    ['nothing', {}, true],
  ])('to the session: %s', async (_, different, stays) => {
    w.add(choiceWith({ name: 'parent-mfa' }));
    await edit(different);
    expect(session() !== null).toBe(stays);
    expect(placed(w, different.name ?? 'work-mfa')).toEqual(stays ? keys(1) : NOTHING);
    expect(w.sessionFiles.texts.has('p1')).toBe(stays);
    const { id: _id, dailyAt: _dailyAt, ...chosen } = shown() ?? expect.fail();
    expect(chosen).toMatchObject({ ...choiceWith(different), failure: null });
  });

  test('to another way in: it is signed out of the one that it had, which may have kept something', async () => {
    const left: string[] = [];
    const signOut = w.app.sessions.signOut.bind(w.app.sessions);
    w.app.sessions.signOut = async (profile) => {
      left.push(profile.way.is);
      await signOut(profile);
    };
    await edit({ way: { is: 'browser' }, delivery: 'process' });
    expect(left).toEqual(['key']);
  });

  test('to the same role, written anew: the session stays', async () => {
    await edit({ role: ROLE });
    await w.signIn('p1', '234567');
    await edit({ role: { ...ROLE } });
    expect(session()).not.toBeNull();
  });

  test.each<[string, Different<ProfileChoice>, boolean]>([
    ['another device', { serial: SERIAL }, false],
    ['a way in without a device', { way: { is: 'browser' }, delivery: 'process' }, false],
    ['all but that', { name: 'renamed', source: 'other', region: 'eu-west-1', role: ROLE, delivery: 'process' }, true],
  ])('to the stored authenticator and its daily sign-in: %s', async (_, different, stays) => {
    await edit(different);
    expect(shown()).toMatchObject({ storedTotp: stays, dailyAt: stays ? '23:00' : null });
    expect(w.secretFiles.kept.length).toBe(stays ? 1 : 0);
  });

  test('the secret goes last, when the files are as they should be', async () => {
    const order: string[] = [];
    const files = w.files.edit.bind(w.files);
    w.files.edit = async (...edit) => {
      await drained();
      await files(...edit);
      order.push('file');
    };
    const remove = w.secretFiles.remove.bind(w.secretFiles);
    w.secretFiles.remove = async (name) => {
      order.push(name);
      await remove(name);
    };
    await edit({ name: 'renamed', serial: SERIAL });
    expect(order).toEqual(['file', 'file', 'file', 'file', 'totp-p1']);
  });

  test.each<[string, () => Promise<void>]>([
    ['removed', () => w.app.changes.remove('p1')],
    ['given another device', () => edit({ serial: SERIAL })],
  ])(
    'the authenticator of a profile that is %s goes on to another of its device, and not to others',
    async (_, change) => {
      w.add(choiceWith({ name: 'elsewhere', serial: 'arn:aws:iam::123456789012:mfa/other' }));
      w.add(choiceWith({ name: 'second', role: ROLE }));
      w.box.state = 'locked';
      await expect(change()).rejects.toMatchObject({ failure: { code: 'totp.box-unavailable' } });
      expect(shown()).toMatchObject({ storedTotp: true });
      w.box.state = 'open';
      await change();
      const stored = w.app.view().profiles.filter(({ storedTotp }) => storedTotp);
      expect(stored.map(({ name }) => name)).toEqual(['second']);
      expect(w.secretFiles.kept).toEqual(['totp-p3']);
    },
  );

  test('a place that another program asks for is looked at only where it is new', async () => {
    w.files.texts.credentials = `${KEY_FILE}[work-mfa]\naws_access_key_id = AKIATHEIRS\n`;
    await edit({ region: 'eu-west-1' });
    expect(shown()?.region).toBe('eu-west-1');
  });
});

describe('an edit that was saved and cannot be written yet', () => {
  beforeEach(() => broken('file.disk-full'));

  test('says so, serves on, and is written by itself', async () => {
    expect(await codeOf(edit({ name: 'renamed' }))).toBe('file.disk-full');
    expect(w.app.book.profile('p1').name).toBe('renamed');
    expect(session()).not.toBeNull();
    expect(shown()?.failure?.code).toBe('file.disk-full');
    expect(placed(w, 'work-mfa')).toEqual(keys(1));
    broken(null);
    await pass(MINUTE);
    expect([placed(w, 'work-mfa'), placed(w, 'renamed')]).toEqual([NOTHING, keys(1)]);
    expect(shown()?.failure).toBeNull();
    expect(w.app.view().notices).toEqual([]);
  });

  test('to save it again says why again, or writes at once', async () => {
    await codeOf(edit({ name: 'renamed' }));
    expect(await codeOf(edit({ name: 'renamed' }))).toBe('file.disk-full');
    broken(null);
    await edit({ name: 'renamed' });
    expect([placed(w, 'work-mfa'), placed(w, 'renamed')]).toEqual([NOTHING, keys(1)]);
    expect(shown()?.failure).toBeNull();
    const { writes } = w.files;
    await pass(5 * MINUTE);
    expect(w.files.writes).toBe(writes);
  });

  test('with another caller signs out all the same, and does all the rest', async () => {
    expect(await codeOf(edit({ name: 'renamed', source: 'other', serial: SERIAL }))).toBe('file.disk-full');
    expect(session()).toBeNull();
    expect(w.secretFiles.kept.length).toBe(0);
    expect(placed(w, 'work-mfa')).toEqual(keys(1));
    broken(null);
    await pass(MINUTE);
    expect([placed(w, 'work-mfa'), placed(w, 'renamed')]).toEqual([NOTHING, NOTHING]);
    expect(shown()?.failure).toBeNull();
  });

  test('with another device forgets the secret, which no file holds up', async () => {
    expect(await codeOf(edit({ name: 'renamed', serial: SERIAL }))).toBe('file.disk-full');
    expect(w.secretFiles.kept.length).toBe(0);
    expect(shown()?.storedTotp).toBe(false);
  });

  test.each(['before', 'after'] as const)('back to the old name %s the files can be written', async (when) => {
    await codeOf(edit({ name: 'renamed' }));
    if (when === 'before') {
      // It stands there still, as it should.
      expect(await codeOf(edit({}))).toBeNull();
      broken(null);
    } else {
      broken(null);
      await edit({});
    }
    await pass(MINUTE);
    await pass(MINUTE);
    expect([placed(w, 'work-mfa'), placed(w, 'renamed')]).toEqual([keys(1), NOTHING]);
    expect(shown()?.failure).toBeNull();
  });

  test('from one name to the next and the next, none is left behind', async () => {
    for (const name of ['second', 'third', 'fourth']) await codeOf(edit({ name }));
    broken(null);
    await pass(MINUTE);
    const names = ['work-mfa', 'second', 'third', 'fourth'];
    expect(names.map((name) => placed(w, name))).toEqual([NOTHING, NOTHING, NOTHING, keys(1)]);
  });
});

describe('the way it is given to programs', () => {
  test('from the file to a command and back, each taken away when the other is there', async () => {
    await edit({ delivery: 'process' });
    expect(placed(w, 'work-mfa')).toEqual(COMMAND);
    await edit({});
    expect(placed(w, 'work-mfa')).toEqual(keys(1));
  });

  test('the command names the profile, and goes with the name', async () => {
    await edit({ name: 'renamed', delivery: 'process' });
    expect(w.files.texts.config).toContain('credential_process = /home/ann/.daypass/bin/daypass credentials renamed\n');
    await edit({ delivery: 'process' });
    expect([placed(w, 'work-mfa'), placed(w, 'renamed')]).toEqual([COMMAND, NOTHING]);
    await edit({ name: 'renamed' });
    expect([placed(w, 'work-mfa'), placed(w, 'renamed')]).toEqual([NOTHING, keys(1)]);
  });

  test('there and back while nothing can be written ends as it began', async () => {
    broken('file.disk-full');
    expect(await codeOf(edit({ delivery: 'process' }))).toBe('file.disk-full');
    expect(await codeOf(edit({}))).toBeNull();
    broken(null);
    await pass(MINUTE);
    expect(placed(w, 'work-mfa')).toEqual(keys(1));
    expect(shown()?.failure).toBeNull();
  });

  test('there while nothing can be written is done by itself', async () => {
    broken('file.disk-full');
    await codeOf(edit({ delivery: 'process' }));
    broken(null);
    await pass(MINUTE);
    expect(placed(w, 'work-mfa')).toEqual(COMMAND);
  });

  test('is changed without a session too: what an earlier one left is taken away', async () => {
    await edit({ delivery: 'process' });
    await w.app.sessions.signOut(w.app.book.profile('p1'));
    expect(placed(w, 'work-mfa')).toEqual(COMMAND);
    await edit({});
    expect(placed(w, 'work-mfa')).toEqual(NOTHING);
  });
});

describe('another profile that takes a name while its removal is owed', () => {
  const take = async (different: Different<ProfileChoice> = {}) => {
    broken(null);
    w.add(choiceWith({ source: 'work', ...different }));
    await w.signIn('p2', '234567');
  };

  test.each(['renamed', 'removed'] as const)('is not damaged, when the first was %s', async (how) => {
    broken('file.disk-full');
    if (how === 'renamed') await codeOf(edit({ name: 'renamed' }));
    else await w.app.changes.remove('p1');
    await take();
    expect(placed(w, 'work-mfa')).toEqual(keys(2));
    await pass(MINUTE);
    await pass(MINUTE);
    expect(placed(w, 'work-mfa')).toEqual(keys(2));
    expect(placed(w, 'renamed')).toEqual(how === 'renamed' ? keys(1) : NOTHING);
    expect(w.app.view().profiles.map(({ failure }) => failure)).toEqual(how === 'renamed' ? [null, null] : [null]);
  });

  test('for its command loses the keys of the first, and not its command', async () => {
    broken('file.disk-full');
    await codeOf(edit({ name: 'renamed' }));
    await take({ delivery: 'process' });
    expect(placed(w, 'work-mfa')).toEqual({ session: 1, command: true });
    await pass(MINUTE);
    expect(placed(w, 'work-mfa')).toEqual(COMMAND);
  });

  test.each(['renamed', 'removed'] as const)('has none of its keys, when the first was %s', async (how) => {
    broken('file.disk-full');
    if (how === 'renamed') await codeOf(edit({ name: 'renamed' }));
    else await w.app.changes.remove('p1');
    broken(null);
    w.add(choiceWith());
    await pass(MINUTE);
    expect(placed(w, 'work-mfa')).toEqual(NOTHING);
  });

  test('has it to itself: the first cannot go back', async () => {
    broken('file.disk-full');
    await codeOf(edit({ name: 'renamed' }));
    await take();
    expect(await codeOf(edit({}))).toBe('profile.name-taken');
    await pass(MINUTE);
    expect([placed(w, 'work-mfa'), placed(w, 'renamed')]).toEqual([keys(2), keys(1)]);
  });
});

describe('removing', () => {
  const remove = () => w.app.changes.remove('p1');

  test('takes all away: session, keys, command, what was kept, and the secret', async () => {
    w.app.repositories.set('git-codecommit.eu-west-1.amazonaws.com/app', 'p1');
    await remove();
    expect(w.app.view()).toMatchObject({ profiles: [], shown: null, repositories: {}, notices: [] });
    expect(session()).toBeNull();
    expect(w.files.texts).toEqual({ credentials: KEY_FILE, config: '' });
    expect([...w.sessionFiles.kept, ...w.secretFiles.kept]).toEqual([]);
    await pass(24 * HOUR);
    expect([w.timer.count, w.sts.codes.length]).toEqual([0, 1]);
  });

  test('takes the command of one that was signed out', async () => {
    await edit({ delivery: 'process' });
    await w.app.sessions.signOut(w.app.book.profile('p1'));
    await remove();
    expect(placed(w, 'work-mfa')).toEqual(NOTHING);
  });

  test('the secret goes last, when the files are as they should be', async () => {
    const order: string[] = [];
    const files = w.files.edit.bind(w.files);
    w.files.edit = async (...edit) => {
      await drained();
      await files(...edit);
      order.push('file');
    };
    const forget = w.secretFiles.remove.bind(w.secretFiles);
    w.secretFiles.remove = async (name) => {
      order.push(name);
      await forget(name);
    };
    await remove();
    expect(order.slice(-1)).toEqual(['totp-p1']);
    expect(order.filter((line) => line === 'file').length).toBeGreaterThan(1);
  });

  test('is refused while another goes through it, or where it cannot be saved, and changes nothing', async () => {
    w.add(choiceWith({ name: 'role', way: throughWith('p1') }));
    w.add(choiceWith({ name: 'another', way: throughWith('p1') }));
    await expect(remove()).rejects.toMatchObject({
      failure: { code: 'profile.needed', params: { name: 'work-mfa', child: 'role' } },
    });
    await w.app.changes.remove('p2');
    await w.app.changes.remove('p3');
    w.store.broken = 'file.disk-full';
    await expect(remove()).rejects.toMatchObject(DISK_FULL);
    expect(await codeOf(w.app.changes.remove('p9'))).toBe('profile.unknown');
    expect(shown()).toMatchObject({ phase: 'active', storedTotp: true, dailyAt: '23:00' });
    expect(placed(w, 'work-mfa')).toEqual(keys(1));
    expect(w.secretFiles.kept.length).toBe(1);
  });

  test('that cannot be written yet is told once, where no profile shows it, and done by itself', async () => {
    broken('file.disk-full');
    await remove();
    expect(w.app.view().profiles).toEqual([]);
    expect(w.app.view().notices).toEqual([
      { code: 'file.disk-full', params: { path: '/home/ann/.aws/credentials', reason: 'EIO' } },
    ]);
    expect(w.secretFiles.kept.length).toBe(0);
    await pass(MINUTE);
    expect(w.app.view().notices).toHaveLength(1);
    expect(placed(w, 'work-mfa')).toEqual(keys(1));
    broken(null);
    await pass(MINUTE);
    expect(w.files.texts.credentials).toBe(KEY_FILE);
    expect(w.timer.count).toBe(0);
  });

  test('in the middle of a sign-in ends that too', async () => {
    let granted = () => {};
    w.sts.gate = () =>
      new Promise((resolve) => {
        granted = () => resolve(undefined);
      });
    const signIn = codeOf(w.signIn('p1', '345678'));
    await drained();
    await remove();
    granted();
    expect(await signIn).toBe('sign-in.cancelled');
    await pass(MINUTE);
    expect(w.files.texts.credentials).toBe(KEY_FILE);
  });
});
