import { expect, test } from 'vitest';
import { findInSsh } from '../../../../electron/core/git/config/ssh-config.ts';

const found = (text: string) => findInSsh(text, '/s').map(({ name, value, line }) => [name, value, line]);

test.each([
  ['Host git-codecommit.*.amazonaws.com', 'git-codecommit.*.amazonaws.com'],
  ['host  git-codecommit.eu-west-1.amazonaws.com other', 'git-codecommit.eu-west-1.amazonaws.com'],
  ['  HostName=git-codecommit.eu-west-1.amazonaws.com', 'git-codecommit.eu-west-1.amazonaws.com'],
  ['User APKAEXAMPLEPLANTED12', 'APKA…ED12'],
  ['User "APKAEXAMPLEPLANTED12"', 'APKA…ED12'],
])('%s', (line, value) => {
  expect(found(`Host *\n${line}\n`)).toMatchObject([[expect.any(String), value, 2]]);
});

test.each([
  'Host *',
  'Host github.com',
  'Host git-codecommit.us-east-1.amazonaws.com.evil.example',
  'User git',
  '# Host git-codecommit.eu-west-1.amazonaws.com',
  'IdentityFile ~/.ssh/codecommit',
  '',
])('nobody’s business: %s', (line) => {
  expect(found(line)).toEqual([]);
});
