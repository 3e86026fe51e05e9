import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkPolicy } from '../../../electron/core/policy/check-policy.ts';
import { POLICY_SIZE, parsePolicy } from '../../../electron/core/policy/parse-policy.ts';
import type { PolicyCode } from '../../../electron/core/policy/policy-finding.ts';
import { LONGEST_PASTED } from '../../../electron/core/policy/read-pasted.ts';
import { allow, deny, LISTED, OWN_USER, text, USERS_OWN } from './policies.ts';

const told = (pasted: string) => parsePolicy(pasted).findings.map(({ code }) => code);
const sound = text(LISTED, deny());
const encoded = encodeURIComponent(sound);

describe('what people paste', () => {
  test.each<[name: string, pasted: string]>([
    ['as it is', sound],
    ['with a byte order mark', `\ufeff${sound}`],
    ['as PowerShell writes it', Buffer.from(`\ufeff${sound}`, 'utf16le').toString('utf8')],
    ['with Windows line ends', sound.replaceAll('\n', '\r\n')],
    ['with blank lines around', `\n\n  ${sound}\n\n`],
    ['in a fence', `Here it is:\n\n\`\`\`json\n${sound}\n\`\`\`\nBye`],
    ['in a fence of tildes', `~~~\n${sound}\n~~~\n`],
    ['in a fence that is not closed', `\`\`\`\n${sound}`],
    ['URL-encoded', encoded],
    ['URL-encoded, in quotes', `"${encoded}"`],
    [
      'as get-user-policy prints it',
      JSON.stringify({ UserName: 'ann', PolicyName: 'p', PolicyDocument: JSON.parse(sound) }),
    ],
    ['as an old one prints it', JSON.stringify({ UserName: 'ann', PolicyDocument: encoded })],
    [
      'as get-policy-version prints it',
      JSON.stringify({ PolicyVersion: { Document: JSON.parse(sound), VersionId: 'v1' } }),
    ],
    ['as its API sends it', JSON.stringify({ PolicyVersion: { Document: encoded } })],
    ['as get-bucket-policy prints it', JSON.stringify({ Policy: sound })],
    ['as a text of JSON', JSON.stringify(sound)],
    [
      'with one statement that is in no list',
      text(allow({}))
        .replace('[', '')
        .replace(/\]\s*\}$/, '}'),
    ],
  ])('%s, is read as a policy', (_, pasted) => {
    const { policy, findings } = parsePolicy(pasted);
    expect(findings).toEqual([]);
    expect(policy?.statements.length).toBeGreaterThan(0);
  });

  test('with curly quotes is read, and they are told of', () => {
    const curly = sound.replace(/"(\w+)"/g, '“$1”');
    const { policy, findings } = parsePolicy(curly);
    expect(policy?.statements).toHaveLength(2);
    expect(findings.map(({ code, place }) => [code, place?.line, place?.column])).toEqual([['odd-quotes', 2, 3]]);
  });

  test('with the spaces of a web page is read, and they are told of', () => {
    expect(told(sound.replaceAll('\n  ', '\n\u00a0\u3000'))).toEqual(['odd-spaces']);
  });

  test('is placed by the lines of what was pasted', () => {
    const pasted = `Look:\n\`\`\`json\n${sound}\n\`\`\`\n`;
    expect(parsePolicy(pasted).policy?.statements[0]?.place).toEqual({ line: 6, column: 5, statement: 1, sid: null });
  });
});

