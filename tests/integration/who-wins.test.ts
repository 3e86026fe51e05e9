// Whose credentials a profile gives: what is worked out from the two files, against botocore and the SDK for JavaScript.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromIni } from '@aws-sdk/credential-provider-ini';
import { afterAll, describe, expect, test } from 'vitest';
import { type Winner, whoWins } from '../../electron/core/aws-files/who-wins.ts';
import { ORIGIN_FILES } from '../unit/aws-files/origin-files.ts';
import { pythonsWith } from '../world/programs.ts';

const folder = mkdtempSync(join(tmpdir(), 'dp-wins-'));
afterAll(() => rmSync(folder, { recursive: true }));
const names = Object.keys(ORIGIN_FILES);
const texts = names.map((name) => ({
  credentials: ORIGIN_FILES[name]?.[0] ?? '',
  config: ORIGIN_FILES[name]?.[1] ?? '',
}));

const METHODS: Readonly<Record<string, (winner: Winner) => boolean>> = {
  'shared-credentials-file': ({ file, setting }) => file === 'credentials' && setting === 'aws_access_key_id',
  'config-file': ({ file, setting }) => file === 'config' && setting === 'aws_access_key_id',
  'assume-role': ({ setting }) => setting === 'role_arn',
  'assume-role-with-web-identity': ({ setting }) => setting === 'web_identity_token_file',
  sso: ({ setting }) => setting.startsWith('sso_'),
  'custom-process': ({ setting }) => setting === 'credential_process',
};

describe.each(pythonsWith('botocore'))('botocore of %s', (python) => {
  const env = { PATH: process.env.PATH, HOME: folder, AWS_EC2_METADATA_DISABLED: 'true' };
  const script = join(import.meta.dirname, 'aws-origin.py');
  const { stdout, stderr } = spawnSync(python, [script, 'plain', folder], {
    env,
    input: JSON.stringify(texts),
    encoding: 'utf8',
  });
  const said: readonly (string | null)[] = stdout ? JSON.parse(stdout) : [stderr];

  test.each(names.map((name, at) => [name, at] as const))('%s', (_, at) => {
    const winner = whoWins(texts[at] ?? expect.fail(), 'plain', 'botocore');
    const fits = Object.keys(METHODS).filter((method) => winner && METHODS[method]?.(winner));
    expect(fits).toEqual(said[at] === null || said[at] === 'ProfileNotFound' ? [] : [said[at]]);
  });
});

describe('the SDK for JavaScript', () => {
  const given = (accessKeyId: string) => async () => ({ accessKeyId, secretAccessKey: 's' });
  /** By the key that it finds, or by what it says when it finds none. */
  const METHOD: readonly (readonly [RegExp, (winner: Winner | null) => boolean])[] = [
    [/^(ASIA|AKIA)/, (winner) => winner?.setting === 'aws_access_key_id'],
    [/^FROMROLE|environment variable/, (winner) => winner?.setting === 'role_arn'],
    [/^FROMTOKEN|ENOENT/, (winner) => winner?.setting === 'web_identity_token_file'],
    [/^FROMPROCESS/, (winner) => winner?.setting === 'credential_process'],
    // It looks for the profile of its own in the usual files.
    [/SSO|was not found/, (winner) => winner?.setting.startsWith('sso_') === true],
    [/Could not resolve credentials/, (winner) => winner === null],
  ];

  test.each(names.map((name, at) => [name, at] as const))('%s', async (_, at) => {
    const { credentials, config } = texts[at] ?? expect.fail();
    const [filepath, configFilepath] = ['js-credentials', 'js-config'].map((name) => join(folder, `${name}-${at}`));
    writeFileSync(filepath ?? '', credentials);
    writeFileSync(configFilepath ?? '', config);
    const said = await fromIni({
      profile: 'plain',
      filepath: filepath ?? '',
      configFilepath: configFilepath ?? '',
      ignoreCache: true,
      roleAssumer: given('FROMROLE'),
      roleAssumerWithWebIdentity: given('FROMTOKEN'),
    })().then(
      ({ accessKeyId }) => accessKeyId,
      (thrown) => String(thrown.message),
    );
    const winner = whoWins({ credentials, config }, 'plain', 'smithy');
    const [method] = METHOD.filter(([says]) => says.test(said));
    expect(method?.[1](winner), `${said}: ${winner?.setting}`).toBe(true);
  });
});
