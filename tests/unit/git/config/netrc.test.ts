import { expect, test } from 'vitest';
import { codecommitMachines } from '../../../../electron/core/git/config/netrc.ts';
import { HOST, NETRC } from './netrc-cases.ts';

test.each(NETRC)('%s: %j', (_, text, taken) => {
  expect(codecommitMachines(text).map((machine) => machine.replace(HOST, 'host'))).toEqual(taken);
});

test('each machine once, whatever its letters, and no other words', () => {
  const text = `machine ${HOST.toUpperCase()} login a password planted\nmachine ${HOST} login b\nmachine git-codecommit-fips.us-east-1.amazonaws.com password planted\n`;
  expect(codecommitMachines(text)).toEqual([HOST, 'git-codecommit-fips.us-east-1.amazonaws.com']);
});
