import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codecommitRewrites } from '../../../../electron/core/git/config/codecommit-urls.ts';
import { planSetup, planUndo } from '../../../../electron/core/git/config/config-plan.ts';
import { helperValues, type SectionContent } from '../../../../electron/core/git/config/config-section.ts';

const content: SectionContent = { folder: '/home/u/.daypass', cacheClient: true, windows: false, rewrites: [] };
const path = '/home/u/.gitconfig';

function setUp(text: string | null, made = content): string {
  const plan = planSetup({ path, text }, made);
  if (!plan.ok || plan.value.after === null) throw new Error('refused');
  return plan.value.after;
}

function undone(text: string | null): string | null {
  const plan = planUndo({ path, text });
  if (!plan.ok) throw new Error('refused');
  return plan.value.after;
}

const refusal = { ok: false, failure: { code: 'git.config-changed', params: { path } } };

test('the sections, as git reads them', () => {
  expect(
    setUp(null),
  ).toBe(`# daypass: begin. Written by Daypass; "daypass git undo" takes it out. Changes belong outside of it.
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
\thelper = "!f() { test \\"$1\\" = get && exec git credential-cache --socket '/home/u/.daypass/git.sock' get; }; f"
\thelper = "!'/home/u/.daypass/bin/daypass' git-credential"
\tuseHttpPath = true
`,
  )
  .join('')}# daypass: end
`);
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
  const text = setUp(null, { ...content, folder: '/a"b\\c\nd', cacheClient: false });
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
    expect(planUndo({ path, text: `${setUp('[a]\n')}# mine\n\thelper = store\n` })).toEqual(refusal);
  });
});

describe('our lines changed by hand', () => {
  const text = setUp('[a]\n');

  test.each([
    ['a changed value', text.replace('useHttpPath = true', 'useHttpPath = false')],
    ['an added line', text.replace('\tuseHttpPath', '\tusername = me\n\tuseHttpPath')],
    ['an added comment', text.replace('\tuseHttpPath', '\t# mine\n\tuseHttpPath')],
    ['no end', text.replace('# daypass: end\n', '')],
    ['no begin', text.replace(/# daypass: begin.*\n/, '')],
    ['two begins', text.replace(/(# daypass: begin.*\n)/, '$1$1')],
    ['two ends', '# daypass: end\n# daypass: end\n'],
    ['the marks exchanged', `# daypass: end\n# daypass: begin\n`],
    ['something before the end mark', text.replace('# daypass: end', '[x] # daypass: end')],
  ])('%s: refused, nothing changes', (_, changed) => {
    expect(planSetup({ path, text: changed }, content)).toEqual(refusal);
    expect(planUndo({ path, text: changed })).toEqual(refusal);
  });

  const rewrites = codecommitRewrites([{ id: '1', name: 'work-mfa', source: 'work', region: 'us-east-1' }]);
  const whole = setUp(null, { ...content, rewrites });
  const ours = [...new Set(whole.split('\n').slice(1, -2))];

  test.each(ours)('something before or after %s: refused', (line) => {
    for (const other of [`x${line}`, `${line}x`, `${line} # mine`]) {
      expect(planUndo({ path, text: whole.replace(line, other) })).toEqual(refusal);
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

  test('lines taken away are put back', () => {
    const less = text.replace(/\[credential "https:\/\/\*\.git-codecommit\.[^[]*/, '');
    expect(less).not.toBe(text);
    expect(setUp(less)).toBe(text);
  });

  test('moved as a whole: put last again', () => {
    const block = setUp(null);
    expect(setUp(`${block}[a]\n`)).toBe(text);
    expect(setUp(`[a]\n${block}${block}`)).toContain('[a]');
    expect(setUp(`[a]\n${block}${block}`).match(/daypass: begin/g)).toHaveLength(1);
  });

  test('of another folder, or with other helpers: replaced', () => {
    const other = setUp('[a]\n', { folder: '/elsewhere/é', cacheClient: false, windows: false, rewrites });
    expect(setUp(other)).toBe(text);
    expect(undone(other)).toBe('[a]\n');
  });
});

test('the preview is a diff of text, not of bytes', () => {
  const plan = planSetup({ path, text: '[user]\n\tname = \u00c3\u00a9\n' }, content);
  expect(plan.ok && plan.value.diff).toMatch(
    /^--- .*\n\+\+\+ .*\n@@ -1,2 \+1,\d+ @@\n \[user\]\n \tname = é\n\+\n\+# daypass: begin/,
  );
  const done = planSetup({ path, text: setUp('[user]\n') }, content);
  expect(done.ok && done.value.diff).toBe('');
});

describe('codecommit URLs that git can rewrite', () => {
  const profile = (id: string, region: string) => ({ id, name: `${id}-mfa`, source: id, region });

  test('one profile: all forms', () => {
    expect(codecommitRewrites([profile('work', 'cn-north-1')])).toEqual([
      {
        base: 'https://git-codecommit.cn-north-1.amazonaws.com.cn/v1/repos/',
        prefixes: [
          'codecommit::cn-north-1://',
          'codecommit::cn-north-1://work-mfa@',
          'codecommit::cn-north-1://work@',
          'codecommit://',
          'codecommit://work-mfa@',
          'codecommit://work@',
        ],
      },
    ]);
  });

  test('several: only where the region says which', () => {
    const made = codecommitRewrites([profile('a', 'us-east-1'), profile('b', 'us-east-1'), profile('c', 'eu-west-1')]);
    expect(made.map(({ base }) => base)).toEqual(['https://git-codecommit.eu-west-1.amazonaws.com/v1/repos/']);
    expect(made[0]?.prefixes).toEqual([
      'codecommit::eu-west-1://',
      'codecommit::eu-west-1://c-mfa@',
      'codecommit::eu-west-1://c@',
    ]);
  });

  test('a name that would need quoting is left out', () => {
    const made = codecommitRewrites([{ id: 'a', name: 'a-mfa', source: 'a "b"', region: 'us-east-1' }]);
    expect(made[0]?.prefixes.join()).not.toContain('"');
  });

  test.each(['a b', 'b a"', 'ü', ''])('so is %j', (source) => {
    const made = codecommitRewrites([{ id: 'a', name: 'a-mfa', source, region: 'us-east-1' }]);
    expect(made[0]?.prefixes.filter((prefix) => prefix.startsWith('codecommit:://') || !prefix.includes('::'))).toEqual(
      ['codecommit://', 'codecommit://a-mfa@'],
    );
  });
});
