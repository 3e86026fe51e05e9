import { describe, expect, test } from 'vitest';
import {
  type Dialect,
  type Setting,
  settingsIn,
  sourcedBy,
} from '../../../../electron/core/doctor/surroundings/start-file.ts';

const PLANTED = 'wJalrXUtnFEMI/K7MDENG/planted';
const KEY = 'AKIAIOSFODNN7EXAMPLE';
const settings = (text: string, dialect: Dialect = 'sh') => settingsIn({ path: '/f', reads: 'bash', dialect, text });
const told = ({ line, name, shown, flaw, alone }: Setting) =>
  `${line} ${name}=${shown}${flaw ? ` ${flaw}` : ''}${alone ? '' : ' beside'}`;

describe.each<[Dialect, readonly (readonly [string, readonly string[]])[]]>([
  [
    'sh',
    [
      [`export AWS_ACCESS_KEY_ID=${KEY}`, ['1 AWS_ACCESS_KEY_ID=AKIA…MPLE']],
      [`export AWS_SECRET_ACCESS_KEY="${PLANTED}" # note`, ['1 AWS_SECRET_ACCESS_KEY=…']],
      [`export AWS_PROFILE='work mfa'`, ['1 AWS_PROFILE=work mfa']],
      ['AWS_PROFILE=work; export AWS_PROFILE', ['1 AWS_PROFILE=work']],
      ['AWS_PROFILE=work\nexport AWS_PROFILE', ['1 AWS_PROFILE=work']],
      ['typeset -x AWS_PROFILE=work', ['1 AWS_PROFILE=work']],
      ['declare -gx AWS_PROFILE=work', ['1 AWS_PROFILE=work']],
      ['declare AWS_PROFILE=work', ['1 AWS_PROFILE=work not-exported']],
      ['AWS_PROFILE=work', ['1 AWS_PROFILE=work not-exported']],
      [
        'set -a\nAWS_PROFILE=work\nset +a\nAWS_REGION=eu-west-1',
        ['2 AWS_PROFILE=work', '4 AWS_REGION=eu-west-1 not-exported'],
      ],
      ['set -o allexport; AWS_PROFILE=work', ['1 AWS_PROFILE=work beside']],
      [`export AWS_SECRET_ACCESS_KEY= ${PLANTED}`, ['1 AWS_SECRET_ACCESS_KEY= spaces']],
      [`export AWS_SECRET_ACCESS_KEY = ${PLANTED}`, ['1 AWS_SECRET_ACCESS_KEY= spaces']],
      [`AWS_SECRET_ACCESS_KEY = ${PLANTED}`, ['1 AWS_SECRET_ACCESS_KEY= spaces']],
      ['export AWS_PROFILE=', ['1 AWS_PROFILE= blank']],
      ['export AWS_SESSION_TOKEN=""', ['1 AWS_SESSION_TOKEN= blank']],
      ['export AWS_PROFILE=work\r\n', ['1 AWS_PROFILE=work stray']],
      [`export AWS_PROFILE="work "`, ['1 AWS_PROFILE=work stray']],
      ['export AWS_PROFILE=$(cat ~/profile)', ['1 AWS_PROFILE=…']],
      ['export AWS_PROFILE="$P"', ['1 AWS_PROFILE=…']],
      ['export AWS_PROFILE=a AWS_REGION=b', ['1 AWS_PROFILE=a', '1 AWS_REGION=b']],
      ['export AWS_PROFILE=a EDITOR=vi', ['1 AWS_PROFILE=a beside']],
      ['[ -f x ] && export AWS_PROFILE=a', ['1 AWS_PROFILE=a beside']],
      ['if true; then\n  export AWS_PROFILE=a\nfi', ['2 AWS_PROFILE=a beside']],
      [
        'case $- in\n*i*) export AWS_PROFILE=a ;;\nesac\nexport AWS_REGION=b',
        ['2 AWS_PROFILE=a beside', '4 AWS_REGION=b'],
      ],
      ['export AWS_PROFILE=a\nunset AWS_PROFILE', ['1 AWS_PROFILE=a', '2 AWS_PROFILE=null']],
      ['export \\\n  AWS_PROFILE=a\nexport AWS_REGION=b', ['1 AWS_PROFILE=a beside', '3 AWS_REGION=b']],
      [`export AWS_SESSION_TOKEN="one\ntwo"\nexport AWS_REGION=b`, ['1 AWS_SESSION_TOKEN=… beside', '3 AWS_REGION=b']],
      ['{ export AWS_PROFILE=a; }', ['1 AWS_PROFILE=a beside']],
      // What is no setting.
      ['# export AWS_PROFILE=a', []],
      ['  #export AWS_PROFILE=a', []],
      ['AWS_PROFILE=a aws s3 ls', []],
      ["alias work='export AWS_PROFILE=a'", []],
      ['work() {\n  export AWS_PROFILE=a\n}', []],
      ['function work {\n  export AWS_PROFILE=a\n}\nexport AWS_REGION=b', ['4 AWS_REGION=b']],
      ['function work() { export AWS_PROFILE=a; }', []],
      ['work() ( export AWS_PROFILE=a )', []],
      ['function work\n{\n  export AWS_PROFILE=a\n}\n{\n  export AWS_REGION=b\n}', ['6 AWS_REGION=b beside']],
      ['(export AWS_PROFILE=a; aws s3 ls)', []],
      ["cat <<'EOF' >x\nexport AWS_PROFILE=a\nEOF\nexport AWS_REGION=b", ['4 AWS_REGION=b']],
      ['cat <<-EOF\n\texport AWS_PROFILE=a\n\tEOF\nexport AWS_REGION=b', ['4 AWS_REGION=b']],
      ['cat <<<"x"\nexport AWS_REGION=b', ['2 AWS_REGION=b']],
      ['echo "\nexport AWS_PROFILE=a\n"', []],
      ['x=$(\nexport AWS_PROFILE=a\n)', []],
      ['export GITHUB_TOKEN=planted', []],
      ['if [ "$AWS_PROFILE" = a ]; then :; fi', []],
      ['plugins=(git aws)\nexport AWS_REGION=b', ['2 AWS_REGION=b']],
      ['PS1=\'$(x)\'"`y`"\nexport AWS_REGION=b', ['2 AWS_REGION=b']],
      ['export AWS_PROFILE="unclosed', ['1 AWS_PROFILE=unclosed']],
    ],
  ],
  [
    'fish',
    [
      ['set -gx AWS_PROFILE work', ['1 AWS_PROFILE=work']],
      ['set --export --global AWS_PROFILE work', ['1 AWS_PROFILE=work']],
      ['set -Ux AWS_PROFILE work', ['1 AWS_PROFILE=work']],
      ['set -x AWS_PROFILE', ['1 AWS_PROFILE= blank']],
      ['set -g AWS_PROFILE work', ['1 AWS_PROFILE=work not-exported']],
      [`export AWS_SECRET_ACCESS_KEY=${PLANTED}`, ['1 AWS_SECRET_ACCESS_KEY=…']],
      ["set -gx AWS_PROFILE 'wo\\'rk'", ["1 AWS_PROFILE=wo'rk"]],
      ['set -e AWS_PROFILE', ['1 AWS_PROFILE=null']],
      ['set -gx AWS_PROFILE (cat x)', ['1 AWS_PROFILE=…']],
      [
        'if status is-interactive\n  set -gx AWS_PROFILE a\nend\nset -gx AWS_REGION b',
        ['2 AWS_PROFILE=a beside', '4 AWS_REGION=b'],
      ],
      ['function work\n  set -gx AWS_PROFILE a\nend\nset -gx AWS_REGION b', ['4 AWS_REGION=b']],
      ['# set -gx AWS_PROFILE a', []],
      ['set -q AWS_PROFILE; or echo none', []],
    ],
  ],
  [
    'csh',
    [
      ['setenv AWS_PROFILE work', ['1 AWS_PROFILE=work']],
      ['unsetenv AWS_PROFILE', ['1 AWS_PROFILE=null']],
    ],
  ],
  [
    'powershell',
    [
      [`$env:AWS_PROFILE = 'work'\r\n`, ['1 AWS_PROFILE=work']],
      [`$Env:AWS_SECRET_ACCESS_KEY="${PLANTED}"`, ['1 AWS_SECRET_ACCESS_KEY=…']],
      [`\${env:AWS_PROFILE} = "work"`, ['1 AWS_PROFILE=work']],
      ['$env:AWS_PROFILE = "$x"', ['1 AWS_PROFILE=…']],
      ['$env:AWS_PROFILE = $null', ['1 AWS_PROFILE=null']],
      ['[Environment]::SetEnvironmentVariable("AWS_PROFILE", "work", "User")', ['1 AWS_PROFILE=work']],
      ['New-Item Env:\\AWS_PROFILE work', ['1 AWS_PROFILE=…']],
      ['  <#\n$env:AWS_PROFILE = "work"\n#>', []],
      ['Set-Item -Path Env:AWS_PROFILE -Value "work"', ['1 AWS_PROFILE=work']],
      ['# $env:AWS_PROFILE = "work"', []],
      ['<#\n$env:AWS_PROFILE = "work"\n#>\n$env:AWS_REGION = "b"', ['4 AWS_REGION=b']],
    ],
  ],
  ['lines', [['# c\nAWS_PROFILE=work\nAWS_REGION="b"', ['2 AWS_PROFILE=work', '3 AWS_REGION=b']]]],
  [
    'pam',
    [
      ['AWS_PROFILE DEFAULT=work', ['1 AWS_PROFILE=work beside']],
      ['AWS_PROFILE DEFAULT="a" OVERRIDE="work"', ['1 AWS_PROFILE=work beside']],
      ['AWS_PROFILE=work', ['1 AWS_PROFILE=work beside']],
      ['#AWS_PROFILE=work', []],
    ],
  ],
  [
    'fish-universal',
    [
      ['# VERSION: 3.0\nSETUVAR --export AWS_PROFILE:work\\x2dmfa', ['2 AWS_PROFILE=work-mfa beside']],
      ['SETUVAR AWS_PROFILE:work', ['1 AWS_PROFILE=work not-exported beside']],
      [`SETUVAR --export AWS_SECRET_ACCESS_KEY:${PLANTED}`, ['1 AWS_SECRET_ACCESS_KEY=… beside']],
    ],
  ],
  [
    'registry',
    [
      [
        `\r\nHKEY_CURRENT_USER\\Environment\r\n    Path    REG_EXPAND_SZ    C:\\x\r\n    AWS_PROFILE    REG_SZ    work\r\n    AWS_SECRET_ACCESS_KEY    REG_SZ    ${PLANTED}\r\n`,
        ['4 AWS_PROFILE=work beside', '5 AWS_SECRET_ACCESS_KEY=… beside'],
      ],
    ],
  ],
  [
    'plist',
    [
      [
        `<dict>\n<key>ProgramArguments</key>\n<array>\n<string>launchctl</string>\n<string>setenv</string>\n<string>AWS_SECRET_ACCESS_KEY</string>\n<string>${PLANTED}</string>\n</array></dict>`,
        ['5 AWS_SECRET_ACCESS_KEY=… beside'],
      ],
    ],
  ],
])('%s', (dialect, rows) => {
  test.each(rows)('%j', (text, expected) => {
    const found = settings(text, dialect);
    expect(found.map(told)).toEqual(expected);
    expect(JSON.stringify(found)).not.toContain('planted');
  });
});

