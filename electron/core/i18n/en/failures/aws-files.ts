/** What stands in AWS's shared files. */
import type { FailureTexts } from '../../failure-texts.ts';

export const awsFiles: FailureTexts<'aws-files'> = {
  'aws-files.unread': {
    cause: 'These tools reject all of {path}, for every profile, because of line {line}: {reason}. ({clients})',
    fix: 'Fix that line. Nothing else in the file has to change.',
  },
  'aws-files.key-half': {
    cause: 'Section [{section}] of {path} has only half a key: {setting} is missing, so no program can sign with it.',
    fix: 'Enter both halves with “aws configure --profile {source}”.',
  },
  'aws-files.key-blank': {
    cause:
      '{setting} in section [{section}] of {path} is blank. The AWS CLI still signs with it, and AWS refuses that.',
    fix: 'Enter the key with “aws configure --profile {source}”.',
  },
  'aws-files.key-swapped': {
    cause: 'The access key and the secret in section [{section}] of {path} are swapped, so AWS doesn’t know the key.',
    fix: 'Swap the two values.',
  },
  'aws-files.key-odd': {
    cause:
      '{setting} in section [{section}] of {path} isn’t a value from AWS: {reason}. AWS’s tools treat that as part of it.',
    fix: 'Leave only the value itself on the line.',
  },
  'aws-files.token-beside-key': {
    cause:
      'Section [{section}] of {path} has {setting} next to a long-term key. It is left from an old session; every program sends it, and AWS then doesn’t know the key.',
    fix: 'Delete the {setting} line. A long-term key needs none.',
  },
  'aws-files.left-behind': {
    cause: 'Daypass made section [{section}] of {path} and no longer uses it. Nothing in it is valid.',
    fix: 'Delete it.',
  },
  'aws-files.other-daypass': {
    cause:
      'Another Daypass, with its own folder, wrote section [{section}] of {path}. Two that write the same file overwrite each other.',
    fix: 'Keep one of them, or give the other its own files with AWS_SHARED_CREDENTIALS_FILE and AWS_CONFIG_FILE.',
  },
  'aws-files.expiry-untrue': {
    cause:
      'Section [{section}] of {path} holds the session with a wrong expiry time. Shell prompts and other tools show that time.',
    fix: 'Sign in again to correct it.',
  },
  'aws-files.process-gone': {
    cause:
      'Section [{section}] of {path} runs {program} for {name}, which doesn’t exist: Daypass was moved or removed. Every program that uses the profile fails.',
    fix: 'Change the line to this Daypass, or delete it. Daypass restores its own program whenever it starts.',
  },
  'aws-files.process-old': {
    cause:
      'The line for {name} in {path}, by which programs ask Daypass, has an old form that some programs can’t read.',
    fix: 'Let Daypass write it again.',
  },
  'aws-files.name-unread': {
    cause:
      'Section [{section}] of {path} looks like profile {name}, but no program reads it as that. It has no effect.',
    fix: 'If you mean {name}, rename it to {right}.',
  },
  'aws-files.name-read-by-some': {
    cause: 'Only some programs read section [{section}] of {path} as profile {name}: {clients}. Others don’t find it.',
    fix: 'Rename it to {right}, which all programs read.',
  },
  'aws-files.two-defaults': {
    cause:
      '{path} has both [default] and [profile default]. The AWS CLI uses the last one, the SDK for JavaScript always the second.',
    fix: 'Move everything into [default] and delete the other.',
  },
  'aws-files.region-misread': {
    cause:
      'The AWS CLI reads the region of profile {name} as “{value}”, with quotes and comments. That isn’t a region.',
    fix: 'Leave only the region’s name on the line.',
  },
  'aws-files.partition': {
    cause:
      'Profile {name} uses {region} in the partition {partition}, but {arn} is in {other}. Partitions don’t know each other’s keys.',
    fix: 'Choose a region of {other}, or the device and role of {partition}.',
  },
  'aws-files.opt-in': {
    cause:
      'AWS didn’t know the key in {region}. That region is off until an account enables it, and until then it knows no key.',
    fix: 'Have {region} enabled in the account, or choose another region for {name}.',
  },
  'aws-files.region-differs': {
    cause: 'Profile {name} uses {region}, but its source {source} uses {other}.',
    fix: 'If both should be the same, change one of them.',
  },
  'aws-files.serial-differs': {
    cause:
      'Daypass signs in to {name} with the MFA device {serial}, but section [{source}] names {other}. AWS accepts no codes from a replaced device.',
    fix: 'If the section is right, choose that device in the profile’s settings.',
  },
  'aws-files.diverted': {
    cause:
      'Section [{section}] of {path} sends programs that use {name} to {value} instead of AWS. Daypass itself doesn’t use it.',
    fix: 'Delete the line unless it is intended.',
  },
  'aws-files.default-diverted': {
    cause:
      'Section [{section}] of {path} sends every program without a profile to {value} instead of AWS, and programs with the SDK for JavaScript even with a Daypass session. Daypass itself doesn’t use it.',
    fix: 'Move the line to its own profile unless it is intended.',
  },
  'aws-files.plain-http': {
    cause:
      'Section [{section}] of {path} sends programs to {value} without encryption. Anyone on the way can read every request and its session token. Daypass itself doesn’t use it.',
    fix: 'Use an https URL, or delete the line.',
  },
  'aws-files.services-missing': {
    cause: 'Section [{section}] of {path} has services = {services}, but there is no section [services {services}].',
    fix: 'Delete the line, or add that section.',
  },
  'aws-files.fips': {
    cause:
      'use_fips_endpoint in section [{section}] of {path} makes programs look for FIPS endpoints. AWS has those only in the US and Canada, not in {region}.',
    fix: 'Delete the line, or use a region with FIPS endpoints.',
  },
  'aws-files.dual-stack': {
    cause:
      'use_dualstack_endpoint in section [{section}] of {path} makes programs use dual-stack endpoints, which not every service has.',
    fix: 'If a program can’t find a service, delete the line.',
  },
  'aws-files.writable-by-others': {
    cause:
      'Other users of this computer can change {path}, and so make your programs use their key or run their program.',
    fix: 'Restrict it to yourself: chmod go-w.',
  },
  'aws-files.readable-by-others': {
    cause: 'Other users of this computer can read {path}, including your keys.',
    fix: 'Restrict it to yourself: chmod go-rwx.',
  },
};
