/** What real programs print, as they print it, and what it means. */
import type { FailureCode } from '../../../electron/core/base/failure.ts';
import type { Words } from '../../../electron/core/explain/recognition.ts';

export type RealMessage = readonly [from: string, text: string, code: FailureCode, words?: Words];

const HOST = 'git-codecommit.eu-west-1.amazonaws.com';
const URL = `https://${HOST}/v1/repos/app/`;
const WHERE: Words = { host: HOST, region: 'eu-west-1', repository: 'app' };
const SITE = { host: HOST, region: 'eu-west-1' };
const STS = 'GetCallerIdentity';
const botocore = (code: string, message: string, action = STS) =>
  `\nAn error occurred (${code}) when calling the ${action} operation: ${message}\n`;

const GIT: readonly RealMessage[] = [
  [
    'git 2.39',
    `fatal: unable to access '${URL}': The requested URL returned error: 403`,
    'heard.git-403',
    { ...WHERE, status: '403' },
  ],
  [
    'git 2.39 in zh_TW',
    `致命錯誤: 無法存取 '${URL}'：The requested URL returned error: 403`,
    'heard.git-403',
    { ...WHERE, status: '403' },
  ],
  [
    'git 2.39 in de',
    `Schwerwiegend: konnte nicht auf '${URL}' zugreifen: The requested URL returned error: 403`,
    'heard.git-403',
    { ...WHERE, status: '403' },
  ],
  ['git 2.39', `fatal: Authentication failed for '${URL}'`, 'git.said-401', WHERE],
  ['git 2.39 in zh_TW', `致命錯誤: '${URL}' 身份驗證失敗`, 'git.said-401', WHERE],
  ['git 2.39', `fatal: repository '${URL}' not found`, 'heard.git-404', WHERE],
  ['git 2.55 in zh_TW', `致命錯誤: 版本庫 '${URL}' 未找到`, 'heard.git-404', WHERE],
  [
    'git 2.39',
    `fatal: unable to access '${URL}': The requested URL returned error: 429`,
    'aws.throttled',
    { ...WHERE, status: '429' },
  ],
  ['git 2.55', `fatal: rate limited by '${URL}', please try again in 7 seconds`, 'aws.throttled', WHERE],
  [
    'git 2.39',
    `fatal: unable to access '${URL}': The requested URL returned error: 503`,
    'heard.aws-down',
    { ...WHERE, status: '503' },
  ],
  [
    'git 2.39, a push of 16 minutes',
    [
      'error: RPC failed; HTTP 403 curl 22 The requested URL returned error: 403',
      'send-pack: unexpected disconnect while reading sideband packet',
      'fatal: the remote end hung up unexpectedly',
      'Everything up-to-date',
    ].join('\n'),
    'heard.git-late',
    { status: '403' },
  ],
  [
    'git 2.39 in zh_TW',
    '錯誤: RPC 失敗。HTTP 403 curl 22 The requested URL returned error: 403',
    'heard.git-late',
    { status: '403' },
  ],
  ['git 2.39', "git: 'remote-codecommit' is not a git command. See 'git --help'.", 'heard.git-no-helper'],
  [
    'git 2.55',
    "git: 'remote-codecommit' is not a git command. See 'git --help'.\nfatal: remote helper 'codecommit' aborted session",
    'heard.git-no-helper',
  ],
  ['git 2.39 in zh_TW', "git：'remote-codecommit' 不是一個 git 指令。參見 'git --help'。", 'heard.git-no-helper'],
  ['git 2.39 in de', "git: 'remote-codecommit' ist kein Git-Befehl. Siehe 'git --help'.", 'heard.git-no-helper'],
  ['git before 2.28', "fatal: Unable to find remote helper for 'codecommit'", 'heard.git-no-helper'],
  ['git 2.39', "fatal: transport 'codecommit' not allowed", 'heard.git-transport'],
  ['git 2.39 in zh_TW', "致命錯誤: 傳輸 'codecommit' 不允許", 'heard.git-transport'],
  [
    'git 2.39',
    `fatal: could not read Username for 'https://${HOST}': terminal prompts disabled`,
    'heard.git-no-password',
    SITE,
  ],
  [
    'git 2.39 in zh_TW',
    `致命錯誤: could not read Username for 'https://${HOST}': 沒有此一裝置或位址`,
    'heard.git-no-password',
    SITE,
  ],
  [
    'git 2.39 with dash',
    `'/home/ann/.daypass/bin/daypass' git-credential get: 1: /home/ann/.daypass/bin/daypass: not found\nfatal: could not read Username for 'https://${HOST}': terminal prompts disabled`,
    'heard.git-program',
  ],
  [
    'git 2.39 with bash',
    `'/home/ann/.daypass/bin/daypass' git-credential get: line 1: /home/ann/.daypass/bin/daypass: No such file or directory`,
    'heard.git-program',
  ],
  ['git 2.39', "git: 'credential-daypass' is not a git command. See 'git --help'.", 'heard.git-program'],
  ['git 2.39 in zh_TW', "git：'credential-daypass' 不是一個 git 指令。參見 'git --help'。", 'heard.git-program'],
  [
    'git 2.39',
    "fatal: unable to access 'https://github.com/ann/app.git/': The requested URL returned error: 403",
    'heard.git-other-host',
    { host: 'github.com', status: '403' },
  ],
  [
    'git 2.39',
    "fatal: Authentication failed for 'https://github.com/ann/app.git/'",
    'heard.git-other-host',
    { host: 'github.com' },
  ],
  [
    'OpenSSH',
    `APKAEXAMPLE@${HOST}: Permission denied (publickey).\nfatal: Could not read from remote repository.`,
    'heard.git-ssh',
    { region: 'eu-west-1' },
  ],
  [
    'git-remote-codecommit',
    'The following profile was not found: work. Available profiles are: default, home. Either use one of the available profiles, or create an AWS CLI profile to use and then try again.',
    'heard.profile-missing',
    { profile: 'work' },
  ],
  [
    'git-remote-codecommit',
    'The following profile does not have an AWS Region: work. You must set an AWS Region for this profile.',
    'heard.region-missing',
    { profile: 'work' },
  ],
];

