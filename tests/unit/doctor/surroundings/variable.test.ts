import { describe, expect, test } from 'vitest';
import { cutDown, readTerminal, variablesIn } from '../../../../electron/core/doctor/surroundings/variable.ts';
import { CUT_DOWN } from './variables.ts';

describe('a variable is cut down', () => {
  test.each(CUT_DOWN)('%s=%j', (name, value, shown, flaw) => {
    expect(cutDown(name, value)).toEqual({ name, shown, flaw });
  });

  test('and is then cut down no further', () => {
    for (const [name, value] of CUT_DOWN) {
      const { shown } = cutDown(name, value);
      expect(cutDown(name, shown).shown).toBe(shown);
    }
  });
});

test('of an environment only what is of interest is looked at', () => {
  const env = {
    AWS_PROFILE: 'work',
    AMAZON_SESSION_TOKEN: 'planted',
    GITHUB_TOKEN: 'planted',
    HOME: '/h',
    X: undefined,
  };
  expect(variablesIn(env).map(({ name, shown }) => `${name}=${shown}`)).toEqual([
    'AWS_PROFILE=work',
    'AMAZON_SESSION_TOKEN=…',
  ]);
});

describe('what a terminal says', () => {
  test('is read line by line, and cut down once more', () => {
    expect(readTerminal('PATH=/bin\nAWS_SECRET_ACCESS_KEY=planted\nGITHUB_TOKEN=planted\nnonsense\n\n')).toEqual([
      { name: 'PATH', shown: '/bin', flaw: null },
      { name: 'AWS_SECRET_ACCESS_KEY', shown: '…', flaw: null },
    ]);
  });

  test.each(['', '\n', 'nonsense', 'FOO=1'])('is nothing where it is %j', (said) => {
    expect(readTerminal(said)).toBeNull();
  });
});