describe('what is no JSON', () => {
  test.each<[pasted: string, code: PolicyCode, line: number, column: number]>([
    ['{', 'json-ends', 1, 2],
    ['{"Version": "2012-10-17"', 'json-ends', 1, 25],
    ['{"Version": ', 'json-ends', 1, 13],
    ['{\n  "Version" "2012-10-17"\n}', 'json-colon', 2, 13],
    ['{\n  "Version": "2012-10-17"\n  "Statement": []\n}', 'json-comma', 2, 26],
    ['{\r\n"Statement": [1 2]\r\n}', 'json-comma', 2, 16],
    ['{"Version": "2012-10-17",\n}', 'json-trailing-comma', 1, 25],
    ['{"Statement": [1,\n]}', 'json-trailing-comma', 1, 17],
    ['{,}', 'json-key', 1, 2],
    ['{Version: 1}', 'json-key', 1, 2],
    ["{'Version': 1}", 'json-quotes', 1, 2],
    ['{"Version": ‘1’}', 'json-quotes', 1, 13],
    ['{"Version": True}', 'json-value', 1, 13],
    ['{"Version": 2012-10-17}', 'json-value', 1, 13],
    ['{"Version": 01}', 'json-value', 1, 13],
    ['{"Version": }', 'json-value', 1, 13],
    ['{\n  // the version\n  "Version": 1}', 'json-comment', 2, 3],
    ['{"Version": 1 # 2012\n}', 'json-comment', 1, 15],
    ['// mine\n{}', 'json-comment', 1, 1],
    ['{"Sid": "a\nb"}', 'json-text-open', 1, 9],
    ['{"Sid": "a', 'json-text-open', 1, 9],
    ['{"Sid": "a\tb"}', 'json-control', 1, 11],
    ['{"Sid": "\\d"}', 'json-escape', 1, 10],
    ['{"Sid": "\\u12"}', 'json-escape', 1, 10],
    ['{"Sid": "\\d\\n"}', 'json-escape', 1, 10],
    ['{"😀": x}', 'json-value', 1, 7],
    ['{"a":1}\r{"b":2}', 'json-after-end', 2, 1],
    [`${'['.repeat(100)}`, 'json-deep', 1, 66],
    ['Version: 2012-10-17\nStatement:\n', 'not-json', 1, 1],
    ['data "aws_iam_policy_document" "a" {', 'not-json', 1, 1],
    ['%7B%zz', 'not-json', 1, 1],
  ])('%j: %s in line %i, column %i', (pasted, code, line, column) => {
    const { policy, findings } = parsePolicy(pasted);
    expect(policy).toBeNull();
    expect(findings).toMatchObject([{ code, place: { line, column } }]);
  });

  test.each(['', ' \n', '\ufeff', '```json\n```', '""'])('%j is nothing', (pasted) => {
    expect(told(pasted)).toEqual(['empty']);
  });

  test('what is longer than any policy is not read', () => {
    expect(told(' '.repeat(LONGEST_PASTED + 1))).toEqual(['too-long']);
    expect(told(' '.repeat(LONGEST_PASTED))).toEqual(['empty']);
  });
});