const NETWORK: readonly RealMessage[] = [
  [
    'git 2.39 with GnuTLS',
    `fatal: unable to access '${URL}': server certificate verification failed. CAfile: /etc/ssl/certs/ca-certificates.crt CRLfile: none`,
    'network.certificate',
    WHERE,
  ],
  [
    'git 2.55 with OpenSSL',
    `fatal: unable to access '${URL}': SSL certificate problem: unable to get local issuer certificate`,
    'network.certificate',
    WHERE,
  ],
  [
    'git 2.39',
    "fatal: unable to access 'https://git-codecommit.eu-wset-1.amazonaws.com/v1/repos/app/': Could not resolve host: git-codecommit.eu-wset-1.amazonaws.com",
    'heard.no-such-host',
    { host: 'git-codecommit.eu-wset-1.amazonaws.com', region: 'eu-wset-1', repository: 'app' },
  ],
  [
    'git 2.39',
    `fatal: unable to access '${URL}': CONNECT tunnel failed, response 407`,
    'network.proxy',
    { ...WHERE, status: '407' },
  ],
  [
    'git 2.30',
    `fatal: unable to access '${URL}': Received HTTP code 407 from proxy after CONNECT`,
    'network.proxy',
    { ...WHERE, status: '407' },
  ],
  [
    'git 2.39',
    `fatal: unable to access '${URL}': Failed to connect to 127.0.0.1 port 1 after 0 ms: Couldn't connect to server`,
    'network.offline',
  ],
  [
    'AWS CLI 2.9',
    '\nCould not connect to the endpoint URL: "https://sts.eu-wset-1.amazonaws.com/"\n',
    'heard.no-such-host',
    { host: 'sts.eu-wset-1.amazonaws.com', region: 'eu-wset-1' },
  ],
  ['AWS CLI 2.9', 'Failed to connect to proxy URL: "http://127.0.0.1:1"', 'network.proxy'],
  [
    'AWS CLI 2.9',
    'SSL validation failed for https://sts.eu-west-1.amazonaws.com/ [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: self-signed certificate in certificate chain (_ssl.c:992)',
    'network.certificate',
    { host: 'sts.eu-west-1.amazonaws.com', region: 'eu-west-1' },
  ],
  [
    'Go',
    'Get "https://bkt.s3.amazonaws.com/?location=": x509: certificate signed by unknown authority',
    'network.certificate',
  ],
  [
    'Go',
    'dial tcp: lookup sts.eu-wset-1.amazonaws.com on 10.0.0.1:53: no such host',
    'heard.no-such-host',
    { host: 'sts.eu-wset-1.amazonaws.com' },
  ],
  [
    'Node',
    'Error: getaddrinfo ENOTFOUND sts.eu-wset-1.amazonaws.com\n    at GetAddrInfoReqWrap.onlookupall',
    'heard.no-such-host',
    { host: 'sts.eu-wset-1.amazonaws.com' },
  ],
];

