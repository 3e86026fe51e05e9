import * as iam from '@aws-sdk/client-iam';
import * as sts from '@aws-sdk/client-sts';
import { describe, expect, test } from 'vitest';
import { checkPolicy } from '../../../electron/core/policy/check-policy.ts';
import { meantAction } from '../../../electron/core/policy/known-actions.ts';
import { POLICY_FINDINGS, type PolicyCode } from '../../../electron/core/policy/policy-finding.ts';
import { allow, deny, LISTED, OWN_USER, text, USERS_OWN, WITH, WITHOUT } from './policies.ts';

const codesOf = (pasted: string) => checkPolicy(pasted).findings.map(({ code }) => code);
const of = (key: string, value: unknown) => ({ Condition: { [key]: { 'aws:MultiFactorAuthPresent': value } } });
const age = (key: string, value: unknown) => ({ Condition: { [key]: { 'aws:MultiFactorAuthAge': value } } });

test('of the policy of the user whom Daypass was made for, just this is said', () => {
  const { findings, meanings, well } = checkPolicy(USERS_OWN);
  expect(findings.map(({ code, severity, place }) => [code, severity, place?.sid])).toEqual([
    ['nothing-allows', 'warning', 'BlockMostAccessUnlessSignedInWithMFA'],
    ['no-delete-device', 'info', 'BlockMostAccessUnlessSignedInWithMFA'],
    ['password-until-mfa', 'info', 'BlockMostAccessUnlessSignedInWithMFA'],
  ]);
  expect(findings[0]?.evidence).toBe(
    'iam:CreateVirtualMFADevice, iam:EnableMFADevice, iam:ListMFADevices, iam:ListUsers, iam:ListVirtualMFADevices, ' +
      'iam:ResyncMFADevice, iam:GetAccountPasswordPolicy',
  );
  expect(meanings.map(({ code, when }) => [code, when])).toEqual([
    ['allow', 'always'],
    ['deny-without-mfa', 'without-mfa'],
    ['list-allows-nothing', 'without-mfa'],
    ['session-token-free', 'without-mfa'],
  ]);
  expect(well).toBe(false);
});

test('a sound policy gets no finding', () => {
  expect(codesOf(text(LISTED, deny()))).toEqual([]);
});