describe('what is JSON and no policy', () => {
  const Version = '2012-10-17';
  const with2 = (more: object) => JSON.stringify({ Version, Statement: [allow({}), allow(more)] });

  test.each<[name: string, pasted: string, codes: readonly PolicyCode[], evidence: string]>([
    ['a list of statements', JSON.stringify([allow({})]), ['statement-alone'], ''],
    ['a statement', JSON.stringify(allow({})), ['statement-alone'], ''],
    ['a policy that is only described', '{"Policy": {"Arn": "arn:aws:iam::1:policy/a"}}', ['no-document'], ''],
    ['no statement', JSON.stringify({ Version }), ['key-missing'], '"Statement"'],
    ['an empty list', JSON.stringify({ Version, Statement: [] }), ['type-wrong'], '"Statement": []'],
    ['a number', '7', ['type-wrong'], '7'],
    [
      'statements that are none',
      JSON.stringify({ Version, Statement: ['Allow'] }),
      ['type-wrong'],
      '"Statement": ["Allow"]',
    ],
    ['a name in small letters', with2({ sid: 'a' }), ['key-unknown'], '"sid" → "Sid"'],
    ['a name that is none', with2({ Comment: 'a' }), ['key-unknown'], '"Comment"'],
    [
      'a name of the whole that is none',
      JSON.stringify({ Versoin: Version, Statement: allow({ Resource: '*' }) }),
      ['key-unknown', 'version-missing'],
      '"Versoin" → "Version"',
    ],
    ['a name twice', sound.replace('"Effect"', '"Effect": "Allow", "Effect"'), ['key-twice'], '"Effect"'],
    [
      'an operator twice',
      sound.replace('"BoolIfExists"', '"BoolIfExists": {"aws:SecureTransport": "false"}, "BoolIfExists"'),
      ['key-twice'],
      '"BoolIfExists"',
    ],
    [
      'a key twice in a condition',
      sound.replace('"aws:Multi', '"aws:multifactorauthpresent": "true", "aws:Multi'),
      ['key-twice'],
      '"aws:MultiFactorAuthPresent"',
    ],
    ['no effect', with2({ Effect: undefined }), ['key-missing'], '"Effect"'],
    ['no action', with2({ Action: undefined }), ['key-missing'], '"Action"'],
    ['no resource', with2({ Resource: undefined }), ['key-missing'], '"Resource"'],
    ['a small effect', with2({ Effect: 'allow' }), ['effect-wrong'], '"Effect": "allow"'],
    ['an effect that is none', with2({ Effect: true }), ['effect-wrong'], '"Effect": ""'],
    ['an action that is a number', with2({ Action: [1] }), ['type-wrong'], '"Action": [1]'],
    ['no action in the list', with2({ Action: [] }), ['type-wrong'], '"Action": []'],
    ['a Sid that is a number', with2({ Sid: 1 }), ['type-wrong'], '"Sid": 1'],
    ['a Sid with a blank', with2({ Sid: 'a b' }), ['sid-invalid'], '"Sid": "a b"'],
    [
      'a Sid twice',
      JSON.stringify({ Version, Statement: [allow({ Sid: 'a' }), allow({ Sid: 'a' })] }),
      ['sid-twice'],
      '"Sid": "a"',
    ],
    ['both actions', with2({ NotAction: 'iam:*' }), ['action-and-not-action'], ''],
    ['both resources', with2({ NotResource: '*' }), ['resource-and-not-resource'], ''],
    ['a condition that is a text', with2({ Condition: 'MFA' }), ['type-wrong'], '"Condition": "MFA"'],
    ['an operator without a key', with2({ Condition: { Bool: 'true' } }), ['type-wrong'], '"Bool": "true"'],
    ['a key without a value', with2({ Condition: { Bool: { 'aws:a': [] } } }), ['type-wrong'], '"aws:a": []'],
    ['who is left out', with2({ NotPrincipal: '*' }), ['principal-here'], '"NotPrincipal"'],
    ['a principal', with2({ Principal: '*' }), ['principal-here'], '"Principal"'],
    [
      'a principal with everything',
      with2({ Principal: '*', Action: '*', Resource: '*' }),
      ['principal-here'],
      '"Principal"',
    ],
    ['another version', sound.replace(Version, '2024-01-01'), ['version-unknown'], '"Version": "2024-01-01"'],
    [
      'a version that is a number',
      JSON.stringify({ Version: 2012, Statement: deny() }),
      ['version-unknown'],
      '"Version": 2012',
    ],
    ['no version, and a variable', JSON.stringify({ Statement: allow({}) }), ['variable-in-old-version'], OWN_USER],
    [
      'the old version, and a variable',
      text(allow({})).replace(Version, '2008-10-17'),
      ['variable-in-old-version'],
      OWN_USER,
    ],
    [
      'the old version',
      JSON.stringify({ Version: '2008-10-17', Statement: deny() }),
      ['version-old'],
      '"Version": "2008-10-17"',
    ],
    ['no version', JSON.stringify({ Statement: deny() }), ['version-missing'], ''],
  ])('%s', (_, pasted, codes, evidence) => {
    const { findings } = parsePolicy(pasted);
    expect(findings.map(({ code }) => code)).toEqual(codes);
    expect(findings[0]?.evidence).toBe(evidence);
  });

  test.each<[name: string, statement: object]>([
    ['a bucket', { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: ['arn:aws:s3:::a', 'arn:aws:s3:::a/*'] }],
    ['a role', { Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }],
    ['a key', { Effect: 'Allow', Principal: { AWS: '*' }, Action: 'kms:*', Resource: '*' }],
  ])('the policy of %s may say whom it is for', (_, statement) => {
    expect(told(text(statement))).toEqual([]);
  });
});

