import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planSetup, planUndo } from '../../../../electron/core/git/config/config-plan.ts';
import { helperValues, ownText, type SectionContent } from '../../../../electron/core/git/config/config-section.ts';

const content: SectionContent = { folder: '/home/u/.daypass', cacheClient: true, windows: false, names: [] };
const path = '/home/u/.gitconfig';
const home = '/home/u';
const own = { path: '/home/u/.daypass/daypass.gitconfig', text: null };

function globalAfter(plan: ReturnType<typeof planSetup>, text: string | null): string | null {
  if (!plan.ok) throw new Error('refused');
  const change = plan.value.changes.find((one) => one.path === path);
  return change ? change.after : text;
}

const setUp = (text: string | null, made = content, root: string | null = home): string =>
  globalAfter(planSetup({ path, text, home: root }, own, made), text) ?? expect.fail('no file');
const undone = (text: string | null): string | null => globalAfter(planUndo({ path, text, home }, own), text);

const refusal = { ok: false, failure: { code: 'git.config-changed', params: { path } } };

const BEGIN = '# daypass: begin. Written by Daypass; "daypass git undo" takes it out. Changes belong outside of it.\n';
const END = '# daypass: end\n';

test('the global file includes ours', () => {
  expect(setUp(null)).toBe(`${BEGIN}[include]\n\tpath = "~/.daypass/daypass.gitconfig"\n${END}`);
});

test.each<[string, Partial<SectionContent>, string | null, string]>([
  ['outside of the home', { folder: '/srv/daypass' }, home, '/srv/daypass/daypass.gitconfig'],
  ['beside the home', { folder: '/home/uu' }, home, '/home/uu/daypass.gitconfig'],
  ['where no home is sure', {}, null, '/home/u/.daypass/daypass.gitconfig'],
  ['on Windows', { folder: 'C:\\Users\\a\\.daypass', windows: true }, 'C:\\Users\\a', '~/.daypass/daypass.gitconfig'],
  ['on another drive', { folder: 'C:\\a\\.daypass', windows: true }, 'H:\\', 'C:/a/.daypass/daypass.gitconfig'],
])('%s it is named so that git finds it', (_, made, root, named) => {
  expect(setUp(null, { ...content, ...made }, root)).toContain(`\tpath = "${named}"\n`);
});

test('our own file, as git reads it', () => {
  expect(ownText({ ...content, names: [{ name: 'work', region: 'us-east-1' }] })).toBe(
    `# Written by Daypass and kept up to date by it; "daypass git undo" takes it away. Changes to it are lost.
${[
  'git-codecommit.*.amazonaws.com',
  'git-codecommit-fips.*.amazonaws.com',
  'git-codecommit.*.amazonaws.com.cn',
  '*.git-codecommit.*.vpce.amazonaws.com',
  '*.git-codecommit-fips.*.vpce.amazonaws.com',
]
  .map(
    (host) => `[credential "https://${host}"]
\thelper =
\thelper = "!f() { test \\"$1\\" = get || return; test ! -r '/home/u/.daypass/bin/who-asks.sh' || . '/home/u/.daypass/bin/who-asks.sh'; exec git credential-cache --timeout \\"\${dp_wait:-900}\\" --socket '/home/u/.daypass/git.sock' get; }; f"
\thelper = "!'/home/u/.daypass/bin/daypass' git-credential"
\tuseHttpPath = true
`,
  )
  .join('')}[url "daypass::"]
\tinsteadOf = "codecommit::"
[url "daypass://"]
\tinsteadOf = "codecommit://"
[alias]
\tremote-daypass = "!'/home/u/.daypass/bin/git-remote-codecommit'"
[protocol "daypass"]
\tallow = always
[daypass "work"]
\tregion = us-east-1
`,
  );
});

test('both files are shown, a person’s first, and written, the included one first; undone in the other order', () => {
  const there = { path, text: '[a]\n', home };
  const plan = planSetup(there, own, content);
  if (!plan.ok) throw new Error('refused');
  expect(plan.value.changes.map((change) => change.path)).toEqual([own.path, path]);
  expect(plan.value.diff).toMatch(/^--- \/home\/u\/\.gitconfig\n(?:.*\n)*--- .*\/daypass\.gitconfig\n/);
  const [mine, global] = plan.value.changes;
  const undo = planUndo({ ...there, text: global?.after ?? '' }, { ...own, text: mine?.after ?? '' });
  expect(undo.ok && undo.value.changes.map((change) => [change.path, change.after])).toEqual([
    [path, '[a]\n'],
    [own.path, null],
  ]);
});

