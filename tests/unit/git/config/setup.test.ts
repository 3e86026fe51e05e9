import { beforeEach, describe, expect, test } from 'vitest';
import { FailureError } from '../../../../electron/core/base/failure.ts';
import { GitSetup } from '../../../../electron/core/git/config/setup.ts';
import type { Choosable } from '../../../../electron/core/git/credential/choose-profile.ts';
import { FakeGit } from '../../../fakes/git.ts';

const WORK = { id: 'p1', name: 'work-mfa', key: 'work', region: 'us-east-1' };

function world() {
  const git = new FakeGit();
  const state = {
    profiles: [] as readonly Choosable[],
    netrc: null as { path: string; text: string } | null,
    changes: 0,
  };
  const made = (windows: boolean, folder: string) =>
    new GitSetup({
      git,
      folder,
      windows,
      profiles: () => state.profiles,
      readNetrc: async () => state.netrc,
      changed: () => state.changes++,
    });
  return { git, state, setup: made(false, '/home/ann/.daypass'), made };
}
let w: ReturnType<typeof world>;
beforeEach(() => {
  w = world();
});
const own = () => w.git.files.get('/home/ann/.daypass/daypass.gitconfig');
const thrownBy = (promise: Promise<unknown>): Promise<FailureError> =>
  promise.then(
    () => expect.fail('it was done'),
    (thrown) => thrown,
  );
const failureOf = async (promise: Promise<unknown>) => (await thrownBy(promise)).failure;

describe('looking at git', () => {
  test('nothing is known before', () => {
    expect(w.setup.view).toBeNull();
  });

  test('there is none', async () => {
    w.git.installed = null;
    w.git.text = '[credential]\n\thelper = store\n';
    await w.setup.refresh();
    expect(w.setup.view).toEqual({ version: null, setUp: false, findings: [] });
    expect(w.state.changes).toBe(1);
  });

  test('it is not set up, and keeps passwords', async () => {
    w.git.text = '[credential]\n\thelper = store\n';
    await w.setup.refresh();
    const finding = { code: 'keeps-passwords', name: 'credential.helper', value: 'store', mend: 'set-up' };
    expect(w.setup.view).toEqual({
      version: '2.45.1',
      setUp: false,
      home: '/home/ann',
      findings: [
        {
          ...finding,
          origin: 'file:/home/ann/.gitconfig',
          line: 2,
          right: [
            'credential.https://git-codecommit.*.amazonaws.com.helper =',
            "credential.https://git-codecommit.*.amazonaws.com.helper = !'/home/ann/.daypass/bin/daypass' git-credential",
          ],
        },
      ],
    });
    expect(w.state.changes).toBe(1);
  });

  test('what curl reads before any helper is asked is among the findings', async () => {
    w.state.netrc = { path: '/home/ann/.netrc', text: 'default login a password planted' };
    await w.setup.refresh();
    expect(w.setup.view?.findings).toEqual([
      { code: 'netrc', origin: '/home/ann/.netrc', name: 'machine', value: 'default', mend: null, line: 1 },
    ]);
  });
});

