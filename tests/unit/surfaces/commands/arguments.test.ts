import { describe, expect, it } from 'vitest';
import { messagesIn } from '../../../../electron/core/i18n/messages.ts';
import { type ArgumentShape, readArguments } from '../../../../electron/core/surfaces/commands/arguments.ts';

const shape: ArgumentShape = { words: [0, 2], options: ['code', 'shell'], flags: ['json', 'yes'] };
const read = (...args: string[]) => readArguments(args, shape, messagesIn('en'));

function readWell(...args: string[]) {
  const found = read(...args);
  if (!found.ok) throw new Error(found.why);
  const { words, option, flag } = found.value;
  return { words, code: option('code'), shell: option('shell'), json: flag('json'), yes: flag('yes') };
}

const nothing = { words: [], code: null, shell: null, json: false, yes: false };

describe('arguments that are understood', () => {
  it.each([
    [[], {}],
    [['a'], { words: ['a'] }],
    [['a', '--json', 'b'], { words: ['a', 'b'], json: true }],
    [['--code', '123456'], { code: '123456' }],
    [['--code=123456', 'a'], { code: '123456', words: ['a'] }],
    [['--code', '-'], { code: '-' }],
    [['--code=-'], { code: '-' }],
    [['--code', '--json'], { code: '--json' }],
    [['--code=a=b'], { code: 'a=b' }],
    [['--code', '1', '--code', '2'], { code: '2' }],
    [['--', '--json'], { words: ['--json'] }],
    [['a', '--', '-b'], { words: ['a', '-b'] }],
    [['--json', '--', '--'], { words: ['--'], json: true }],
    [['b', 'a'], { words: ['b', 'a'] }],
    [['-'], { words: ['-'] }],
    [[''], { words: [''] }],
    [['--json', '--yes', '--shell', 'fish'], { json: true, yes: true, shell: 'fish' }],
  ])('%j', (args, expected) => {
    expect(readWell(...args)).toEqual({ ...nothing, ...expected });
  });
});

describe('arguments that are not', () => {
  it.each([
    [['--nope'], 'Unknown option --nope.'],
    [['--constructor'], 'Unknown option --constructor.'],
    [['-x'], 'Unknown option -x.'],
    [['--json=1'], '--json takes no value.'],
    [['--=x'], 'Unknown option --.'],
    [['--json='], '--json takes no value.'],
    [['a', 'b', '--', 'c', 'd'], 'Unexpected argument “c”.'],
    [['--code'], '--code needs a value.'],
    [['--code='], '--code needs a value.'],
    [['--code', ''], '--code needs a value.'],
    [['a', 'b', 'c'], 'Unexpected argument “c”.'],
  ])('%j', (args, why) => {
    expect(read(...args)).toEqual({ ok: false, why });
  });

  it('says when a word is missing, in the language asked for', () => {
    const one: ArgumentShape = { words: [1, 1] };
    expect(readArguments([], one, messagesIn('en'))).toEqual({ ok: false, why: 'An argument is missing.' });
    expect(readArguments([], one, messagesIn('zh-TW'))).toEqual({ ok: false, why: '少了必要的參數。' });
  });
});