test('the helpers', () => {
  expect(helperValues({ ...content, cacheClient: false })).toEqual([
    '',
    "!'/home/u/.daypass/bin/daypass' git-credential",
  ]);
  expect(helperValues({ ...content, folder: "/home/o'neil/a b", cacheClient: false })[1]).toBe(
    "!'/home/o'\\''neil/a b/bin/daypass' git-credential",
  );
  // Only on Windows is a backslash a separator.
  expect(helperValues({ ...content, folder: '/home/a\\b', cacheClient: false })[1]).toBe(
    "!'/home/a\\b/bin/daypass' git-credential",
  );
  expect(helperValues({ ...content, folder: 'C:\\Users\\A B\\.daypass', cacheClient: false, windows: true })[1]).toBe(
    "!'C:/Users/A B/.daypass/bin/daypass' git-credential",
  );
});

test('a path is quoted for git as well, whatever is in it', () => {
  const text = ownText({ ...content, folder: '/a"b\\c\nd', cacheClient: false });
  expect(text).toContain(`\thelper = "!'/a\\"b\\\\c\\nd/bin/daypass' git-credential"\n`);
});

describe('every byte of a person’s file stays, and undo brings it back', () => {
  const files: readonly (string | null)[] = [
    null,
    '',
    '\n',
    '\n\n\n',
    '[user]\n\tname = u\n',
    '[user]\n\tname = u',
    '[user]\n\tname = u\n\n',
    '[user]\r\n\tname = u\r\n',
    '[user]\r\n\tname = u',
    '[user]\n\tname = u\r',
    '\u00ef\u00bb\u00bf[user]\n',
    '[alias]\n\tx = "!f() { \\\n\t\techo; }; f"\n# the end \u00ff\u00fe\n',
    '[user]\n\tname = u\\',
    '# no section at all',
  ];

  test.each(files)('%j', (text) => {
    const after = setUp(text);
    expect(after.startsWith(text ?? '')).toBe(true);
    expect(setUp(after)).toBe(after);
    expect(undone(after)).toBe(text);
    expect(undone(text)).toBe(text);
  });

  test('any file', () => {
    const bytes = fc
      .array(fc.constantFrom('\n', '\r\n', '\r', '[a]', '\tk = v', '#', '\\', '"', ' ', '\u00ff'))
      .map((a) => a.join(''));
    fc.assert(
      fc.property(fc.option(bytes), (text) => {
        const after = setUp(text);
        expect(after.startsWith(text ?? '')).toBe(true);
        expect(setUp(after)).toBe(after);
        expect(undone(after)).toBe(text);
      }),
    );
  });

  test('the lines end as the file’s do', () => {
    expect(setUp('[a]\r\n').replaceAll('\r\n', '')).not.toContain('\n');
  });
});

describe('what was added after ours', () => {
  const added = '[core]\n\tpager = less\n';

  test.each([null, '', '[a]\n', '[a]'])('stays when it is undone (%j before)', (text) => {
    const rest = undone(setUp(text) + added);
    expect(rest).toBe(text && !text.endsWith('\n') ? `${text}\n${added}` : `${text ?? ''}${added}`);
  });

  test('comes before ours when it is set up again', () => {
    const again = setUp(setUp('[a]\n') + added);
    expect(again).toBe(setUp(`[a]\n${added}`));
  });

  test('a setting without a section would fall into another: left alone', () => {
    expect(planUndo({ path, text: `${setUp('[a]\n')}# mine\n\thelper = store\n`, home }, own)).toEqual(refusal);
  });
});

