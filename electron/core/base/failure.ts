/**
 * The one catalogue of what can go wrong. A failure crosses boundaries as plain data: its code, and parameters that
 * hold no secret. Its text in each language stands in i18n under the same code, so a code without a text does not compile.
 */

export type Severity = 'info' | 'warning' | 'error';

/** What a surface can offer as a button to mend a failure. */
export type FixAction =
  | 'new-code'
  | 'try-again'
  | 'edit-profile'
  | 'sign-in'
  | 'set-up-git'
  | 'clear-keychain'
  | 'show-credentials-file'
  | 'open-doctor'
  | 'open-policy'
  | 'unlock-keyring'
  | 'copy-unmarked'
  | 'seal-anew'
  | 'copy-statement'
  | 'resync';

interface Entry {
  readonly severity: Severity;
  readonly fix?: FixAction;
}

const error = (fix?: FixAction): Entry => (fix ? { severity: 'error', fix } : { severity: 'error' });
const warning = (fix?: FixAction): Entry => (fix ? { severity: 'warning', fix } : { severity: 'warning' });

export const FAILURES = {
  // The six digits and the device that makes them.
  'code.malformed': error('new-code'),
  'code.used': warning('new-code'),
  'code.rejected': error('new-code'),
  'code.drifting': warning('resync'),
  'code.clock': warning('resync'),
  'device.refused': error('edit-profile'),
  'device.cooling-down': warning('new-code'),
  'device.new': warning('new-code'),
  'device.none': error('edit-profile'),
  'device.fido-only': error(),
  'device.other': error('edit-profile'),
  'device.list-denied': warning('open-policy'),
  'device.serial-malformed': error('edit-profile'),
  'device.other-account': error('edit-profile'),
  'totp.secret-malformed': error(),
  'totp.unsupported': error(),
  'totp.picture-unreadable': error(),
  'totp.no-qr': error(),
  'totp.box-unavailable': warning('unlock-keyring'),
  'totp.unreadable': error('new-code'),
  'totp.refused': error('new-code'),

  // A new MFA device, and two codes that are to bring one into step.
  'enrol.denied': error(),
  'enrol.no-user': error(),
  'enrol.name-taken': error(),
  'enrol.in-use': error('try-again'),
  'enrol.too-many': error(),
  'enrol.gone': error('try-again'),
  'enrol.busy': warning('try-again'),
  'enrol.over': warning('try-again'),
  'enrol.same-code': warning(),
  'enrol.not-consecutive': warning(),
  'enrol.other-device': warning(),
  'enrol.off-time': warning(),
  'enrol.codes-refused': warning(),

  // The long-term key.
  'key.missing': error('edit-profile'),
  'key.temporary': error('edit-profile'),
  'key.unknown': error('edit-profile'),
  'key.wrong-secret': error('edit-profile'),
  'key.box-unavailable': error('unlock-keyring'),
  'key.unreadable': error('edit-profile'),
  'key.in-file': warning(),
  'key.elsewhere': error('show-credentials-file'),
  'key.in-use': error(),

  // A long-term key that a person hands over.
  'new-key.none': error(),
  'new-key.half': error(),
  'new-key.temporary': error(),
  'new-key.git-credential': error(),
  'new-key.several': error(),
  'new-key.no-owner': error(),
  'new-key.unknown': error('try-again'),
  'new-key.wrong-secret': error(),
  'new-key.known': error(),
  'new-key.name-taken': error(),
  'new-key.gone': error(),
  'new-key.not-trashed': warning(),

  'key.old': { severity: 'info' } as Entry,
  'key.git-credential': { severity: 'info' } as Entry,
  'key.ssh-key': { severity: 'info' } as Entry,

  // A new long-term key in the place of the old one.
  'rotation.signed-out': warning('sign-in'),
  'rotation.no-profile': error(),
  'rotation.session-over': warning('sign-in'),
  'rotation.denied': error('open-policy'),
  'rotation.no-keyring': error(),
  'rotation.two-keys': error(),
  'rotation.also-in': error('show-credentials-file'),
  'rotation.no-such-key': error(),
  'rotation.in-use': error(),
  'rotation.last-key': error(),
  'rotation.busy': { severity: 'info' } as Entry,
  'rotation.stopped': { severity: 'info' } as Entry,
  'rotation.none': error(),
  'rotation.under-way': warning(),
  'rotation.which-key': warning(),
  'rotation.not-known-yet': warning('try-again'),
  'rotation.secret-lost': error(),
  'rotation.key-changed': error('show-credentials-file'),
  'rotation.moving': warning(),
  'rotation.old-gone': warning(),

  // What a new profile is to be made from.
  'source.unknown': error('edit-profile'),
  'source.ours': error('edit-profile'),
  'source.other-way': error('edit-profile'),
  'source.nowhere': error('try-again'),
  'source.circle': error('try-again'),
  'source.role-on-role': error(),
  'source.too-deep': error('try-again'),
  'source.role-on-portal': error(),
  'source.no-sso-session': error('try-again'),
  'source.sso-incomplete': error('try-again'),
  'source.sso-differs': error('try-again'),
  'source.value': error('try-again'),

  // AWS said no for another reason.
  'policy.denied': error('open-policy'),
  'role.denied': error('edit-profile'),
  'role.duration': error('edit-profile'),
  'duration.invalid': error('edit-profile'),
  'clock.skewed': error('try-again'),
  'clock.off': warning(),
  'clock.refused': error(),
  'clock.unheard': { severity: 'info' } as Entry,
  'session.expired': warning('sign-in'),
  'session.none': warning('sign-in'),
  'session.unknown': error('edit-profile'),
  'aws.throttled': warning('try-again'),
  'aws.region-disabled': error('edit-profile'),
  'aws.wrong-region': error('edit-profile'),
  'aws.endpoint': error(),
  'aws.refused': error('try-again'),

  // On the way to AWS.
  'network.offline': error('try-again'),
  'network.timeout': error('try-again'),
  'network.proxy': error('try-again'),
  'network.certificate': error(),
  'network.no-ca-file': error(),
  'network.unverified': warning(),
  'network.proxy-malformed': error(),
  'network.proxy-for-loopback': warning(),
  'network.proxies-differ': { severity: 'info' } as Entry,
  'network.git-proxy': { severity: 'info' } as Entry,
  'sign-in.cancelled': { severity: 'info' } as Entry,
  'sign-in.busy': { severity: 'info' } as Entry,

  // A sign-in with the browser.
  'browser.no-way-back': error('try-again'),
  'browser.too-late': warning('try-again'),
  'browser.refused': error('try-again'),
  'browser.stranger': warning(),
  'browser.paste-malformed': error(),
  'browser.paste-other': error(),
  'browser.code-expired': error('try-again'),
  'browser.not-permitted': error('copy-statement'),
  'browser.password-changed': warning('sign-in'),
  'browser.ended': warning('sign-in'),
  'browser.odd-answer': error('try-again'),
  'browser.service-down': warning('try-again'),

  // IAM Identity Center.
  'identity-center.none': warning('sign-in'),
  'identity-center.ended': warning('sign-in'),
  'identity-center.code-expired': warning('try-again'),
  'identity-center.denied': error('try-again'),
  'identity-center.client': error('try-again'),
  'identity-center.start-url': error('edit-profile'),
  'identity-center.scope': error(),
  'identity-center.role': error('edit-profile'),
  'identity-center.no-account': error(),
  'identity-center.encryption-key': error(),

  // The shared credentials and config files.
  'profile.not-ours': error('edit-profile'),
  'profile.outranked': error('edit-profile'),
  'profile.own-key': error('show-credentials-file'),
  'profile.replaced': warning('sign-in'),
  'profile.no-region': warning(),
  'profile.default-first': warning(),
  'profile.unparseable': error('show-credentials-file'),
  'profile.unwritable': error('show-credentials-file'),
  'profile.name-invalid': error('edit-profile'),
  'profile.name-taken': error('edit-profile'),
  'profile.unknown': error(),
  'profile.needed': error('edit-profile'),
  'profile.short-lived': error('edit-profile'),
  'file.read-only': error('show-credentials-file'),
  'file.disk-full': error('try-again'),
  'file.unreadable': error('show-credentials-file'),
  'file.changed-meanwhile': error('try-again'),
  'file.failed': error('try-again'),
  'file.unfinished': warning(),

  // What stands in those files that keeps clients or sign-ins from what they need.
  'aws-files.unread': error(),
  'aws-files.key-half': error(),
  'aws-files.key-blank': error(),
  'aws-files.key-swapped': error(),
  'aws-files.key-odd': error(),
  'aws-files.token-beside-key': error(),
  'aws-files.left-behind': warning(),
  'aws-files.other-daypass': warning(),
  'aws-files.expiry-untrue': warning(),
  'aws-files.process-gone': error(),
  'aws-files.process-old': warning(),
  'aws-files.name-unread': warning(),
  'aws-files.name-read-by-some': warning(),
  'aws-files.two-defaults': warning(),
  'aws-files.region-misread': error(),
  'aws-files.partition': error(),
  'aws-files.opt-in': error(),
  'aws-files.region-differs': { severity: 'info' } as Entry,
  'aws-files.serial-differs': warning(),
  'aws-files.diverted': warning(),
  'aws-files.default-diverted': warning(),
  'aws-files.plain-http': error(),
  'aws-files.services-missing': error(),
  'aws-files.fips': warning(),
  'aws-files.dual-stack': { severity: 'info' } as Entry,
  'aws-files.writable-by-others': warning(),
  'aws-files.readable-by-others': warning(),

  // git.
  'git.missing': error(),
  'git.not-set-up': warning('set-up-git'),
  'git.config-failed': error('try-again'),
  'git.config-linked': error(),
  'git.config-changed': warning('set-up-git'),
  'git.config-shadowed': warning('open-doctor'),
  'git.wait-over': warning('sign-in'),
  'git.wait-cancelled': { severity: 'info' } as Entry,
  'git.background': { severity: 'info' } as Entry,
  'git.no-profile': warning('edit-profile'),
  'git.no-path': warning('set-up-git'),
  'git.not-repository': warning(),
  'git.no-such-host': warning(),
  'git.own-credential': { severity: 'info' } as Entry,
  'git.likely-403': warning('open-doctor'),
  'git.said-401': warning('open-doctor'),

  // A trial.
  'try.not-codecommit': error(),
  'try.no-profile': error('edit-profile'),
  'try.which-profile': error(),
  'try.not-asked': error('set-up-git'),
  'try.forbidden': error(),
  'try.no-repository': error(),
  'try.git-failed': error('try-again'),

  // Lines of git's configuration, and of what git reads beside it.
  'git-config.helper-after': warning(),
  'git-config.helper-reset': warning(),
  'git-config.path-off': warning(),
  'git-config.aws-helper': warning(),
  'git-config.lines-in-file': warning(),
  'git-config.misspelt-section': warning(),
  'git-config.path-global': warning(),
  'git-config.path-without-helper': warning(),
  'git-config.keeps-passwords': warning(),
  'git-config.own-credential': { severity: 'info' } as Entry,
  'git-config.user-in-url': warning(),
  'git-config.rewritten-url': warning(),
  'git-config.netrc': warning(),
  'git-config.auth-header': warning(),
  'git-config.cookie-file': { severity: 'info' } as Entry,
  'git-config.proactive-auth': { severity: 'info' } as Entry,
  'git-config.interactive-off': { severity: 'info' } as Entry,
  'git-config.askpass': { severity: 'info' } as Entry,
  'git-config.protocol-off': warning(),
  'git-config.ssh-key': { severity: 'info' } as Entry,
  'git-config.trace-token': warning(),
  'git-config.config-elsewhere': warning(),
  'git-config.other-daypass': warning(),

  // The variables that programs are started with.
  'environment.blank': error(),
  'environment.spaces': error(),
  'environment.stray': error(),
  'environment.half-key': error(),
  'environment.token-beside-key': error(),
  'environment.long-term-key': warning(),
  'environment.other-session': warning(),
  'environment.not-exported': warning(),
  'environment.profile-missing': error(),
  'environment.profiles-differ': warning(),
  'environment.profile-beside-key': warning(),
  'environment.profile-of-key': { severity: 'info' } as Entry,
  'environment.profile-beside-endpoint': warning(),
  'environment.files-elsewhere': warning(),
  'environment.web-identity': { severity: 'info' } as Entry,
  'environment.endpoint': { severity: 'info' } as Entry,
  'environment.region-differs': { severity: 'info' } as Entry,

  // Programs, and where they are found.
  'programs.git-too-old': error(),
  'programs.git-older': { severity: 'info' } as Entry,
  'programs.git-differs': { severity: 'info' } as Entry,
  'programs.no-remote-helper': { severity: 'info' } as Entry,
  'programs.remote-helper-unseen': warning('set-up-git'),
  'programs.no-daypass': { severity: 'info' } as Entry,
  'programs.other-daypass': warning(),
  'programs.two-homes': warning(),

  // What AWS's other clients cannot do.
  'client.aws-cli-old': { severity: 'info' } as Entry,
  'client.gdal': { severity: 'info' } as Entry,
  'client.s3fs': { severity: 'info' } as Entry,
  'client.restic': { severity: 'info' } as Entry,
  'client.bad-request': { severity: 'info' } as Entry,
  'client.reads-once': { severity: 'info' } as Entry,
  'client.cdk': { severity: 'info' } as Entry,
  'client.git-annex': { severity: 'info' } as Entry,

  // Keychains and what Daypass keeps in them.
  'keychain.stale': warning('clear-keychain'),
  'keychain.multiplies': warning('set-up-git'),
  'keychain.own-credential': { severity: 'info' } as Entry,
  'keychain.locked': warning('try-again'),
  'keychain.unavailable': warning(),
  'keychain.not-looked-into': { severity: 'info' } as Entry,
  'keychain.denied': warning('try-again'),
  'keychain.failed': warning('try-again'),
  'kept.not-encrypted': warning(),
  'kept.locked': warning('unlock-keyring'),
  'kept.other-key': warning('seal-anew'),
  'kept.refused': warning('try-again'),
  'kept.unreadable': warning('sign-in'),

  // What other programs were heard to say, where nothing above means the same.
  'heard.git-403': warning('clear-keychain'),
  'heard.git-404': warning(),
  'heard.git-late': warning(),
  'heard.git-no-helper': warning('set-up-git'),
  'heard.git-no-password': warning('set-up-git'),
  'heard.git-program': warning('set-up-git'),
  'heard.git-transport': warning('set-up-git'),
  'heard.git-ssh': warning('set-up-git'),
  'heard.git-other-host': { severity: 'info' } as Entry,
  'heard.no-such-host': warning(),
  'heard.region-missing': warning(),
  'heard.region-wrong': warning(),
  'heard.no-credentials': warning('sign-in'),
  'heard.profile-missing': warning(),
  'heard.half-a-key': warning(),
  'heard.half-a-code': warning(),
  'heard.asks-code': warning('sign-in'),
  'heard.key-unknown': warning(),
  'heard.sso-expired': warning(),
  'heard.clock': warning(),
  'heard.no-mfa': warning('sign-in'),
  'heard.denied': warning('sign-in'),
  'heard.bad-request': warning('sign-in'),
  'heard.process-failed': warning('sign-in'),
  'heard.config-unread': warning('show-credentials-file'),
  'heard.source-profile': warning(),
  'heard.profile-circle': warning(),
  'heard.aws-down': warning(),
  'heard.not-running': warning(),
  'heard.no-answer': warning(),
  'heard.unknown-caller': warning(),
  'heard.session-lives': { severity: 'info' } as Entry,

  // Daypass itself.
  'doctor.asking': { severity: 'info' } as Entry,
  'doctor.no-answer': warning('try-again'),
  'settings.invalid': warning(),
  'settings.unsaved': warning(),
  'notification.failed': warning(),
  'clipboard.unmarked': warning('copy-unmarked'),
  'notification.silent': { severity: 'info' } as Entry,
  'desktop.no-tray': { severity: 'info' } as Entry,
  'autostart.failed': warning(),
  'home.unusable': error(),
  'endpoint.port-taken': warning(),
  'app.elsewhere': warning(),
  'input.invalid': error(),
  'usage.invalid': error(),
  'command.unsupported': error(),
  'internal.unexpected': error('try-again'),
} as const satisfies Record<string, Entry>;

export type FailureCode = keyof typeof FAILURES;

export interface Failure {
  readonly code: FailureCode;
  readonly params: Readonly<Record<string, string | number>>;
}

export const failure = (code: FailureCode, params: Failure['params'] = {}): Failure => ({ code, params });

/** A failure on its way up inside one process; it becomes a plain `Failure` at the boundary. */
export class FailureError extends Error {
  readonly failure: Failure;

  constructor(code: FailureCode, params: Failure['params'] = {}, options?: ErrorOptions) {
    super(code, options);
    this.name = 'FailureError';
    this.failure = failure(code, params);
  }

  /** A failure that is known already, on its way up; `more` is what only this place knows, and never replaces a parameter. */
  static of({ code, params }: Failure, more: Failure['params'] = {}, cause?: unknown): FailureError {
    return new FailureError(code, { ...more, ...params }, cause === undefined ? undefined : { cause });
  }
}

/** What a person is told of anything thrown: a catalogued failure as it is, all else as unexpected, without its text. */
export function failureOf(thrown: unknown): Failure {
  if (thrown instanceof FailureError) return thrown.failure;
  return failure('internal.unexpected', { kind: thrown instanceof Error ? thrown.name : typeof thrown });
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };
