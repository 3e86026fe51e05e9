// The stand-in's own Signature Version 4 against the examples that AWS has published, so that a client which it
// refuses is wrong and not merely different.
import { describe, expect, test } from 'vitest';
import { unchunk } from '../aws/s3-body.ts';
import {
  type CredentialScope,
  canonicalRequest,
  parseAuthorization,
  type SignableRequest,
  sha256,
  signature,
  stampOf,
  stringToSign,
  timeOf,
} from '../aws/sigv4.ts';

const emptyBody = sha256('');

interface Example extends SignableRequest {
  readonly name: string;
  readonly secret: string;
  readonly stamp: string;
  readonly region: string;
  readonly service: string;
  readonly payload: string;
  readonly signed: string;
  readonly expected: string;
}

const general = { secret: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY', stamp: '20150830T123600Z', region: 'us-east-1' };
const suite = {
  ...general,
  service: 'service',
  payload: emptyBody,
  method: 'GET',
  path: '/',
  query: '',
  signed: 'host;x-amz-date',
  headers: [
    ['Host', 'example.amazonaws.com'],
    ['X-Amz-Date', general.stamp],
  ],
} as const;
const s3 = {
  secret: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  stamp: '20130524T000000Z',
  region: 'us-east-1',
  service: 's3',
} as const;
const s3Headers = [
  ['Host', 'examplebucket.s3.amazonaws.com'],
  ['x-amz-date', s3.stamp],
] as const;
const s3Empty = [...s3Headers, ['x-amz-content-sha256', emptyBody]] as const;

const examples: readonly Example[] = [
  {
    ...general,
    name: 'IAM ListUsers, the example of the general reference',
    service: 'iam',
    payload: emptyBody,
    method: 'GET',
    path: '/',
    query: 'Action=ListUsers&Version=2010-05-08',
    signed: 'content-type;host;x-amz-date',
    headers: [
      ['Host', 'iam.amazonaws.com'],
      ['Content-Type', 'application/x-www-form-urlencoded; charset=utf-8'],
      ['X-Amz-Date', general.stamp],
    ],
    expected: '5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7',
  },
  { ...suite, name: 'get-vanilla', expected: '5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31' },
  {
    ...suite,
    name: 'get-vanilla-query-order-key-case',
    query: 'Param2=value2&Param1=value1',
    expected: 'b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500',
  },
  {
    ...suite,
    name: 'post-vanilla',
    method: 'POST',
    expected: '5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b',
  },
  {
    ...suite,
    name: 'post-x-www-form-urlencoded',
    method: 'POST',
    payload: sha256('Param1=value1'),
    signed: 'content-type;host;x-amz-date',
    headers: [...suite.headers, ['Content-Type', 'application/x-www-form-urlencoded']],
    expected: 'ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a',
  },
  {
    ...s3,
    name: 'S3 GetObject with a range',
    payload: emptyBody,
    method: 'GET',
    path: '/test.txt',
    query: '',
    signed: 'host;range;x-amz-content-sha256;x-amz-date',
    headers: [...s3Empty, ['Range', 'bytes=0-9']],
    expected: 'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
  },
  {
    ...s3,
    name: 'S3 PutObject with a name to encode',
    payload: '44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072',
    method: 'PUT',
    path: '/test$file.text',
    query: '',
    signed: 'date;host;x-amz-content-sha256;x-amz-date;x-amz-storage-class',
    headers: [
      ...s3Headers,
      ['Date', 'Fri, 24 May 2013 00:00:00 GMT'],
      ['x-amz-storage-class', 'REDUCED_REDUNDANCY'],
      ['x-amz-content-sha256', sha256('Welcome to Amazon S3.')],
    ],
    expected: '98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd',
  },
  {
    ...s3,
    name: 'S3 bucket lifecycle: a parameter without a value',
    payload: emptyBody,
    method: 'GET',
    path: '/',
    query: 'lifecycle',
    signed: 'host;x-amz-content-sha256;x-amz-date',
    headers: s3Empty,
    expected: 'fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543',
  },
  {
    ...s3,
    name: 'S3 list of a bucket',
    payload: emptyBody,
    method: 'GET',
    path: '/',
    query: 'max-keys=2&prefix=J',
    signed: 'host;x-amz-content-sha256;x-amz-date',
    headers: s3Empty,
    expected: '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7',
  },
];

const scopeOf = ({ stamp, region, service }: Omit<Example, 'name'> | typeof s3): CredentialScope => ({
  date: stamp.slice(0, 8),
  region,
  service,
});

describe('published examples', () => {
  test.each(examples)('$name', (example) => {
    const canonical = canonicalRequest(example, example.signed.split(';'), example.payload, example.service);
    const scope = scopeOf(example);
    expect(signature(example.secret, scope, stringToSign(example.stamp, scope, canonical))).toBe(example.expected);
  });

  test('every part of a request counts', () => {
    const [example] = examples as [Example];
    const sign = (changed: Partial<Example>): string => {
      const whole = { ...example, ...changed };
      const canonical = canonicalRequest(whole, whole.signed.split(';'), whole.payload, whole.service);
      return signature(whole.secret, scopeOf(whole), stringToSign(whole.stamp, scopeOf(whole), canonical));
    };
    const changes: Partial<Example>[] = [
      { method: 'POST' },
      { path: '/a' },
      { query: 'Action=ListUsers' },
      { payload: sha256('x') },
      { signed: 'host;x-amz-date' },
      { headers: example.headers.map(([name, value]) => [name, `${value}x`]) },
      { secret: `${example.secret}x` },
      { stamp: '20150830T123601Z' },
      { region: 'us-east-2' },
      { service: 'sts' },
    ];
    const signatures = new Set([example.expected, ...changes.map(sign)]);
    expect(signatures.size).toBe(changes.length + 1);
  });
});

/** Builds an aws-chunked body of the given pieces and the signatures that belong to them. */
const chunked = (pieces: readonly (readonly [Buffer, string])[], end: string): Buffer =>
  Buffer.concat([
    ...pieces.flatMap(([piece, sum]) => [
      Buffer.from(`${piece.length.toString(16)};chunk-signature=${sum}\r\n`),
      piece,
      Buffer.from('\r\n'),
    ]),
    Buffer.from(end),
  ]);

describe('aws-chunked uploads of S3', () => {
  const pieces = [Buffer.alloc(65536, 'a'), Buffer.alloc(1024, 'a')] as const;
  const chain = { secret: s3.secret, scope: scopeOf(s3), stamp: s3.stamp };

  test('the example of the chain of chunk signatures', () => {
    const sums = [
      'ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648',
      '0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497',
    ] as const;
    const last = '0;chunk-signature=b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9\r\n\r\n';
    const seed = '4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9';
    const coded = chunked(
      [
        [pieces[0], sums[0]],
        [pieces[1], sums[1]],
      ],
      last,
    );
    expect(unchunk(coded, { ...chain, seed }).body.length).toBe(66560);

    const swapped = chunked(
      [
        [pieces[1], sums[0]],
        [pieces[0], sums[1]],
      ],
      last,
    );
    expect(() => unchunk(swapped, { ...chain, seed })).toThrow('signature of a chunk');
  });

  test('the example with a signed trailer', () => {
    const sums = [
      'b474d8862b1487a5145d686f57f013e54db672cee1c953b3010fb58501ef5aa2',
      '1c1344b170168f8e65b41376b44b20fe354e373826ccbbe2c1d40a8cae51e5c7',
    ] as const;
    const end = (sum: string): string =>
      '0;chunk-signature=2ca2aba2005185cf7159c6277faf83795951dd77a3a99e6e65d5c9f85863f992\r\n' +
      `x-amz-checksum-crc32c:${sum}\r\n` +
      'x-amz-trailer-signature:d81f82fc3505edab99d459891051a732e8730629a2e4a59689829ca17fe2e435\r\n\r\n';
    const seed = '106e2a8a18243abcf37539882f36619c00e2dfc72633413f02d3b74544bfeb8e';
    const coded = (sum: string): Buffer =>
      chunked(
        [
          [pieces[0], sums[0]],
          [pieces[1], sums[1]],
        ],
        end(sum),
      );
    expect(unchunk(coded('sOO8/Q=='), { ...chain, seed }).trailer).toBe('x-amz-checksum-crc32c:sOO8/Q==\n');
    expect(() => unchunk(coded('AAAA/Q=='), { ...chain, seed })).toThrow('signature of a chunk');
  });

  test('a body cut short is told from a whole one', () => {
    expect(() => unchunk(Buffer.from('5\r\nabc'), undefined)).toThrow('terminated unexpectedly');
    expect(() => unchunk(Buffer.from('3\r\nabc\r\n'), undefined)).toThrow('terminated unexpectedly');
    expect(unchunk(Buffer.from('3\r\nabc\r\n0\r\n\r\n'), undefined).body.toString()).toBe('abc');
  });
});

describe('headers and stamps', () => {
  const whole =
    'AWS4-HMAC-SHA256 Credential=AKID/20150830/us-east-1/iam/aws4_request, SignedHeaders=host, Signature=ab';

  test('a whole Authorization header', () => {
    expect(parseAuthorization(whole)).toEqual({
      accessKeyId: 'AKID',
      scope: { date: '20150830', region: 'us-east-1', service: 'iam' },
      signedHeaders: ['host'],
      signature: 'ab',
    });
    expect(parseAuthorization(whole.replaceAll(', ', ','))).toBeDefined();
  });

  test.each([
    '',
    'Basic QUtJRDpwdw==',
    whole.replace('AWS4-HMAC-SHA256', 'AWS4-ECDSA-P256-SHA256'),
    whole.replace('/aws4_request', ''),
    whole.replace('/aws4_request', '/aws4_request/more'),
    whole.replace('SignedHeaders=host, ', ''),
    whole.replace(', Signature=ab', ''),
  ])('no header of ours: %s', (header) => expect(parseAuthorization(header)).toBeUndefined());

  test('stamps', () => {
    const time = Date.UTC(2015, 7, 30, 12, 36, 0);
    expect(stampOf(time + 999)).toBe('20150830T123600Z');
    expect(timeOf('20150830T123600Z')).toBe(time);
    for (const bad of ['20150830T123600', '20150230T123600Z', '20150830T243600Z', '2015-08-30T12:36:00Z', '']) {
      expect(timeOf(bad)).toBeUndefined();
    }
  });
});