describe('the size, without white space', () => {
  const large = (characters: number, more: object = {}) => {
    const empty = JSON.stringify({ Version: '2012-10-17', Statement: [{ Sid: '', ...deny(), ...more }] });
    return JSON.stringify(
      JSON.parse(empty.replace('"Sid":""', `"Sid":"${'a'.repeat(characters - empty.length)}"`)),
      null,
      4,
    );
  };
  const bucket = { Principal: '*', Resource: 'arn:aws:s3:::a/*' };

  test.each<[name: string, pasted: string, codes: readonly PolicyCode[]]>([
    ['fits a user', large(POLICY_SIZE.user), []],
    ['fits a managed policy only', large(POLICY_SIZE.user + 1), ['too-large-for-user']],
    ['just fits a managed policy', large(POLICY_SIZE.managed), ['too-large-for-user']],
    ['fits none', large(POLICY_SIZE.managed + 1), ['too-large']],
    ['fits a bucket', large(POLICY_SIZE.bucket, bucket), []],
    ['fits no bucket', large(POLICY_SIZE.bucket + 1, bucket), ['too-large']],
  ])('%s', (_, pasted, codes) => {
    expect(told(pasted)).toEqual(codes);
  });

  test('counts what AWS counts', () => {
    expect(parsePolicy(text(deny())).size).toBe(text(deny()).replace(/\s/g, '').length);
  });
});

describe('no text makes it throw', () => {
  const anything = (pasted: string) => {
    const { findings, meanings } = checkPolicy(pasted);
    // Where nothing could be made of it, it is said why.
    expect(findings.length + meanings.length).toBeGreaterThan(0);
  };

  test('any text', () => fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), anything)));
  test('any JSON', () => fc.assert(fc.property(fc.json(), anything)));
  test('any part of a policy', () => {
    fc.assert(
      fc.property(fc.nat(USERS_OWN.length), fc.nat(50), (from, length) =>
        anything(USERS_OWN.slice(0, from) + USERS_OWN.slice(from + length)),
      ),
    );
  });
  test('any JSON in the place of a part', () => {
    const part = fc.jsonValue();
    const key = fc.constantFrom(
      'Sid',
      'Effect',
      'Action',
      'NotAction',
      'Resource',
      'NotResource',
      'Condition',
      'Principal',
    );
    fc.assert(
      fc.property(key, part, part, (name, value, version) =>
        anything(JSON.stringify({ Version: version, Statement: [{ ...deny(), [name]: value }] })),
      ),
    );
  });
  test('any JSON around it', () => {
    const name = fc.constantFrom('PolicyVersion', 'PolicyDocument', 'Document', 'Policy', 'Statement');
    fc.assert(
      fc.property(name, name, fc.jsonValue(), (a, b, value) => anything(JSON.stringify({ [a]: { [b]: value } }))),
    );
  });
});

test('what is read of JSON is what it says', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', minLength: 1 }), { minLength: 1, maxLength: 5 }), (actions) => {
      const pasted = JSON.stringify({ Version: '2012-10-17', Statement: allow({ Action: actions }) });
      expect(parsePolicy(pasted).policy?.statements[0]?.actions).toEqual(actions);
    }),
  );
});