describe('conditions on MFA', () => {
  test.each<[name: string, effect: 'Allow' | 'Deny', condition: { Condition: object }, codes: readonly PolicyCode[]]>([
    ['Bool false misses keys', 'Deny', of('Bool', 'false'), ['deny-misses-keys']],
    ['Bool false as a word misses keys', 'Deny', of('Bool', false), ['deny-misses-keys']],
    ['Bool false in a list misses keys', 'Deny', of('Bool', ['false']), ['deny-misses-keys']],
    ['BoolIfExists false catches all', 'Deny', of('BoolIfExists', 'false'), []],
    ['capitals do not matter', 'Deny', of('boolifexists', 'False'), []],
    ['BoolIfExists true denies MFA', 'Deny', of('BoolIfExists', 'true'), ['deny-with-mfa']],
    ['Bool true denies MFA', 'Deny', of('Bool', 'true'), ['deny-with-mfa']],
    ['Null true catches keys alone', 'Deny', of('Null', 'true'), ['null-not-enough']],
    ['Null false denies sessions', 'Deny', of('Null', 'false'), ['deny-with-mfa']],
    ['Null true of the age catches all', 'Deny', age('Null', 'true'), []],
    ['an age too great misses keys', 'Deny', age('NumericGreaterThan', '3600'), ['deny-misses-keys', 'mfa-age']],
    ['an age too great, if it exists', 'Deny', age('NumericGreaterThanIfExists', 3600), ['mfa-age']],
    ['both is nothing', 'Deny', of('Bool', ['true', 'false']), ['mfa-unclear']],
    ['no truth', 'Deny', of('Bool', 'no'), ['mfa-unclear']],
    ['another operator', 'Deny', of('StringLike', 'false'), ['mfa-unclear']],
    ['a number for a truth', 'Deny', of('NumericLessThan', '1'), ['mfa-unclear']],
    ['Bool true asks for MFA', 'Allow', of('Bool', 'true'), []],
    ['BoolIfExists true lets keys in', 'Allow', of('BoolIfExists', 'true'), ['allow-lets-keys']],
    ['Null false lets sessions in', 'Allow', of('Null', 'false'), ['null-not-enough']],
    ['Null false of the age asks for MFA', 'Allow', age('Null', false), []],
    ['Bool false is for who has none', 'Allow', of('Bool', 'false'), ['allow-without-mfa']],
    ['BoolIfExists false is for who has none', 'Allow', of('BoolIfExists', 'false'), ['allow-without-mfa']],
    ['a young age asks for MFA', 'Allow', age('NumericLessThan', '3600'), ['mfa-age']],
    ['a young age, if it exists', 'Allow', age('NumericLessThanIfExists', '3600'), ['allow-lets-keys', 'mfa-age']],
    ['for all values lets keys in', 'Allow', of('ForAllValues:Bool', 'true'), ['allow-lets-keys']],
    ['for any value asks for MFA', 'Allow', of('ForAnyValue:Bool', 'true'), []],
    ['for all values catches all', 'Deny', of('ForAllValues:Bool', 'false'), []],
    ['for any value misses keys', 'Deny', of('ForAnyValue:Bool', 'false'), ['deny-misses-keys']],
    ['another key is nobody’s', 'Allow', { Condition: { IpAddress: { 'aws:SourceIp': '192.0.2.0/24' } } }, []],
    ['Bool for another key', 'Deny', { Condition: { Bool: { 'aws:SecureTransport': 'false' } } }, []],
    ['an operator that is none', 'Allow', of('Boolean', 'true'), ['operator-unknown', 'mfa-unclear']],
    ['Null with IfExists', 'Deny', age('NullIfExists', 'true'), ['operator-unknown']],
  ])('%s', (_, effect, condition, codes) => {
    const statement =
      effect === 'Deny' ? deny({ NotAction: undefined, Action: 's3:*', ...condition }) : allow(condition);
    expect([...codesOf(text(statement))].sort()).toEqual([...codes].sort());
  });

  test.each([
    ['aws:MultiFactorAuthentication', 'aws:MultiFactorAuthPresent'],
    ['aws:MultiFactorAuthPresnt', 'aws:MultiFactorAuthPresent'],
    ['aws:MultiFactorAge', 'aws:MultiFactorAuthAge'],
    ['aws:MFAPresent', 'aws:MultiFactorAuthPresent'],
    ['MultiFactorAuthPresent', 'aws:MultiFactorAuthPresent'],
  ])('the key %s is none of AWS’s', (key, meant) => {
    const { findings } = checkPolicy(text(allow({ Condition: { Bool: { [key]: 'true' } } })));
    expect(findings.map(({ code, evidence }) => [code, evidence])).toEqual([
      ['mfa-key-unknown', `"${key}" → "${meant.slice(0, 100)}"`],
    ]);
  });

  test.each([
    ...['StringEquals', 'StringNotEquals', 'StringEqualsIgnoreCase', 'StringNotEqualsIgnoreCase', 'StringLike'],
    ...['StringNotLike', 'NumericEquals', 'NumericNotEquals', 'NumericLessThan', 'NumericLessThanEquals'],
    ...['NumericGreaterThan', 'NumericGreaterThanEquals', 'DateEquals', 'DateNotEquals', 'DateLessThan'],
    ...['DateLessThanEquals', 'DateGreaterThan', 'DateGreaterThanEquals', 'Bool', 'BinaryEquals', 'IpAddress'],
    ...['NotIpAddress', 'ArnEquals', 'ArnLike', 'ArnNotEquals', 'ArnNotLike'],
  ])('%s is one of IAM’s operators, also if it exists and for many values', (operator) => {
    for (const written of [
      operator,
      `${operator}IfExists`,
      `ForAnyValue:${operator}`,
      `ForAllValues:${operator}IfExists`,
    ]) {
      expect(codesOf(text(allow({ Condition: { [written]: { 'aws:SourceVpc': 'x' } } })))).toEqual([]);
    }
  });

  test('two denials of the same, one for sessions and one for keys, are as good as one', () => {
    const both = [of('Bool', 'false'), of('Null', 'true')].map((condition) => deny(condition));
    expect(codesOf(text(LISTED, ...both))).toEqual([]);
    const apart = [
      deny(of('Bool', 'false')),
      deny({ ...of('Null', 'true'), NotAction: ['iam:ListMFADevices', 'iam:GetUser'] }),
    ];
    expect(codesOf(text(LISTED, allow({}), ...apart))).toEqual(['deny-misses-keys', 'null-not-enough']);
  });
});