describe('setting up', () => {
  test('is shown before, and nothing is written by that', async () => {
    const { file, diff } = await w.setup.plan('set-up');
    expect(file).toBe('/home/ann/.gitconfig');
    expect(diff).toContain('+# daypass: begin');
    expect(w.git.written).toEqual([]);
  });

  test('is what git then reads, and is looked at again', async () => {
    w.git.others = [{ origin: 'file:/etc/gitconfig', scope: 'system', name: 'credential.helper', value: 'store' }];
    w.git.text = '[user]\n\tname = ann\n';
    await w.setup.apply('set-up');
    expect(w.setup.view).toEqual({ version: '2.45.1', setUp: true, findings: [], home: '/home/ann' });
    expect(w.git.written).toEqual([w.git.text]);
    expect(w.git.text).toContain('[include]\n\tpath = "~/.daypass/daypass.gitconfig"\n');
    expect(own()).toContain("--socket '/home/ann/.daypass/git.sock'");
    expect(own()).toContain("!'/home/ann/.daypass/bin/daypass' git-credential");
    expect(own()).not.toContain('[daypass ');
    expect(w.state.changes).toBe(1);
  });

  test('twice writes once, and looks twice', async () => {
    await w.setup.apply('set-up');
    await w.setup.apply('set-up');
    expect(w.git.written).toHaveLength(1);
    expect(w.state.changes).toBe(2);
  });

  test('where git has no client of its own for a socket, or on Windows, the script alone is asked', async () => {
    w.git.cacheClient = false;
    const setup = w.made(true, 'C:\\Users\\ann\\.daypass');
    w.git.separator = '\\';
    await setup.apply('set-up');
    expect(setup.view?.setUp).toBe(true);
    const text = w.git.files.get('C:\\Users\\ann\\.daypass\\daypass.gitconfig');
    expect(text).not.toContain('credential-cache');
    expect(text).toContain("!'C:/Users/ann/.daypass/bin/daypass' git-credential");
    expect(w.git.text).toContain('path = "C:/Users/ann/.daypass/daypass.gitconfig"');
  });

  test('our own file tells which profiles there are, and is kept up to date', async () => {
    w.state.profiles = [WORK];
    await w.setup.apply('set-up');
    expect(own()).toContain('[daypass "work"]\n\tregion = us-east-1\n');
    expect(w.setup.view?.findings).toEqual([]);
    w.state.profiles = [{ ...WORK, region: 'eu-west-1' }];
    await w.setup.bringUpToDate();
    expect(own()).toContain('[daypass "work"]\n\tregion = eu-west-1\n');
    expect(w.git.written).toHaveLength(1);
  });

  test('changes come one after another, each from what the last has written', async () => {
    w.state.profiles = [WORK];
    await w.setup.apply('set-up');
    const regions = ['eu-west-1', 'eu-west-2', 'eu-west-3'];
    await Promise.all(
      regions.map((region) => {
        w.state.profiles = [{ ...WORK, region }];
        return w.setup.bringUpToDate();
      }),
    );
    expect(own()).toContain('region = eu-west-3\n');
    w.git.isDeaf = true;
    w.git.text = '';
    const refused = failureOf(w.setup.apply('set-up'));
    w.state.profiles = [WORK];
    await w.setup.bringUpToDate();
    expect((await refused).code).toBe('git.config-failed');
    expect(own()).toContain('region = us-east-1\n');
  });

  test('where a shared file includes ours already, ours alone is made, and said', async () => {
    await w.setup.apply('set-up');
    const before = w.git.text;
    w.git.files.clear();
    const { file, diff } = await w.setup.plan('set-up');
    expect(file).toBe('/home/ann/.daypass/daypass.gitconfig');
    expect(diff).not.toContain('/home/ann/.gitconfig');
    await w.setup.apply('set-up');
    expect([w.git.text, w.setup.view?.setUp]).toEqual([before, true]);
  });

  test('without git nothing is brought up to date', async () => {
    await w.setup.apply('set-up');
    const before = own();
    w.state.profiles = [WORK];
    w.git.installed = null;
    await w.setup.bringUpToDate();
    expect(own()).toBe(before);
  });

  test('nothing is brought up to date that nobody has let in', async () => {
    await w.setup.bringUpToDate();
    expect([w.git.text, w.git.files.size]).toEqual([null, 0]);
  });

  test('lines of an earlier version are found, and move to our own file when it is set up again', async () => {
    await w.setup.apply('set-up');
    const lines = /^\[credential [^[]*/m.exec(own() ?? '')?.[0] ?? '';
    w.git.text = `# daypass: begin\n${lines}# daypass: end\n`;
    w.git.files.clear();
    await w.setup.refresh();
    expect(w.setup.view?.findings).toMatchObject([{ code: 'lines-in-file', mend: 'set-up' }]);
    await w.setup.apply('set-up');
    expect(w.setup.view).toMatchObject({ setUp: true, findings: [] });
    expect(w.git.text).not.toContain('[credential');
  });

  test('a file that cannot be written leaves the other as it was', async () => {
    const { replaceFile } = w.git;
    w.git.replaceFile = async (path, before, after) => {
      if (path === w.git.path) throw new FailureError('file.read-only', { path });
      await replaceFile.call(w.git, path, before, after);
    };
    expect((await failureOf(w.setup.apply('set-up'))).code).toBe('file.read-only');
    expect(own()).toBeUndefined();
  });

  test('is taken back where git does not read it', async () => {
    w.git.text = '[user]\n\tname = ann\n';
    w.git.isDeaf = true;
    const failure = await failureOf(w.setup.apply('set-up'));
    expect(failure).toEqual({ code: 'git.config-failed', params: { message: 'git does not read this file' } });
    expect(w.git.text).toBe('[user]\n\tname = ann\n');
    expect(w.git.written).toHaveLength(2);
  });

  test('is taken back where git reads only half of it', async () => {
    const entries = w.git.entries.bind(w.git);
    w.git.entries = async () => (await entries()).filter(({ value }) => !value?.includes('git-credential'));
    expect((await failureOf(w.setup.apply('set-up'))).code).toBe('git.config-failed');
    expect([w.git.text, own()]).toEqual([null, undefined]);
  });

  test('is taken back where git then cannot read its configuration at all', async () => {
    w.git.chokes = { on: 'daypass: begin', code: 'git.config-failed' };
    const thrown = await thrownBy(w.setup.apply('set-up'));
    expect(thrown.failure).toEqual({ code: 'git.config-failed', params: { message: 'bad line' } });
    expect(thrown.cause).toBeInstanceOf(Error);
    expect(w.git.text).toBeNull();
  });

  test('is refused where our lines were changed by hand', async () => {
    w.git.text = '# daypass: begin\n[user]\n# daypass: end\n';
    expect(await failureOf(w.setup.plan('set-up'))).toEqual({
      code: 'git.config-changed',
      params: { path: '/home/ann/.gitconfig' },
    });
    expect((await failureOf(w.setup.apply('set-up'))).code).toBe('git.config-changed');
    expect(w.git.written).toEqual([]);
  });
});

test('undoing gives the file back as it was', async () => {
  w.git.text = '[user]\n\tname = ann';
  await w.setup.apply('set-up');
  expect((await w.setup.plan('undo')).diff).toContain('-# daypass: begin');
  await w.setup.apply('undo');
  expect(w.git.text).toBe('[user]\n\tname = ann');
  expect(w.setup.view?.setUp).toBe(false);
});

test('mending takes out what guides tell people to write, in this file alone', async () => {
  const guides = '[credential]\n\thelper = !aws codecommit credential-helper $@\n\tUseHttpPath = true\n';
  w.git.others = [{ origin: 'file:/etc/gitconfig', scope: 'system', name: 'credential.usehttppath', value: 'true' }];
  w.git.text = `[user]\n\tname = ann\n${guides}`;
  expect((await w.setup.plan('mend')).diff).toContain('-\tUseHttpPath = true');
  await w.setup.apply('mend');
  expect(w.git.text).toBe('[user]\n\tname = ann\n');
  expect(w.setup.view?.findings.map(({ code, mend }) => [code, mend])).toEqual([['path-global', null]]);
});

test('mending leaves what setting up would mend', async () => {
  w.git.text = '[credential]\n\thelper = store\n\tuseHttpPath = true\n';
  await w.setup.apply('mend');
  expect(w.git.text).toBe('[credential]\n\thelper = store\n');
});

test('mending what is not there makes no file', async () => {
  await w.setup.apply('mend');
  expect(w.git.written).toEqual([]);
});

test('mending is refused where a setting stands beside its header', async () => {
  w.git.text = '[a] x = 1\n';
  expect((await failureOf(w.setup.plan('mend'))).code).toBe('git.config-changed');
});

test.each(['undo', 'mend'] as const)('what git reads after %s is not asked to be ours', async (change) => {
  w.git.text = '[credential]\n\thelper = !aws codecommit credential-helper $@\n';
  await w.setup.apply('set-up');
  w.git.isDeaf = true;
  w.git.entries = async () => [
    {
      origin: 'file:/home/ann/.gitconfig',
      scope: 'global',
      name: 'credential.helper',
      value: '!aws codecommit credential-helper $@',
    },
  ];
  await w.setup.apply(change);
  expect(w.git.written).toHaveLength(2);
});

test.each(['set-up', 'undo', 'mend'] as const)('%s: not without git', async (change) => {
  w.git.installed = null;
  expect(await failureOf(w.setup.plan(change))).toEqual({ code: 'git.missing', params: {} });
  expect((await failureOf(w.setup.apply(change))).code).toBe('git.missing');
});
