/** What stands in AWS's shared files. */
import type { FailureTexts } from '../../failure-texts.ts';

export const awsFiles: FailureTexts<'aws-files'> = {
  'aws-files.unread': {
    cause:
      'These tools refuse all of {path} because of line {line}, whichever profile they are asked for: {reason}. ({clients})',
    fix: 'Fix that line; nothing else in the file has to change.',
  },
  'aws-files.key-half': {
    cause: 'Section [{section}] of {path} holds half a key: {setting} is missing, so no program can sign with it.',
    fix: 'Put both in with “aws configure --profile {source}”.',
  },
  'aws-files.key-blank': {
    cause:
      '{setting} in section [{section}] of {path} is blank. The AWS CLI signs with the empty text all the same, and AWS refuses that.',
    fix: 'Put the key in with “aws configure --profile {source}”.',
  },
  'aws-files.key-swapped': {
    cause: 'In section [{section}] of {path} the access key and the secret are swapped, so AWS does not know the key.',
    fix: 'Swap the two values.',
  },
  'aws-files.key-odd': {
    cause:
      'The value of {setting} in section [{section}] of {path} is not one that AWS makes: {reason}. AWS’s tools take that for a part of it.',
    fix: 'Leave nothing but the value itself on the line.',
  },
  'aws-files.token-beside-key': {
    cause:
      'Section [{section}] of {path} has {setting} beside a long-term key. It belongs to a session of before; every program sends it along, and AWS then takes the key for an unknown one.',
    fix: 'Delete the {setting} line; a long-term key has none.',
  },
  'aws-files.left-behind': {
    cause:
      'Section [{section}] of {path} is one that Daypass made and no longer uses: programs find nothing valid in it.',
    fix: 'Delete it.',
  },
  'aws-files.other-daypass': {
    cause:
      'Section [{section}] of {path} was written by another Daypass, with a home of its own. Two that write one file take each other’s lines for their own.',
    fix: 'Use one of them, or give the other its own files with AWS_SHARED_CREDENTIALS_FILE and AWS_CONFIG_FILE.',
  },
  'aws-files.expiry-untrue': {
    cause:
      'Section [{section}] of {path} holds the session, but the expiry that stands beside it is not the session’s. Shell prompts and other tools show the wrong time.',
    fix: 'Sign in again, which writes it again.',
  },
  'aws-files.process-gone': {
    cause:
      'Section [{section}] of {path} has programs run {program} for {name}, and that is not there: Daypass was moved or taken away. Every program that uses the profile fails.',
    fix: 'Let the line name this Daypass, or delete it. Its own program is put back whenever Daypass starts.',
  },
  'aws-files.process-old': {
    cause:
      'The line by which programs ask Daypass for {name}, in {path}, is in an earlier form that not all of them read.',
    fix: 'Let Daypass write it again.',
  },
  'aws-files.name-unread': {
    cause:
      'No program takes section [{section}] of {path} for profile {name}, though it looks like it. It has no effect there.',
    fix: 'Call it {right}, if {name} is meant.',
  },
  'aws-files.name-read-by-some': {
    cause:
      'Section [{section}] of {path} is profile {name} to some programs only: {clients}. To the others it does not exist.',
    fix: 'Call it {right}, which all read alike.',
  },
  'aws-files.two-defaults': {
    cause:
      '{path} has both [default] and [profile default]. The AWS CLI takes the one that stands last, the SDK for JavaScript always the second.',
    fix: 'Put all of it into [default], and delete the other.',
  },
  'aws-files.region-misread': {
    cause:
      'The region of profile {name} is “{value}” to the AWS CLI, quotes and comments included, and that is no region.',
    fix: 'Leave nothing but the name of the region on the line.',
  },
  'aws-files.partition': {
    cause:
      'Profile {name} goes to {region}, which is in the partition {partition}, but {arn} is in {other}. Each is an AWS of its own and knows nothing of the other, so it refuses the key as unknown.',
    fix: 'Choose a region of {other}, or the device and the role of {partition}.',
  },
  'aws-files.opt-in': {
    cause:
      'AWS did not know the key in {region}. That region is off until an account turns it on, and answers so to every key before.',
    fix: 'Have {region} enabled in the account, or choose another region for {name}.',
  },
  'aws-files.region-differs': {
    cause: 'Profile {name} goes to {region}, and {source}, from which it is made, to {other}.',
    fix: 'If both should see the same, let them name one region.',
  },
  'aws-files.serial-differs': {
    cause:
      'Daypass signs in to {name} with the MFA device {serial}; section [{source}] names another one, {other}. Of a device that was replaced AWS takes no code.',
    fix: 'If the section is right, choose that device in the profile’s settings.',
  },
  'aws-files.diverted': {
    cause:
      'Section [{section}] of {path} sends the programs that use {name} to {value} in place of AWS. Daypass itself does not go there.',
    fix: 'Delete the line, unless it is meant.',
  },
  'aws-files.default-diverted': {
    cause:
      'Section [{section}] of {path} sends every program without a profile to {value} in place of AWS, and those made with the SDK for JavaScript also with a session of Daypass. Daypass itself does not go there.',
    fix: 'Move the line to a profile of its own, unless it is meant.',
  },
  'aws-files.plain-http': {
    cause:
      'Section [{section}] of {path} sends programs to {value}, without encryption: whoever is on the way reads every request, the session token among it. Daypass itself does not go there.',
    fix: 'Use an https address, or delete the line.',
  },
  'aws-files.services-missing': {
    cause: 'Section [{section}] of {path} names services = {services}, and there is no section [services {services}].',
    fix: 'Delete the line, or add that section.',
  },
  'aws-files.fips': {
    cause:
      'use_fips_endpoint in section [{section}] of {path} has programs look for FIPS addresses, which AWS has in the regions of the USA and Canada only, not in {region}: they do not find them.',
    fix: 'Delete the line, or use such a region.',
  },
  'aws-files.dual-stack': {
    cause:
      'use_dualstack_endpoint in section [{section}] of {path} has programs use other addresses, which not every service has.',
    fix: 'If a service cannot be found, delete the line.',
  },
  'aws-files.writable-by-others': {
    cause:
      'Others on this computer may write {path}. Whoever can may have every program of yours use a key, or run a program, of theirs.',
    fix: 'Let it be written by you alone: chmod go-w.',
  },
  'aws-files.readable-by-others': {
    cause: 'Others on this computer may read {path}, and with it your keys.',
    fix: 'Let it be read by you alone: chmod go-rwx.',
  },
};