describe('“deny all but MFA”', () => {
  const listed = (...NotAction: readonly string[]) => deny({ NotAction });

  test.each<[name: string, statements: readonly object[], codes: readonly PolicyCode[]]>([
    ['without ListMFADevices', [allow({}), listed('iam:GetUser')], ['no-list-devices']],
    ['with all denied', [deny({ NotAction: undefined, Action: '*' })], ['no-list-devices']],
    ['with a wildcard for ListMFADevices', [allow({ Action: 'iam:List*' }), listed('iam:List*')], []],
    ['with another case', [LISTED, listed('IAM:listmfadevices')], []],
    ['with nothing that allows', [deny()], ['nothing-allows']],
    ['with what needs no permission', [LISTED, listed('iam:ListMFADevices', 'sts:GetSessionToken')], ['session-token']],
    ['with GetCallerIdentity', [LISTED, listed('iam:ListMFADevices', 'sts:GetCallerIdentity')], []],
    ['with everything', [listed('*')], ['deny-nothing']],
    ['with a whole service', [LISTED, listed('iam:ListMFADevices', 's3:*')], ['whole-service', 'nothing-allows']],
    [
      'with all of IAM',
      [allow({ Action: 'iam:*', Condition: WITH }), listed('iam:*')],
      ['gate-opened', 'whole-service'],
    ],
    [
      'with what takes MFA away',
      [
        allow({ Action: ['iam:ListMFADevices', 'iam:DeactivateMFADevice'] }),
        listed('iam:ListMFADevices', 'iam:DeactivateMFADevice'),
      ],
      ['gate-opened'],
    ],
    [
      'with an enrolment that cannot be cleaned up',
      [
        LISTED,
        allow({ Action: 'iam:CreateVirtualMFADevice', Resource: 'arn:aws:iam::*:mfa/*' }),
        listed('iam:ListMFADevices', 'iam:CreateVirtualMFADevice'),
      ],
      ['no-delete-device'],
    ],
    [
      'with a password that is promised',
      [LISTED, allow({ Action: 'iam:ChangePassword' }), deny()],
      ['password-until-mfa'],
    ],
    [
      'with a password that asks for MFA',
      [LISTED, allow({ Action: 'iam:ChangePassword', Condition: WITH }), deny()],
      [],
    ],
    [
      'with half of the browser’s sign-in',
      [
        LISTED,
        allow({ Action: ['signin:AuthorizeOAuth2Access', 'signin:CreateOAuth2Token'], Resource: '*' }),
        listed('iam:ListMFADevices', 'signin:AuthorizeOAuth2Access'),
      ],
      ['browser-denied'],
    ],
    [
      'with the browser’s sign-in',
      [
        LISTED,
        allow({ Action: 'signin:*', Resource: '*' }),
        listed('iam:ListMFADevices', 'signin:AuthorizeOAuth2Access', 'signin:CreateOAuth2Token'),
      ],
      [],
    ],
    ['beside an Allow of everything', [allow({ Action: '*', Resource: '*' }), deny()], ['allow-all']],
    ['beside one with MFA', [LISTED, allow({ Action: '*', Resource: '*', Condition: WITH }), deny()], []],
    ['with Bool', [LISTED, deny(of('Bool', 'false'))], ['deny-misses-keys']],
    [
      'for keys alone',
      [allow({}), deny({ ...of('Null', 'true'), NotAction: 'iam:GetUser' })],
      ['null-not-enough', 'no-list-devices'],
    ],
    [
      'beside an Allow of everything else',
      [LISTED, allow({ Action: undefined, NotAction: 's3:*', Resource: '*' }), deny()],
      ['allow-all-but'],
    ],
    ['on a resource only', [deny({ Resource: 'arn:aws:s3:::a' })], []],
    ['on NotResource', [deny({ Resource: undefined, NotResource: 'arn:aws:s3:::a' })], ['not-resource']],
  ])('%s', (_, statements, codes) => {
    expect(codesOf(text(...statements))).toEqual(codes);
  });
});

