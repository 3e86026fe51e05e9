// What becomes of the environment is proven with the real shells, in tests/integration/command-quoting.test.ts.
import { describe, expect, it } from 'vitest';
import { endpointLines, sessionLines, undoLines } from '../../../electron/core/aws/session-variables.ts';

const KEYS = { accessKeyId: 'ASIA1', secretAccessKey: 's/+', sessionToken: 't==' };
const ENDPOINT = { uri: 'http://127.0.0.1:4711/v1/credentials/p1', tokenFile: '/home/ann/.daypass/endpoint/p1.token' };
const aside = (name: string) => `[ -z "\${${name}+x}" ] || { DAYPASS_WAS_${name}=$${name}; unset ${name}; }\n`;
const PROFILE = ['AWS_PROFILE', 'AWS_DEFAULT_PROFILE'].map(aside).join('');
const CHOSEN = `[ "\${AWS_REGION-}\${AWS_DEFAULT_REGION-}" != "\${DAYPASS_REGION-}\${DAYPASS_REGION-}" ]`;
const REGION = `${CHOSEN} || export AWS_REGION='eu-west-1' AWS_DEFAULT_REGION='eu-west-1' DAYPASS_REGION='eu-west-1'\n`;
const OTHERS =
  'AWS_SECURITY_TOKEN AWS_CREDENTIAL_EXPIRATION AWS_CREDENTIAL_SCOPE AWS_ACCESS_KEY AWS_SECRET_KEY ' +
  'AMAZON_ACCESS_KEY_ID AMAZON_SECRET_ACCESS_KEY AMAZON_SESSION_TOKEN ' +
  'AWS_ROLE_ARN AWS_ROLE_SESSION_NAME AWS_WEB_IDENTITY_TOKEN_FILE';

describe('the session', () => {
  it('is set, and all else that gives credentials is taken away', () => {
    expect(sessionLines(KEYS, 'eu-west-1', 'sh')).toBe(
      `${PROFILE}unset ${OTHERS} AWS_CONTAINER_CREDENTIALS_FULL_URI AWS_CONTAINER_CREDENTIALS_RELATIVE_URI` +
        ' AWS_CONTAINER_AUTHORIZATION_TOKEN AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE\n' +
        `export AWS_ACCESS_KEY_ID='ASIA1'\nexport AWS_SECRET_ACCESS_KEY='s/+'\nexport AWS_SESSION_TOKEN='t=='\n${REGION}`,
    );
  });

  it('in cmd has no line that "for" cannot run', () => {
    const lines = sessionLines(KEYS, 'eu-west-1', 'cmd').split('\n');
    expect(lines.pop()).toBe('');
    for (const line of lines) expect(line).toMatch(/^set "[A-Z_]+=[^"]*"$/);
    expect(lines).toContain('set "AWS_PROFILE="');
    expect(lines).toContain('set "AWS_SESSION_TOKEN=t=="');
  });

  it('is undone', () => {
    expect(undoLines('session', 'sh')).toBe(
      `${CHOSEN} || unset AWS_REGION AWS_DEFAULT_REGION\n` +
        'unset AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN DAYPASS_REGION\n' +
        ['AWS_PROFILE', 'AWS_DEFAULT_PROFILE']
          .map(
            (name) =>
              `[ -z "\${DAYPASS_WAS_${name}+x}" ] || { export ${name}="$DAYPASS_WAS_${name}"; unset DAYPASS_WAS_${name}; }\n`,
          )
          .join(''),
    );
  });
});

describe('the endpoint', () => {
  it('is set, and keys are taken away, which would come before it', () => {
    expect(endpointLines(ENDPOINT, 'eu-west-1', 'sh')).toBe(
      `${PROFILE}unset AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN ${OTHERS}` +
        ' AWS_CONTAINER_CREDENTIALS_RELATIVE_URI AWS_CONTAINER_AUTHORIZATION_TOKEN\n' +
        `export AWS_CONTAINER_CREDENTIALS_FULL_URI='${ENDPOINT.uri}'\n` +
        `export AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE='${ENDPOINT.tokenFile}'\n${REGION}`,
    );
  });

  it('is undone', () => {
    expect(undoLines('endpoint', 'cmd')).toBe(
      'set "AWS_CONTAINER_CREDENTIALS_FULL_URI="\nset "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE="\nset "DAYPASS_REGION="\n',
    );
  });
});