describe('our lines changed by hand', () => {
  const text = setUp('[a]\n');

  test.each([
    ['a changed header', text.replace('[include]', '[includeIf "gitdir:/"]')],
    ['an added line', text.replace('\tpath', '\tx = y\n\tpath')],
    ['an added comment', text.replace('\tpath', '\t# mine\n\tpath')],
    ['no end', text.replace('# daypass: end\n', '')],
    ['no begin', text.replace(/# daypass: begin.*\n/, '')],
    ['two begins', text.replace(/(# daypass: begin.*\n)/, '$1$1')],
    ['two ends', '# daypass: end\n# daypass: end\n'],
    ['the marks exchanged', `# daypass: end\n# daypass: begin\n`],
    ['something before the end mark', text.replace('# daypass: end', '[x] # daypass: end')],
  ])('%s: refused, nothing changes', (_, changed) => {
    expect(planSetup({ path, text: changed, home }, own, content)).toEqual(refusal);
    expect(planUndo({ path, text: changed, home }, own)).toEqual(refusal);
  });

  /** As earlier versions wrote it. */
  const earlier = `${BEGIN}${ownText(content).slice(0, ownText(content).indexOf('[url')).replace(/.*\n/, '')}[url "https://git-codecommit.us-east-1.amazonaws.com/v1/repos/"]
\tinsteadOf = "codecommit::us-east-1://work@"
${END}`;
  const whole = earlier.replace(BEGIN, `${BEGIN}[include]\n\tpath = "/a/daypass.gitconfig"\n`);
  const ours = [...new Set(whole.split('\n').slice(1, -2))].filter((line) => !line.startsWith('\tpath'));

  test('of an earlier version: the include takes their place', () => {
    expect(setUp(`[a]\n\n${earlier}`)).toBe(text);
    expect(undone(`[a]\n\n${earlier}`)).toBe('[a]\n');
  });

  test.each(ours)('something before or after %s: refused', (line) => {
    for (const other of [`x${line}`, `${line}x`, `${line} # mine`]) {
      expect(planUndo({ path, text: whole.replace(line, other), home }, own)).toEqual(refusal);
    }
  });

  test('a blank before a mark, or a word after one, changes nothing', () => {
    const moved = whole.replaceAll('# daypass', ' \t# daypass').replace('# daypass: end', '# daypass: end here');
    expect(undone(`[a]\n\n${moved}`)).toBe('[a]\n');
  });

  test('an end mark that has lost its line end is one all the same', () => {
    expect(undone(setUp('[a]\n').slice(0, -1))).toBe('[a]\n');
  });

  test.each(['\tx = "# daypass: begin"\n', '# daypass: beginning\n', '# daypass: ends\n'])(
    'what only looks like a mark is none: %j',
    (line) => {
      expect(undone(setUp(`[a]\n${line}`))).toBe(`[a]\n${line}`);
    },
  );

  test('moved into a file with other line ends, they alone are taken out', () => {
    const windows = setUp('[b]\r\n').slice('[b]\r\n\r\n'.length);
    expect(windows).toMatch(/^# daypass: begin.*\r\n/);
    expect(undone(`[a]\n${windows}`)).toBe('[a]\n');
  });

  test('a line taken away is put back', () => {
    expect(setUp(text.replace(/\tpath.*\n/, ''))).toBe(text);
  });

  test.each([
    ['in place of ours', text.replace(/path = .*/, 'path = theirs')],
    ['beside ours', text.replace(/\tpath = .*\n/, '$&\tpath = theirs\n')],
  ])('what a person has included %s stays, before ours', (_, changed) => {
    expect(undone(changed)).toBe('[a]\n[include]\n\tpath = theirs\n');
    expect(setUp(changed)).toBe(setUp('[a]\n[include]\n\tpath = theirs\n'));
  });

  test('moved as a whole: put last again', () => {
    const block = setUp(null);
    expect(setUp(`${block}[a]\n`)).toBe(text);
    expect(setUp(`[a]\n${block}${block}`)).toContain('[a]');
    expect(setUp(`[a]\n${block}${block}`).match(/daypass: begin/g)).toHaveLength(1);
  });

  test('of another folder: replaced', () => {
    const other = setUp('[a]\n', { ...content, folder: '/elsewhere/é' });
    expect(setUp(other)).toBe(text);
    expect(undone(other)).toBe('[a]\n');
  });
});

test('the preview is a diff of text, not of bytes', () => {
  const plan = planSetup({ path, text: '[user]\n\tname = \u00c3\u00a9\n', home }, own, content);
  expect(plan.ok && plan.value.diff).toMatch(
    /^--- .*\n\+\+\+ .*\n@@ -1,2 \+1,\d+ @@\n \[user\]\n \tname = é\n\+\n\+# daypass: begin/,
  );
  const there = { ...own, text: ownText(content) };
  const done = planSetup({ path, text: setUp('[user]\n'), home }, there, content);
  expect(done).toEqual({ ok: true, value: { changes: [], diff: '' } });
});
