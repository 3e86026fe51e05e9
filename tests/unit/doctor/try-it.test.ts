// The trial on the whole app in memory: what each hop comes to, and that it is told as it is gone.
import { beforeEach, describe, expect, test } from 'vitest';
import { type FailureCode, FailureError } from '../../../electron/core/base/failure.ts';
import { isWell, type Trial } from '../../../electron/core/doctor/trial.ts';
import { factsOf } from '../../../electron/core/sources/ways-in.ts';
import { AppWorld } from '../../fakes/app-world.ts';
import { choiceWith, throughWith } from '../samples.ts';

const HOST = 'git-codecommit.eu-central-1.amazonaws.com';
const LINES = `protocol=https\nhost=${HOST}\npath=v1/repos/app\n`;

let w: AppWorld;
beforeEach(() => {
  w = new AppWorld();
  w.iam.devices = [{ serial: factsOf(choiceWith()).serial ?? '', kind: 'totp' }];
  // The real git asks its helper.
  w.git.meanwhile = async () => {
    await w.app.answers.answerScript('get', LINES, new AbortController().signal, 'nobody');
  };
});
const tried = (repository: string | null = 'app', profile: string | null = null) =>
  w.app.tryIt.run({ repository, profile });
const seen = ({ hops }: Trial) => hops.map(({ name, verdict, failure }) => [name, failure?.code ?? verdict].join(' '));
const GOOD = ['key good', 'device good', 'session good', 'identity good', 'git good', 'codecommit good'];

describe('signed in', () => {
  beforeEach(async () => {
    w.add(choiceWith());
    await w.signIn();
  });

  test('all is well', async () => {
    const trial = await tried();
    expect(seen(trial)).toEqual(GOOD);
    expect(trial).toMatchObject({ running: false, repository: `${HOST}/app`, profile: 'p1' });
    expect(isWell(trial)).toBe(true);
    expect(w.git.tried).toEqual([`https://${HOST}/v1/repos/app`]);
    expect(w.app.view().trial).toEqual(trial);
    expect(JSON.stringify(trial)).not.toMatch(/planted|secret-of|token-of/);
  });

  test('the hops stand in the view as they are gone', async () => {
    const counts: number[] = [];
    w.app.events.listen(() => {
      const { trial } = w.app.view();
      if (trial?.running && trial.hops.length !== counts.at(-1)) counts.push(trial.hops.length);
    });
    await tried();
    expect(counts).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  test('with a profile that was chosen git is asked as that one, this once', async () => {
    await tried('app', 'p1');
    expect(w.git.tried).toEqual([`work-mfa https://${HOST}/v1/repos/app`]);
  });

  test('without a repository git is not started', async () => {
    expect(seen(await tried(null))).toEqual(GOOD.slice(0, 4));
    expect(w.git.tried).toEqual([]);
  });

  test('git asks nobody: the line that is in the way is named, and not one that is only told', async () => {
    w.git.meanwhile = async () => {};
    w.git.text = '[core]\n\taskPass = x\n[credential]\n\thelper = store\n';
    w.git.answersTrial = { status: 128, refs: 0, said: 'The requested URL returned error: 403' };
    const trial = await tried();
    expect(seen(trial).slice(4)).toEqual(['git try.not-asked', 'codecommit try.forbidden']);
    expect(trial.hops[4]?.evidence[0]).toBe('- credential.helper = store (/home/ann/.gitconfig:4)');
    expect(isWell(trial)).toBe(false);
  });

  test('the network is away: git is not said not to ask', async () => {
    w.git.meanwhile = async () => {};
    w.git.answersTrial = { status: 128, refs: 0, said: 'Could not resolve host: x' };
    expect(seen(await tried()).slice(4)).toEqual(['git skipped', 'codecommit network.offline']);
  });

  test.each<[string, FailureCode, string, readonly string[]]>([
    ['the key is unknown', 'key.unknown', 'key', ['key key.unknown', 'device good', 'session good', 'identity good']],
    [
      'the session has ended',
      'session.expired',
      'session',
      ['key good', 'device good', 'session good', 'identity session.expired'],
    ],
  ])('%s', async (_, code, of, hops) => {
    w.sts.gate = async ({ caller }) => {
      if (('accessKeyId' in caller ? 'key' : 'session') === of) throw new FailureError(code);
      return undefined;
    };
    const trial = await tried();
    expect(seen(trial).slice(0, 4)).toEqual(hops);
    expect(seen(trial).slice(4)).toEqual(of === 'session' ? ['git skipped', 'codecommit skipped'] : GOOD.slice(4));
  });

  test.each<[string, () => void, string]>([
    ['there is none', () => Object.assign(w.iam, { devices: [] }), 'device.none'],
    [
      'all are security keys',
      () => Object.assign(w.iam, { devices: [{ serial: 'x', kind: 'fido' }] }),
      'device.fido-only',
    ],
    ['they are others', () => Object.assign(w.iam, { devices: [{ serial: 'x', kind: 'totp' }] }), 'device.other'],
  ])('the devices of the user: %s', async (_, change, code) => {
    change();
    expect(seen(await tried(null))[1]).toBe(`device ${code}`);
  });

  test('a list of devices that may not be seen stands in nobody’s way', async () => {
    w.iam.mfaDevices = async () => Promise.reject(new FailureError('device.list-denied'));
    const trial = await tried();
    expect(trial.hops[1]?.verdict).toBe('unknown');
    expect(isWell(trial)).toBe(true);
  });

  test('one that is begun while another runs takes its place in the view', async () => {
    const [first, second] = await Promise.all([tried('one'), tried(null)]);
    expect([first.repository, second.repository]).toEqual([`${HOST}/one`, null]);
    expect(w.app.view().trial).toEqual(second);
  });
});

test('a role through another profile’s session has no key and no device of its own', async () => {
  w.add(choiceWith());
  w.add(choiceWith({ name: 'deploy', way: throughWith('p1') }));
  await w.signIn();
  await w.app.signIns.withoutCode('p2');
  const trial = await tried(null, 'p2');
  expect(seen(trial)).toEqual(['session good', 'identity good']);
  expect(trial.hops[1]?.evidence).toContain('aws:MultiFactorAuthPresent = false');
});

test('nobody is signed in: git is not started, as it would wait', async () => {
  w.add(choiceWith());
  const trial = await tried();
  expect(seen(trial).slice(2)).toEqual([
    'session session.none',
    'identity skipped',
    'git skipped',
    'codecommit skipped',
  ]);
  expect([w.git.tried, w.app.view().waiting]).toEqual([[], []]);
});

test('several profiles would do, none does, or there is none', async () => {
  expect(seen(await tried(null))).toEqual(['session try.no-profile']);
  w.add(choiceWith({ region: 'cn-north-1' }));
  expect(seen(await tried(`https://${HOST}/v1/repos/app`))).toEqual(['session git.no-profile']);
  w.add(choiceWith({ name: 'one' }));
  w.add(choiceWith({ name: 'two' }));
  expect(seen(await tried(`https://${HOST}/v1/repos/app`))).toEqual(['session try.which-profile']);
  expect(seen(await tried('git@github.com:a/b.git'))).toEqual(['git try.not-codecommit']);
});

test('a key that is nowhere ends only the hops that need it', async () => {
  w.add(choiceWith());
  await w.signIn();
  w.files.texts.credentials = '';
  expect(seen(await tried(null))[0]).toMatch(/^key (source|key)\./);
  expect(seen(await tried(null)).slice(1)).toEqual(['session good', 'identity good']);
});