describe('actions', () => {
  test.each([
    ['iam:ListMFADevice', 'iam:ListMFADevices'],
    ['iam:ListMfaDevcies', 'iam:ListMFADevices'],
    ['iam:ListMAFDevice', 'iam:ListMFADevices'],
    ['iam:ChangePasword', 'iam:ChangePassword'],
    ['iam:CreateVirtualMFADevices', 'iam:CreateVirtualMFADevice'],
    ['sts:GetSesionToken', 'sts:GetSessionToken'],
    ['codecommit:GitPul', 'codecommit:GitPull'],
    ['codecommit:GitClone', 'codecommit:GitPull'],
    ['codecomit:GitPull', 'codecommit:GitPull'],
    ['codecomit:*', 'codecommit:*'],
    ['s3:ListBuckets', 's3:ListAllMyBuckets'],
    ['s3:ListObjectsV2', 's3:ListBucket'],
    ['s3:GetObjects', 's3:GetObject'],
    ['signin:CreateOauthToken', 'signin:CreateOAuth2Token'],
  ])('%s is none: %s', (action, meant) => {
    const { findings } = checkPolicy(text(allow({ Action: action, Resource: '*', Condition: WITH })));
    expect(findings.map(({ code, evidence }) => [code, evidence])).toEqual([
      ['action-unknown', `${action} → ${meant}`],
    ]);
  });

  test.each(['IAM:listmfadevices', 'sns:Publish', 'iam:SimulatePrincipalPolicy', 's3:Get*', 'iam:*MFA*', '*', 'kms:*'])(
    '%s is let be',
    (action) => {
      expect(codesOf(text(allow({ Action: action, Resource: '*', Condition: WITH })))).not.toContain('action-unknown');
    },
  );

  test.each(['GetUser', 'iam.GetUser', 'iam: GetUser', 'iam:', ':GetUser', ''])(
    '“%s” is not in an action’s form',
    (action) => {
      expect(codesOf(text(allow({ Action: action })))).toEqual(['action-form']);
    },
  );

  test.each(Object.entries({ iam, sts }))('none of %s’s own is taken for a slip of the hand', (service, client) => {
    const names = Object.keys(client).flatMap((name) => /^(.+)Command$/.exec(name)?.[1] ?? []);
    expect(names.length).toBeGreaterThan(8);
    expect(names.filter((name) => meantAction(`${service}:${name}`) !== null)).toEqual([]);
  });

  test.each<[statement: object, codes: readonly PolicyCode[]]>([
    [allow({ Action: 'sts:GetSessionToken', Resource: '*' }), ['session-token']],
    [{ Effect: 'Deny', Action: 'sts:GetSessionToken', Resource: '*' }, ['session-token']],
    [allow({ Action: undefined, NotAction: 'iam:*', Resource: '*' }), ['allow-all-but']],
    [allow({ Action: '*:*', Resource: '*' }), ['allow-all']],
    [allow({ Action: '*', Resource: 'arn:aws:s3:::a' }), []],
  ])('%j', (statement, codes) => {
    expect(codesOf(text(statement))).toEqual(codes);
  });
});

