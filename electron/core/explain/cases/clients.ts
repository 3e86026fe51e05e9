/** What the AWS CLI, the SDKs and Terraform say by themselves, before or instead of an answer of AWS. */
import type { Case } from '../case.ts';

export const clientCases: readonly Case[] = [
  {
    means: 'heard.region-missing',
    source:
      'AWS CLI 1 and 2, boto3 and the SDK for JavaScript 3, run; the SDKs for Go and Java and Terraform from their source',
    says: [
      'You must specify a region',
      // A region of no letters.
      'Invalid endpoint: https://{service}..amazonaws.com',
      'Error: Region is missing',
      'ConfigError: Missing region in config',
      'Invalid Configuration: Missing Region',
      'MissingRegion: could not find region configuration',
      'Unable to load region from any of the providers in the chain',
      'The following profile does not have an AWS Region: {profile}. You must set',
    ],
  },
  {
    means: 'heard.region-wrong',
    source: 'botocore exceptions.py; git-remote-codecommit',
    says: [
      "Provided region_name '{region}' doesn't match a supported format",
      "Provided region_name '{few}' doesn't match a supported format",
      'The following AWS Region is not available for use with AWS CodeCommit: {region}',
    ],
  },
  {
    means: 'heard.profile-missing',
    source: 'AWS CLI 1 and 2 and Terraform, run; the SDK for JavaScript 3 and git-remote-codecommit from their source',
    says: [
      'The config profile ({profile}) could not be found',
      'failed to get shared config profile, {profile}',
      'The following profile was not found: {profile}. Available profiles are',
      'Could not resolve credentials using profile: [{profile}] in configuration/credentials file(s)',
      'Profile {profile} could not be found in shared credentials file',
      'CredentialsProviderError: Profile {profile} was not found',
    ],
  },
  {
    means: 'heard.half-a-key',
    source: 'AWS CLI 1 and 2, run',
    says: ['Partial credentials found in {few}, missing: {variable}'],
  },
  {
    means: 'heard.sso-expired',
    source: 'botocore exceptions.py and credentials.py; the SDK for JavaScript 3',
    says: [
      'The SSO session associated with this profile has expired',
      'The SSO session associated with this profile is invalid',
      'Error loading SSO Token',
      'Error when retrieving token from sso: Token has expired and refresh failed',
      "Your session has expired or credentials have changed. Please reauthenticate using 'aws login'",
      "Please reauthenticate with 'aws login'",
      'please re-authenticate using aws login',
    ],
  },
  {
    means: 'heard.profile-circle',
    source: 'AWS CLI 1 and 2, run; the SDK for JavaScript 3',
    says: [
      'Infinite loop in credential configuration detected. Attempting to load from profile {profile} which has already been visited',
      'Detected a cycle attempting to resolve credentials for profile',
    ],
  },
  {
    means: 'heard.source-profile',
    source: 'AWS CLI 1 and 2, run',
    says: [
      'The source profile "{profile}" must have credentials',
      'The source_profile "{profile}" referenced in the profile',
      'The following profile does not have credentials configured: {profile}. You must configure',
    ],
  },
  {
    means: 'heard.config-unread',
    source: 'AWS CLI 1 and 2, run; the SDK for Go 2',
    says: ['Unable to parse config file: {path}', 'failed to load shared config file, {path}'],
  },
  {
    means: 'heard.asks-code',
    source: 'the SDKs for JavaScript 3 and Go; botocore exceptions.py',
    says: [
      'Profile {profile} requires multi-factor authentication, but no MFA code callback was provided',
      'assume role with MFA enabled, but AssumeRoleTokenProvider session option not set',
      'Cannot refresh credentials: MFA token required',
    ],
  },
  {
    means: 'heard.process-failed',
    source: 'AWS CLI 1 and 2, run; the SDK for Go 2',
    says: [
      'Error when retrieving credentials from custom-process: {message}',
      'ProcessProviderExecutionError: {message}',
      'process provider error: {message}',
      'Failed to refresh process-based credentials',
    ],
    vague: true,
  },
  {
    means: 'heard.no-credentials',
    source: 'AWS CLI 1 and 2, boto3, the SDK for JavaScript 3, rclone 1.60 and Terraform, run; the SDKs for Java',
    says: [
      'Unable to locate credentials',
      'Could not load credentials from any providers',
      'CredentialsError: Missing credentials in config',
      'NoCredentialProviders: no valid providers in chain',
      'No valid credential sources found',
      'failed to refresh cached credentials, no EC2 IMDS role found',
      'Unable to load credentials from any of the providers in the chain',
      'Unable to load AWS credentials from any provider in the chain',
      'no credentials found. Use {few} s3.unsafe-anonymous-auth=true',
    ],
    vague: true,
  },
];
