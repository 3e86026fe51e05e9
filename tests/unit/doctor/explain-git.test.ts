import { expect, test } from 'vitest';
import { explainGit } from '../../../electron/core/doctor/explain-git.ts';

const ABOUT = { repository: 'app', profile: 'work-mfa', account: '123456789012', region: 'eu-west-1' };
const HOST = 'git-codecommit.eu-west-1.amazonaws.com';
const explained = (said: string, status = 128) => explainGit(status, said, { ...ABOUT, host: HOST });
const at = 'https://git-codecommit.eu-west-1.amazonaws.com/v1/repos/app/';

test.each([
  [`fatal: unable to access '${at}': The requested URL returned error: 403\n`, 'try.forbidden'],
  [`fatal: unable to access '${at}': The requested URL returned error: 429\n`, 'aws.throttled'],
  [`fatal: repository '${at}' not found\n`, 'try.no-repository'],
  [`fatal: unable to access '${at}': The requested URL returned error: 404\n`, 'try.no-repository'],
  [`fatal: could not read Username for '${at}': terminal prompts disabled\n`, 'try.not-asked'],
  [`fatal: Authentication failed for '${at}'\n`, 'git.said-401'],
  [`fatal: unable to access '${at}': Could not resolve host: x\n`, 'network.offline'],
  [`fatal: unable to access '${at}': Failed to connect to x port 443\n`, 'network.offline'],
  [`fatal: unable to access '${at}': SSL certificate problem: unable to get local issuer\n`, 'network.certificate'],
  ["fatal: transport 'https' not allowed\n", 'try.git-failed'],
  [`fatal: unable to access '${at}': The requested URL returned error: 500\n`, 'try.git-failed'],
  ['', 'try.git-failed'],
])('%s', (said, code) => {
  expect(explained(said).code).toBe(code);
});

test('who answered is said after a 403 and a 404', () => {
  expect(explained('The requested URL returned error: 403').params).toEqual(ABOUT);
});

test('a host that is not reached is named', () => {
  expect(explained('Could not resolve host: x').params).toEqual({ host: HOST });
});

test('a git that was ended by the limit has said nothing', () => {
  expect(explained('', -1)).toEqual({ code: 'doctor.no-answer', params: { seconds: 15 } });
});

test('git’s last word is shown, and nothing in it that could be a secret', () => {
  const user = 'ASIAABCDEFGHIJKLWXYZ%IQoJb3JpZ2luX2VjEPlanted/Token+With/Signs==';
  const said = `warning: first\nfatal: nothing for 'https://me:planted@h' nor '${user}'\n\n`;
  const { message } = explained(said).params;
  expect(message).toBe("fatal: nothing for 'https://…@h' nor 'ASIA…WXYZ'");
  expect(explained(`fatal: ${'x'.repeat(500)}`).params.message).toHaveLength(160);
  expect(explained('strange\nwords\n').params.message).toBe('words');
});
