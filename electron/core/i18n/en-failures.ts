/** English, for what goes wrong or stands in the way, and what to do about it. */
import type { FailureCode } from '../base/failure.ts';
import type { FindingCode } from '../git/config/config-findings.ts';

export const enFailures = {
  /** Labels of the buttons that mend a failure. */
  fixes: {
    'new-code': 'Type the next code',
    'try-again': 'Try again',
    'edit-profile': 'Edit profile',
    'sign-in': 'Sign in',
    'set-up-git': 'Set up git',
    'clear-keychain': 'Clear keychain entries',
    'show-credentials-file': 'Show the file',
    'open-doctor': 'Open the doctor',
  },
  /** Words for `{reason}` in the texts below; a reason without words is shown as it is. */
  reasons: {
    ENOENT: 'a folder on the way to it is missing',
    ELOOP: 'its links go round in a circle',
    EISDIR: 'it is a folder',
    ENOTDIR: 'a part of its path is not a folder',
    EMFILE: 'too many files are open',
    EADDRINUSE: 'another program answers there',
    EIO: 'the disk failed',
    'text-before-section': 'there is text before the first section',
    'not-a-setting': 'it is neither a section nor a setting',
    'duplicate-section': 'this section stands twice',
    'duplicate-key': 'this key stands twice',
    'byte-order-mark': 'the file begins with a byte order mark',
    'not-utf8': 'it is not UTF-8',
    'forbidden-section': 'no section may have this name',
    'bad-value': 'a value cannot stand in such a file',
    'nul-byte': 'it has a NUL byte',
    'long-term-key': 'the section holds a long-term key',
    'look-alike-section': 'some programs take this section for ours and others do not',
    ambiguous: 'programs read this section differently',
  },
  /** What the doctor finds in git's configuration, and what to do about it. */
  findings: {
    'helper-after': {
      cause: 'A helper after Daypass’s keeps every password it hears of.',
      fix: 'Set up git again, so that Daypass comes last; in a repository’s own config, take the line out.',
    },
    'helper-reset': {
      cause: 'An empty helper after Daypass’s turns it off.',
      fix: 'Take the line out, or set up git again.',
    },
    'path-off': {
      cause: 'useHttpPath is switched off, so git does not say which repository it means.',
      fix: 'Take the line out.',
    },
    'aws-helper': {
      cause: 'AWS’s own helper is set; it knows nothing of your MFA session.',
      fix: 'Take the line out; Daypass answers in its place.',
    },
    'misspelt-section': {
      cause: 'git knows no section “credentials”; this line does nothing.',
      fix: 'Take the line out.',
    },
    'path-global': {
      cause: 'useHttpPath is on for all hosts, so other hosts’ passwords are asked for once per repository.',
      fix: 'Take the line out; Daypass sets it for CodeCommit alone.',
    },
    'path-without-helper': {
      cause: 'useHttpPath is set for CodeCommit, but no helper is.',
      fix: 'Set up git.',
    },
    'keeps-passwords': {
      cause: 'This helper keeps CodeCommit’s 15-minute passwords, which is where the 403 comes from.',
      fix: 'Set up git; Daypass keeps this helper away from CodeCommit alone.',
    },
    'user-in-url': {
      cause: 'A name in the URL is sent to AWS in place of the session’s.',
      fix: 'Take “name@” out of the remote’s URL.',
    },
    'rewritten-url': {
      cause: 'CodeCommit’s URLs are turned into something else.',
      fix: 'Take the line out if it is not meant to be there.',
    },
    netrc: {
      cause: 'This file has an entry for CodeCommit, which is used before any helper is asked.',
      fix: 'Take the entry out.',
    },
  } satisfies Record<FindingCode, { cause: string; fix: string }>,
  failures: {
    'code.malformed': { cause: 'A code is six digits.', fix: 'Type the six digits your authenticator shows.' },
    'code.used': {
      cause: 'This code has been used; AWS takes each code once.',
      fix: 'Wait for the next one: {seconds} s.',
    },
    'code.rejected': {
      cause: 'AWS did not accept the code: it is wrong, or has been used.',
      fix: 'Type the next code. If it keeps happening, check that the time on your authenticator is right.',
    },
    'device.refused': {
      cause: 'AWS could not check the code: the MFA device is not this user’s, or it has had too many tries.',
      fix: 'Check the device in the profile; if it is right, wait five minutes.',
    },
    'device.cooling-down': {
      cause: 'This MFA device has had many tries; AWS would lock it for some minutes.',
      fix: 'Wait {seconds} s, then type a new code.',
    },
    'device.none': {
      cause: 'This user has no MFA device.',
      fix: 'Add a virtual MFA device in the AWS console (IAM, Security credentials), then look again.',
    },
    'device.fido-only': {
      cause: 'This user’s only MFA devices are security keys, which make no code.',
      fix: 'Add a virtual MFA device beside them, or sign in with “aws login”.',
    },
    'device.list-denied': {
      cause: 'This user may not list MFA devices.',
      fix: 'Type the device’s ARN; the AWS console shows it under Security credentials.',
    },
    'device.serial-malformed': {
      cause: 'This is not the ARN of an MFA device.',
      fix: 'It looks like arn:aws:iam::123456789012:mfa/name.',
    },
    'totp.secret-malformed': {
      cause: 'This is not a secret of an authenticator.',
      fix: 'Paste the otpauth:// text or the secret AWS showed when the device was made.',
    },
    'totp.unsupported': {
      cause: 'AWS takes no codes of this kind ({what}).',
      fix: 'It must be TOTP with SHA-1, six digits every 30 seconds. Check that it is that of your AWS device.',
    },
    'totp.picture-unreadable': {
      cause: 'This is no picture that can be read.',
      fix: 'Use a PNG or JPEG picture, such as a screenshot.',
    },
    'totp.no-qr': {
      cause: 'No QR code was found in this picture.',
      fix: 'The whole code must be on it, straight and sharp. Or paste the secret.',
    },
    'totp.box-unavailable': {
      cause: 'The keychain that holds the authenticator’s secret cannot be opened.',
      fix: 'Unlock it, then try again, or type a code.',
    },
    'totp.unreadable': {
      cause: 'The kept secret of the authenticator cannot be opened any more.',
      fix: 'Type a code; in Settings, remove the secret and add it again.',
    },
    'totp.refused': {
      cause: 'AWS did not accept the code made from the kept secret.',
      fix: 'Type one. If that works, the kept secret is another device’s: in Settings, remove it and add the right one.',
    },
    'key.missing': {
      cause: 'Profile {profile} holds no long-term access key.',
      fix: 'Choose another profile, or put the key there with “aws configure --profile {profile}”.',
    },
    'key.temporary': {
      cause: 'Profile {profile} holds a session, and a session cannot make another.',
      fix: 'Choose the profile that holds your long-term key (AKIA…).',
    },
    'key.unknown': {
      cause: 'AWS does not know this access key, or it is inactive, or it belongs to another partition.',
      fix: 'Check the key in profile {profile} and the region.',
    },
    'key.wrong-secret': {
      cause: 'The secret access key does not fit the access key.',
      fix: 'Put the right secret into profile {profile}; one character is enough to break it.',
    },
    'key.box-unavailable': {
      cause: 'The keychain that holds this key cannot be opened.',
      fix: 'Unlock it, then try again.',
    },
    'key.unreadable': {
      cause: 'The key of profile {profile} in the keychain cannot be opened any more.',
      fix: 'Make a new key in the AWS console, and put it into the file with “aws configure --profile {profile}”.',
    },
    'key.in-file': {
      cause: 'Profile {profile} holds another key in the file again, and that one is used.',
      fix: 'Keep that one in the keychain instead, or take it out of the file first.',
    },
    'key.elsewhere': {
      cause: 'The key of profile {profile} is not, or not only, in the credentials file.',
      fix: 'Put it there and nowhere else, then try again.',
    },
    'policy.denied': {
      cause: 'A policy of the account denies this: {message}',
      fix: 'Ask whoever runs the AWS account.',
    },
    'role.denied': {
      cause: 'The role may not be assumed: {message}',
      fix: 'Check the role’s ARN and external ID, and whether its trust policy names you.',
    },
    'role.duration': {
      cause: 'The role does not allow a session this long: {message}',
      fix: 'Choose a shorter duration. From another session a role lasts one hour at most.',
    },
    'duration.invalid': {
      cause: 'AWS does not accept this duration: {message}',
      fix: 'Choose between 15 minutes and 36 hours.',
    },
    'clock.skewed': {
      cause: 'This computer’s clock is too far from AWS’s.',
      fix: 'Try again: Daypass has learned AWS’s time. Better, set the clock.',
    },
    'session.expired': { cause: 'The session has ended.', fix: 'Sign in again.' },
    'session.none': { cause: 'Profile {profile} is not signed in.', fix: 'Sign in first.' },
    'aws.throttled': { cause: 'AWS asks for a pause.', fix: 'Try again in a minute.' },
    'aws.region-disabled': {
      cause: 'Region {region} is not switched on for this account.',
      fix: 'Choose another region, or have this one switched on.',
    },
    'aws.refused': {
      cause: 'AWS refused: {message}',
      fix: 'Try again; if it stays, show the text to whoever runs the account.',
    },
    'network.offline': {
      cause: '{host} cannot be reached.',
      fix: 'Check the network connection, and the VPN if you need one.',
    },
    'network.timeout': { cause: '{host} did not answer in {seconds} s.', fix: 'Try again.' },
    'network.proxy': {
      cause: 'The proxy did not let the request to {host} through.',
      fix: 'Check the proxy and its sign-in in the system settings.',
    },
    'network.certificate': {
      cause: 'The certificate of {host} is not trusted; on the way there something may be listening.',
      fix: 'If your company checks traffic, install its certificate, or set AWS_CA_BUNDLE.',
    },
    'sign-in.cancelled': { cause: 'The sign-in was cancelled.', fix: 'Type a new code when you are ready.' },
    'sign-in.busy': { cause: 'A sign-in is under way.', fix: 'Wait for it, or cancel it.' },
    'profile.not-ours': {
      cause: 'Section [{section}] of {path} was not made by Daypass, so it is left alone.',
      fix: 'Choose another name for the session’s profile.',
    },
    'profile.unparseable': {
      cause: '{path} cannot be edited safely (line {line}: {reason}). Nothing was changed.',
      fix: 'Mend that line, then sign in again.',
    },
    'profile.unwritable': {
      cause: 'The session cannot be written to {path} safely: {reason}. Nothing was changed.',
      fix: 'Choose another way to give it to programs, or mend that.',
    },
    'profile.name-invalid': {
      cause: '“{name}” cannot be the name of a profile.',
      fix: 'Use letters, digits and . _ @ + -',
    },
    'profile.name-taken': { cause: 'A profile {name} exists already.', fix: 'Choose another name.' },
    'profile.unknown': {
      cause: 'There is no profile {profile} in Daypass.',
      fix: '“daypass status” lists the profiles.',
    },
    'profile.needed': {
      cause: 'Profile {child} gets its role through {name}.',
      fix: 'Remove or edit {child} first.',
    },
    'file.read-only': {
      cause: '{path} may not be written. Nothing was changed.',
      fix: 'Make it writable for yourself, then try again.',
    },
    'file.disk-full': {
      cause: 'There is no room to write {path}. Nothing was changed.',
      fix: 'Free some space, then try again.',
    },
    'file.unreadable': { cause: '{path} may not be read.', fix: 'Make it readable for yourself, then try again.' },
    'file.changed-meanwhile': {
      cause: 'Another program keeps writing {path}. Nothing was changed.',
      fix: 'Try again in a moment.',
    },
    'file.failed': {
      cause: '{path} cannot be written: {reason}. Nothing was changed.',
      fix: 'Mend that, then try again.',
    },
    'git.missing': { cause: 'git was not found.', fix: 'Install git 2.26 or later.' },
    'git.not-set-up': {
      cause: 'git does not ask Daypass yet.',
      fix: 'Set up git; the change is shown first.',
    },
    'git.config-failed': {
      cause: 'git’s configuration could not be changed: {message}',
      fix: 'Mend that, then try again.',
    },
    'git.config-changed': {
      cause: 'Daypass’s part of {path} was changed by hand, so it is left alone.',
      fix: 'Take the lines between the Daypass marks out, then set git up again.',
    },
    'git.config-shadowed': {
      cause: 'Written, but another setting still comes in the way: {value} ({origin}).',
      fix: 'The doctor says what to do about it.',
    },
    'git.wait-over': {
      cause: 'Nobody signed in within {minutes} minutes for {repository}.',
      fix: 'Click the Daypass icon, type the code, then run git again.',
    },
    'git.wait-cancelled': {
      cause: 'The wait for {repository} was stopped in Daypass.',
      fix: 'Run git again when you are ready.',
    },
    'git.no-profile': { cause: 'No profile of Daypass is for {host}.', fix: 'Add a profile, then run git again.' },
    'git.no-path': {
      cause: 'git did not say which repository of {host} it means, so no password can be made.',
      fix: 'Set up git again, and see whether useHttpPath is switched off somewhere.',
    },
    'git.likely-403': {
      cause:
        'git was given a fresh password for {repository} and did not say that it worked; most likely AWS said 403.',
      fix: 'See whether {profile} (account {account}) may use this repository, and whether it is in {region}.',
    },
    'git.said-401': {
      cause: 'AWS did not accept the password for {repository}.',
      fix: 'Sign in again; if it stays, open the doctor.',
    },
    'keychain.stale': {
      cause: 'Old CodeCommit passwords are stored where git looks for them: {n}.',
      fix: 'Clear the keychain entries.',
    },
    'keychain.locked': { cause: '{store} is locked.', fix: 'Unlock it, then try again.' },
    'keychain.unavailable': { cause: '{store} does not answer.', fix: 'Nothing to do if you do not use it.' },
    'keychain.denied': {
      cause: '{store} did not allow it.',
      fix: 'Allow Daypass when the system asks, then try again.',
    },
    'keychain.failed': { cause: '{store} failed: {reason}', fix: 'Try again.' },
    'kept.not-encrypted': {
      cause: 'This system has no keyring that encrypts, so no secret is kept, and sessions live in memory only.',
      fix: 'Install and unlock a keyring (GNOME Keyring, KWallet) to keep them over a restart.',
    },
    'kept.locked': {
      cause: 'The keyring is locked, so no secret is kept, and sessions live in memory only.',
      fix: 'Unlock the keyring to keep them over a restart.',
    },
    'kept.unreadable': { cause: 'The kept session cannot be opened any more.', fix: 'Sign in again.' },
    'doctor.no-answer': {
      cause: 'It did not answer within {seconds} seconds.',
      fix: 'Try again.',
    },
    'settings.invalid': {
      cause: 'The settings could not be read; they were put aside as {path}.',
      fix: 'Set your profiles up again, or mend that file and put it back.',
    },
    'notification.failed': { cause: 'The system shows no notifications.', fix: 'The tray icon shows the end as well.' },
    'input.invalid': { cause: 'This input is not valid: {at}.', fix: 'Correct it, then try again.' },
    'usage.invalid': { cause: '{message}', fix: '“daypass help” shows how it is used.' },
    'command.unsupported': {
      cause: 'This is not there yet on this system: {what}.',
      fix: 'See the README for what works here.',
    },
    'internal.unexpected': {
      cause: 'Something went wrong inside Daypass ({kind}).',
      fix: 'Try again; if it stays, please report it.',
    },
  } satisfies Record<FailureCode, { cause: string; fix: string }>,
};