describe('resources', () => {
  test.each<[action: string | readonly string[], resource: string | readonly string[], codes: readonly PolicyCode[]]>([
    ['iam:GetUser', OWN_USER, []],
    ['iam:GetUser', 'arn:aws:iam::123456789012:user/dev/ann', []],
    ['iam:GetUser', 'user/ann', ['arn-shape']],
    ['iam:GetUser', 'arn:aws:iam', ['arn-shape']],
    ['iam:GetUser', 'arn:aws:iam::123456789012:', ['arn-shape']],
    ['iam:GetUser', 'arn:amazon:iam::123456789012:user/ann', ['arn-shape']],
    ['iam:GetUser', 'arn:aws:iam:123456789012::user/ann', ['arn-account']],
    ['iam:GetUser', 'arn:aws:iam:123456789012:user/ann', ['arn-shape']],
    ['iam:GetUser', 'arn:aws:iam:eu-west-1:123456789012:user/ann', ['arn-account']],
    ['iam:GetUser', 'arn:aws:iam:::user/ann', ['arn-account']],
    ['iam:GetUser', 'arn:aws:iam::1234:user/ann', ['arn-account']],
    ['iam:GetUser', 'arn:*:iam::*:user/ann', []],
    ['iam:GetUser', 'arn:aws-cn:iam::123456789012:user/ann', []],
    ['iam:GetUser', 'arn:aws:iam::123456789012:mfa/ann', ['never-matches']],
    ['iam:CreateVirtualMFADevice', OWN_USER, ['never-matches']],
    ['iam:CreateVirtualMFADevice', 'arn:aws:iam::*:mfa/*', []],
    ['iam:EnableMFADevice', 'arn:aws:iam::*:mfa/*', ['never-matches']],
    [['iam:EnableMFADevice', 'iam:CreateVirtualMFADevice'], [OWN_USER, 'arn:aws:iam::*:mfa/*'], []],
    ['iam:GetUser', 'arn:aws:iam::*:*', []],
    ['iam:GetUser', 'arn:aws:s3:::a', ['never-matches']],
    ['iam:GetUser', 'arn:aws:iam::123456789012:user*', []],
    ['iam:GetUser', 'arn:aws:iam::123456789012:user', ['never-matches']],
    ['iam:ListUsers', 'arn:aws:iam::*:user/*', ['needs-star']],
    ['iam:ListVirtualMFADevices', 'arn:aws:iam::*:mfa/*', ['needs-star']],
    ['iam:ListUsers', '*', []],
    ['iam:ChangePassword', '*', []],
    ['iam:UpdateLoginProfile', '*', ['not-own-user']],
    ['iam:CreateAccessKey', 'arn:aws:iam::*:user/*', ['not-own-user']],
    ['iam:CreateAccessKey', 'arn:aws:iam::123456789012:user/ann', []],
    ['iam:CreateVirtualMFADevice', OWN_USER.replace('user/', 'mfa/'), ['device-named-as-user']],
    ['s3:GetObject', 'arn:aws:s3:::a', ['s3-mixed']],
    ['s3:GetObject', 'arn:aws:s3:::a/*', []],
    ['s3:GetObject', 'arn:aws:s3:::a*', []],
    ['s3:ListBucket', 'arn:aws:s3:::a/*', ['s3-mixed']],
    [['s3:ListBucket', 's3:GetObject'], ['arn:aws:s3:::a', 'arn:aws:s3:::a/*'], []],
    ['s3:ListAllMyBuckets', 'arn:aws:s3:::*', []],
    ['s3:ListAllMyBuckets', 'arn:aws:s3:::a', ['needs-star']],
    ['s3:ListBucket', 'arn:aws:s3:eu-west-1:123456789012:accesspoint/a', []],
    ['s3:GetObject', 'arn:aws:s3:eu-west-1:123456789012:a/*', ['arn-account']],
    ['s3:GetObject', 'arn:aws:s3:eu-west-1:123456789012:accesspoint/a/object/*', []],
    ['codecommit:GitPull', 'arn:aws:codecommit:eu-west-1:123456789012:a', []],
    ['codecommit:GitPull', 'arn:aws:codecommit:*:*:a', []],
    ['codecommit:GitPull', 'arn:aws:codecommit:::a', ['arn-codecommit']],
    ['codecommit:GitPull', 'arn:aws:codecommit:eu-west-1::a', ['arn-codecommit']],
    ['codecommit:ListRepositories', 'arn:aws:codecommit:*:*:a', ['needs-star']],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: IAM's own form of a variable
    ['iam:GetUser', 'arn:aws:iam::*:user/${username}', ['variable-unknown']],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: IAM's own form of a variable
    ['iam:GetUser', 'arn:aws:iam::*:user/${aws:userName}', []],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: IAM's own form of a variable
    ['iam:GetUser', 'arn:aws:iam::*:user/${aws:user}', ['variable-unknown']],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: IAM's own form of a variable
    ['s3:GetObject', 'arn:aws:s3:::a/${aws:PrincipalTag/team}/*', []],
    ['kms:Decrypt', 'arn:aws:kms:eu-west-1:123456789012:key/a', []],
    ['iam:GetUser', `arn:aws:iam::*:user/${'*a'.repeat(200)}`, []],
  ])('%j on %j: %j', (Action, Resource, codes) => {
    expect(codesOf(text(allow({ Action, Resource })))).toEqual(codes);
  });
});