test('the files that a file reads are found, and whether all that they set is exported', () => {
  const text = [
    '. ~/.aws-env',
    '[ -f "$HOME/x" ] && source "$HOME/x"',
    '# . ~/.no',
    'for f in ~/.d/*; do . "$f"; done',
    '. "$(dirname x)/y"',
    'set -a; . ./env; set +a',
    '. ~/last',
  ].join('\n');
  expect(sourcedBy({ path: '/f', reads: 'bash', dialect: 'sh', text })).toEqual([
    { path: '~/.aws-env', exports: false },
    { path: '$HOME/x', exports: false },
    { path: '$f', exports: false },
    { path: './env', exports: true },
    { path: '~/last', exports: false },
  ]);
  expect(sourcedBy({ path: '/f', reads: 'session', dialect: 'lines', text })).toEqual([]);
});

test('what is the system’s is not for a person to change', () => {
  const file = { path: '/etc/environment', reads: 'session', dialect: 'lines', text: 'AWS_PROFILE=work' } as const;
  expect(settingsIn(file).map(({ alone }) => alone)).toEqual([true]);
  expect(settingsIn({ ...file, foreign: true }).map(({ alone }) => alone)).toEqual([false]);
});

test('any text has an end', () => {
  for (const end of ['"', "'", '`', '$(', '(', '\\', '<<EOF\n', '{', 'if', '$((', "$'", '<<'])
    for (const dialect of ['sh', 'fish'] as const) expect(settings(`x ${end}`, dialect)).toEqual([]);
});
