import { expect, test } from 'vitest';
import { lineFinder, moreEntries } from '../../../../electron/core/git/config/more-entries.ts';
import { FakeGit } from '../../../fakes/git.ts';

const read = async (git: FakeGit) => moreEntries(git, await git.entries());
const values = async (git: FakeGit) => (await read(git)).map(({ name, value }) => `${name}=${value}`);

test('what a condition would bring stands right after it, and knows by which file', async () => {
  const git = new FakeGit();
  git.text = '[includeIf "gitdir:~/acme/"]\n\tpath = /w\n[core]\n\tpager = cat\n';
  git.files.set('/w', '[credential]\n\thelper = store\n');
  expect(await values(git)).toEqual(['includeif.gitdir:~/acme/.path=/w', 'credential.helper=store', 'core.pager=cat']);
  expect((await read(git))[1]).toMatchObject({ origin: 'file:/w', via: 'file:/home/ann/.gitconfig' });
});

test('repositories that the global file knows come last, each once', async () => {
  const git = new FakeGit();
  git.text = '[maintenance]\n\trepo = /r\n[safe]\n\tdirectory = /r\n\tdirectory = *\n[scalar]\n\trepo = /s\n';
  git.files.set('/r/.git/config', '[core]\n\tbare = false\n');
  git.files.set('/s/.git/config', '[core]\n\tbare = true\n');
  expect((await values(git)).slice(-2)).toEqual(['core.bare=false', 'core.bare=true']);
});

test('of very many only the first are asked for, as each is a start of git', async () => {
  const git = new FakeGit();
  git.text = `[maintenance]\n${Array.from({ length: 50 }, (_, n) => `\trepo = /r${n}\n`).join('')}`;
  const asked: string[] = [];
  const counted = Object.assign(Object.create(git) as FakeGit, {
    entriesOf: async (path: string) => {
      asked.push(path);
      return [];
    },
  });
  await moreEntries(counted, await git.entries());
  expect(asked).toHaveLength(20);
});

test('a line is found in the file that it stands in, and in none that is no file', async () => {
  const git = new FakeGit();
  git.text = '# mine\n[credential]\n\thelper = a\n\thelper = b\n';
  const all = await git.entries();
  const lineOf = await lineFinder(git, all);
  const [one] = all;
  if (!one) throw new Error('no entry');
  expect([lineOf(one, 0), lineOf(one, 1), lineOf(one, 2)]).toEqual([3, 4, null]);
  expect(lineOf({ ...one, origin: 'command line:' }, 0)).toBeNull();
});
