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
  | 'unlock-keyring'
  | 'seal-anew';

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
  'device.refused': error('edit-profile'),
  'device.cooling-down': warning('new-code'),
  'device.none': error('edit-profile'),
  'device.fido-only': error(),
  'device.other': error('edit-profile'),
  'device.list-denied': warning('edit-profile'),
  'device.serial-malformed': error('edit-profile'),
  'totp.secret-malformed': error(),
  'totp.unsupported': error(),
  'totp.picture-unreadable': error(),
  'totp.no-qr': error(),
  'totp.box-unavailable': warning('unlock-keyring'),
  'totp.unreadable': error('new-code'),
  'totp.refused': error('new-code'),

  // The long-term key.
  'key.missing': error('edit-profile'),
  'key.temporary': error('edit-profile'),
  'key.unknown': error('edit-profile'),
  'key.wrong-secret': error('edit-profile'),
  'key.box-unavailable': error('unlock-keyring'),
  'key.unreadable': error('edit-profile'),
  'key.in-file': warning(),
  'key.elsewhere': error('show-credentials-file'),

  // What a new profile is to be made from.
  'source.unknown': error('edit-profile'),
  'source.ours': error('edit-profile'),
  'source.other-way': error('edit-profile'),
  'source.nowhere': error('try-again'),
  'source.circle': error('try-again'),
  'source.role-on-role': error(),
  'source.too-deep': error('try-again'),
  'source.value': error('try-again'),

  // AWS said no for another reason.
  'policy.denied': error(),
  'role.denied': error('edit-profile'),
  'role.duration': error('edit-profile'),
  'duration.invalid': error('edit-profile'),
  'clock.skewed': error('try-again'),
  'clock.off': warning(),
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
  'sign-in.cancelled': { severity: 'info' } as Entry,
  'sign-in.busy': { severity: 'info' } as Entry,

  // The shared credentials and config files.
  'profile.not-ours': error('edit-profile'),
  'profile.outranked': error('edit-profile'),
  'profile.own-key': error('show-credentials-file'),
  'profile.replaced': warning('sign-in'),
  'profile.no-region': warning(),
  'profile.unread': warning(),
  'profile.default-first': warning(),
  'profile.unparseable': error('show-credentials-file'),
  'profile.unwritable': error('show-credentials-file'),
  'profile.name-invalid': error('edit-profile'),
  'profile.name-taken': error('edit-profile'),
  'profile.unknown': error(),
  'profile.needed': error('edit-profile'),
  'file.read-only': error('show-credentials-file'),
  'file.disk-full': error('try-again'),
  'file.unreadable': error('show-credentials-file'),
  'file.changed-meanwhile': error('try-again'),
  'file.failed': error('try-again'),
  'file.unfinished': warning(),

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

  // Daypass itself.
  'doctor.asking': { severity: 'info' } as Entry,
  'doctor.no-answer': warning('try-again'),
  'settings.invalid': warning(),
  'settings.unsaved': warning(),
  'notification.failed': warning(),
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