const CLIENTS: readonly RealMessage[] = [
  [
    'AWS CLI 2.9',
    '\nYou must specify a region. You can also configure your region by running "aws configure".\n',
    'heard.region-missing',
  ],
  ['boto3', 'botocore.exceptions.NoRegionError: You must specify a region.', 'heard.region-missing'],
  ['AWS CLI 2.9', 'Invalid endpoint: https://ec2..amazonaws.com', 'heard.region-missing', { service: 'ec2' }],
  ['SDK for JavaScript 3', 'Error: Region is missing\n    at default (index.js:593:15)', 'heard.region-missing'],
  [
    'AWS CLI 2.9',
    '\nUnable to locate credentials. You can configure credentials by running "aws configure".\n',
    'heard.no-credentials',
  ],
  ['boto3', 'botocore.exceptions.NoCredentialsError: Unable to locate credentials', 'heard.no-credentials'],
  [
    'SDK for JavaScript 3',
    'CredentialsProviderError: Could not load credentials from any providers\n    at index.js:155:15',
    'heard.no-credentials',
  ],
  [
    'rclone 1.60',
    'ERROR : : error listing: NoCredentialProviders: no valid providers in chain. Deprecated.\n\tFor verbose messaging see aws.Config.CredentialsChainVerboseErrors',
    'heard.no-credentials',
  ],
  [
    'SDK for Java 2',
    'software.amazon.awssdk.core.exception.SdkClientException: Unable to load credentials from any of the providers \nin the chain AwsCredentialsProviderChain(',
    'heard.no-credentials',
  ],
  [
    'Terraform 1.11',
    [
      'Error: No valid credential sources found',
      '',
      '  with provider["registry.terraform.io/hashicorp/aws"],',
      '  on main.tf line 4, in provider "aws":',
      '   4: provider "aws" {',
      '',
      'Please see https://registry.terraform.io/providers/hashicorp/aws',
      'for more information about providing credentials.',
      '',
      'Error: failed to refresh cached credentials, no EC2 IMDS role found,',
      'operation error ec2imds: GetMetadata, access disabled to EC2 IMDS via client',
      'option, or "AWS_EC2_METADATA_DISABLED" environment variable',
    ].join('\n'),
    'heard.no-credentials',
  ],
  [
    'Terraform 1.11',
    'Error: failed to get shared config profile, work-mfa\n\n  with provider["registry.terraform.io/hashicorp/aws"],',
    'heard.profile-missing',
    { profile: 'work-mfa' },
  ],
  [
    'Terraform 1.11',
    '\u001b[31m╷\u001b[0m\u001b[0m\n\u001b[31m│\u001b[0m \u001b[0m\u001b[1m\u001b[31mError: \u001b[0m\u001b[0m\u001b[1mRetrieving AWS account details: validating provider credentials: retrieving caller identity from STS: operation error STS: GetCallerIdentity, https response error StatusCode: 403, RequestID: e3a25c53-6bf9-4883-a3fd-fdefdf0e3f29, api error ExpiredToken: The security token included in the request is expired\u001b[0m\n\u001b[31m│\u001b[0m \u001b[0m\n\u001b[31m│\u001b[0m   with provider["registry.terraform.io/hashicorp/aws"],',
    'session.expired',
    { action: STS, service: 'STS' },
  ],
  ['AWS CLI 2.9', 'The config profile (work mfa) could not be found', 'heard.profile-missing', { profile: 'work mfa' }],
  ['AWS CLI 2.9', 'Partial credentials found in env, missing: AWS_SECRET_ACCESS_KEY', 'heard.half-a-key'],
  ['AWS CLI 2.9', 'Unable to parse config file: /home/ann/.aws/credentials', 'heard.config-unread'],
  ['AWS CLI 2.9', 'The source profile "empty" must have credentials.', 'heard.source-profile', { profile: 'empty' }],
  [
    'AWS CLI 2.9',
    'The source_profile "nowhere" referenced in the profile "gone" does not exist.',
    'heard.source-profile',
    { profile: 'nowhere' },
  ],
  [
    'AWS CLI 2.9',
    "Infinite loop in credential configuration detected. Attempting to load from profile loop which has already been visited. Visited profiles: ['loop', 'loop2']",
    'heard.profile-circle',
    { profile: 'loop' },
  ],
  [
    'AWS CLI 2.9',
    'Error when retrieving credentials from custom-process: /bin/sh: 1: nosuch: not found',
    'heard.process-failed',
  ],
  [
    'AWS CLI 2.9',
    'Error when retrieving credentials from custom-process: daypass: Profile work-mfa isn’t signed in.',
    'session.none',
    { profile: 'work-mfa' },
  ],
  [
    'SDK for JavaScript 3',
    'CredentialsProviderError: Profile admin requires multi-factor authentication, but no MFA code callback was provided.',
    'heard.asks-code',
    { profile: 'admin' },
  ],
  [
    'SDK for Go',
    'AssumeRoleTokenProviderNotSetError: assume role with MFA enabled, but AssumeRoleTokenProvider session option not set.',
    'heard.asks-code',
  ],
  [
    'AWS CLI 2',
    'The SSO session associated with this profile has expired or is otherwise invalid. To refresh this SSO session run aws sso login with the corresponding profile.',
    'heard.sso-expired',
  ],
];