test('what is grave comes first, and each place is named', () => {
  const { findings } = checkPolicy(
    text(LISTED, deny({ Sid: 'Gate', ...of('Bool', 'false'), NotAction: ['iam:GetUser'] })),
  );
  expect(findings.map(({ severity }) => severity)).toEqual(['error', 'warning', 'warning']);
  expect(findings[0]).toMatchObject({
    evidence: '"Bool": {"aws:MultiFactorAuthPresent": "false"}',
    place: { line: 9, column: 5, statement: 2, sid: 'Gate' },
  });
});

test('what works, and what only may be amiss, is no error', () => {
  const codesWith = (severity: string) =>
    Object.entries(POLICY_FINDINGS).flatMap(([code, one]) => (one === severity ? [code] : []));
  expect(codesWith('info')).toEqual([
    ...['version-old', 'too-large-for-user', 'session-token', 'mfa-age', 'no-delete-device', 'password-until-mfa'],
  ]);
  expect(codesWith('warning')).toEqual([
    ...['version-missing', 'allow-all-but', 'allow-all', 'needs-star', 'not-own-user', 'device-named-as-user'],
    ...['not-resource', 'allow-without-mfa', 'whole-service', 'no-list-devices', 'nothing-allows', 'browser-denied'],
  ]);
  const all = [...codesWith('info'), ...codesWith('warning'), ...codesWith('error')];
  expect(all).toHaveLength(Object.keys(POLICY_FINDINGS).length);
});

test('evidence stays short', () => {
  const action = `iam:${'x'.repeat(5_000)} `;
  expect(checkPolicy(text(allow({ Action: action }))).findings[0]?.evidence.length).toBe(201);
});

test('the condition without MFA is as it should be', () => {
  expect(codesOf(text(LISTED, deny({ Condition: WITHOUT })))).toEqual([]);
});