const AWS: readonly RealMessage[] = [
  [
    'AWS CLI 2.9',
    botocore('ExpiredToken', 'The security token included in the request is expired'),
    'session.expired',
    { action: STS },
  ],
  [
    'AWS CLI 2.9',
    botocore('ExpiredToken', 'The provided token has expired.', 'ListBuckets'),
    'session.expired',
    { action: 'ListBuckets' },
  ],
  [
    'SDK for JavaScript 3',
    "ExpiredToken: The security token included in the request is expired\n    at ProtocolLib.getErrorSchemaOrThrowBaseException {\n  '$fault': 'client',\n  Code: 'ExpiredToken',",
    'session.expired',
  ],
  [
    'S3',
    '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>ExpiredToken</Code><Message>The provided token has expired.</Message><Token-0>XXX</Token-0></Error>',
    'session.expired',
  ],
  [
    'AWS CLI 2.9',
    botocore('InvalidClientTokenId', 'The security token included in the request is invalid'),
    'heard.key-unknown',
    { action: STS },
  ],
  [
    'S3',
    botocore('InvalidAccessKeyId', 'The AWS Access Key Id you provided does not exist in our records.', 'ListBuckets'),
    'heard.key-unknown',
    { action: 'ListBuckets' },
  ],
  [
    'EC2',
    botocore('AuthFailure', 'AWS was not able to validate the provided access credentials', 'DescribeInstances'),
    'heard.key-unknown',
    { action: 'DescribeInstances' },
  ],
  [
    'AWS CLI 2.9',
    botocore(
      'SignatureDoesNotMatch',
      'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.',
    ),
    'key.wrong-secret',
    { action: STS },
  ],
  [
    'AWS CLI 2.9, a slow clock',
    botocore(
      'SignatureDoesNotMatch',
      'Signature expired: 20261128T133856Z is now earlier than 20261128T134356Z (20261128T135856Z - 15 min.)',
    ),
    'heard.clock',
    { action: STS, time: '20261128T134356Z' },
  ],
  [
    'AWS CLI 2.9, a fast clock',
    botocore(
      'SignatureDoesNotMatch',
      'Signature not yet current: 20261128T133856Z is still later than 20261128T133356Z (20261128T131856Z + 15 min.)',
    ),
    'heard.clock',
    { action: STS, time: '20261128T133356Z' },
  ],
  [
    'S3',
    botocore(
      'RequestTimeTooSkewed',
      'The difference between the request time and the current time is too large.',
      'ListBuckets',
    ),
    'heard.clock',
    { action: 'ListBuckets' },
  ],
  [
    'AWS CLI 2.9',
    botocore(
      'AccessDenied',
      'User: arn:aws:iam::123456789012:user/ada is not authorized to perform: s3:ListBucket on resource: arn:aws:s3:::bkt with an explicit deny in an identity-based policy',
      'ListObjectsV2',
    ),
    'heard.no-mfa',
    { action: 'ListObjectsV2', permission: 's3:ListBucket' },
  ],
  [
    'AWS CLI 2.9',
    botocore(
      'AccessDenied',
      'User: arn:aws:iam::123456789012:user/ada is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::123456789012:role/deploy',
      'AssumeRole',
    ),
    'role.denied',
    { permission: 'sts:AssumeRole' },
  ],
  [
    'AWS CLI 2.9',
    botocore(
      'AccessDenied',
      'User: arn:aws:iam::123456789012:user/ada is not authorized to perform: iam:ListUsers on resource: arn:aws:iam::123456789012:user/ because no identity-based policy allows the iam:ListUsers action',
      'ListUsers',
    ),
    'policy.denied',
    { permission: 'iam:ListUsers' },
  ],
  [
    'AWS CLI 2.9',
    botocore(
      'AccessDenied',
      'MultiFactorAuthentication failed with invalid MFA one time pass code. ',
      'GetSessionToken',
    ),
    'code.rejected',
    { action: 'GetSessionToken' },
  ],
  [
    'STS',
    botocore(
      'AccessDenied',
      'MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA serial number is valid and associated with this user.',
      'GetSessionToken',
    ),
    'device.refused',
    { action: 'GetSessionToken' },
  ],
  [
    'STS',
    botocore(
      'AccessDenied',
      'MultiFactorAuthentication failed, must provide both MFA serial number and one time pass code.',
      'GetSessionToken',
    ),
    'heard.half-a-code',
    { action: 'GetSessionToken' },
  ],
  [
    'STS',
    botocore('AccessDenied', 'Cannot call GetSessionToken with session credentials', 'GetSessionToken'),
    'key.temporary',
    { action: 'GetSessionToken' },
  ],
  [
    'STS',
    botocore(
      'ValidationError',
      'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.',
      'AssumeRole',
    ),
    'role.duration',
    { action: 'AssumeRole' },
  ],
  [
    'STS',
    botocore(
      'ValidationError',
      "1 validation error detected: Value '899' at 'durationSeconds' failed to satisfy constraint: Member must have value greater than or equal to 900",
      'GetSessionToken',
    ),
    'duration.invalid',
  ],
  [
    'STS',
    botocore('SignatureDoesNotMatch', 'Credential should be scoped to a valid region. '),
    'heard.region-wrong',
    { action: STS },
  ],
  [
    'S3',
    "An error occurred (AuthorizationHeaderMalformed) when calling the ListObjectsV2 operation: The authorization header is malformed; the region 'us-east-1' is wrong; expecting 'eu-west-1'",
    'heard.region-wrong',
    { region: 'eu-west-1' },
  ],
  [
    'AWS CLI 2.9',
    'An error occurred (Throttling) when calling the GetCallerIdentity operation (reached max retries: 0): Rate exceeded',
    'aws.throttled',
    { action: STS },
  ],
  [
    'AWS CLI 2.9',
    'An error occurred (ServiceUnavailable) when calling the GetCallerIdentity operation (reached max retries: 0): The request has failed due to a temporary failure of the server.',
    'heard.aws-down',
    { action: STS },
  ],
  [
    'AWS CLI 2.9, an expired session',
    'fatal error: An error occurred (400) when calling the HeadObject operation: Bad Request',
    'heard.bad-request',
    { action: 'HeadObject' },
  ],
  [
    'restic 0.14, an expired session',
    'Fatal: unable to open config file: Stat: 400 Bad Request\nIs there a repository at the following location?\ns3:http://127.0.0.1:38569/bkt',
    'heard.bad-request',
  ],
  ['s3fs 1.83', 's3fs: Failed to access bucket.', 'heard.bad-request'],
  [
    'AWS CLI 2.9, no MFA',
    'fatal error: An error occurred (403) when calling the HeadObject operation: Forbidden',
    'heard.denied',
    { action: 'HeadObject' },
  ],
  [
    'restic 0.14, no MFA',
    'Fatal: unable to open config file: Stat: Access Denied.\nIs there a repository at the following location?',
    'heard.denied',
  ],
  ['S3', botocore('AccessDenied', 'Access Denied', 'ListObjectsV2'), 'heard.denied', { action: 'ListObjectsV2' }],
];

const OWN: readonly RealMessage[] = [
  [
    'Daypass',
    'daypass: Profile work-mfa isn’t signed in.\ndaypass: Sign in first.',
    'session.none',
    { profile: 'work-mfa' },
  ],
  ['Daypass', 'daypass: Daypass 沒有在執行。\ndaypass: 請從應用程式啟動，或執行：daypass', 'heard.not-running'],
  ['Daypass', 'daypass: Daypass did not answer (curl 56).', 'heard.no-answer'],
  [
    'Daypass through git',
    `daypass: Nobody signed in within 10 minutes for app.\ndaypass: Click the Daypass icon.\nfatal: could not read Username for 'https://${HOST}': terminal prompts disabled`,
    'git.wait-over',
  ],
  [
    'boto3 at the endpoint',
    'Error when retrieving credentials from container-role: Error retrieving metadata: Received non 200 response 401 from container metadata: {"code":"NotSignedIn","message":"Daypass: The session has expired. Sign in again."}',
    'session.expired',
  ],
];

export const REAL_MESSAGES: readonly RealMessage[] = [...GIT, ...NETWORK, ...CLIENTS, ...AWS, ...OWN];
