import { describe, expect, test } from 'vitest';
import {
  FAILURES,
  type FailureCode,
  FailureError,
  type FixAction,
  failure,
  failureOf,
  type Severity,
} from '../../../electron/core/base/failure.ts';

describe('what a person is told of something thrown', () => {
  test('a failure of the catalogue, as it is', () => {
    const thrown = new FailureError('file.disk-full', { path: '/f' }, { cause: new Error('planted') });
    expect(failureOf(thrown)).toEqual(failure('file.disk-full', { path: '/f' }));
  });

  test.each([
    [new TypeError('planted'), 'TypeError'],
    [new DOMException('planted', 'AbortError'), 'AbortError'],
    ['planted', 'string'],
    [undefined, 'undefined'],
    [null, 'object'],
    [{ message: 'planted' }, 'object'],
  ])('of %s only its kind', (thrown, kind) => {
    expect(failureOf(thrown)).toEqual(failure('internal.unexpected', { kind }));
  });
});

test('a failure on its way up is told apart by its name, and its message repeats no parameter', () => {
  const thrown = new FailureError('file.disk-full', { path: 'planted' });
  expect([thrown.name, thrown.message]).toEqual(['FailureError', 'file.disk-full']);
});

const codesWith = (isWanted: (entry: { severity: Severity; fix?: FixAction }) => boolean) =>
  Object.entries(FAILURES).flatMap(([code, entry]) => (isWanted(entry) ? [code] : []));

/** The button that stands beside each failure. */
const FIXES: Record<FixAction, readonly FailureCode[]> = {
  'new-code': [
    'code.malformed',
    'code.used',
    'code.rejected',
    'device.cooling-down',
    'totp.unreadable',
    'totp.refused',
  ],
  'try-again': [
    'new-key.unknown',
    'source.nowhere',
    'source.circle',
    'source.too-deep',
    'source.no-sso-session',
    'source.sso-incomplete',
    'source.sso-differs',
    'source.value',
    'clock.skewed',
    'aws.throttled',
    'aws.refused',
    'network.offline',
    'network.timeout',
    'network.proxy',
    'browser.no-way-back',
    'browser.too-late',
    'browser.refused',
    'browser.code-expired',
    'browser.odd-answer',
    'browser.service-down',
    'identity-center.code-expired',
    'identity-center.denied',
    'identity-center.client',
    'file.disk-full',
    'file.changed-meanwhile',
    'file.failed',
    'git.config-failed',
    'try.git-failed',
    'keychain.locked',
    'keychain.denied',
    'keychain.failed',
    'kept.refused',
    'doctor.no-answer',
    'internal.unexpected',
  ],
  'edit-profile': [
    'device.refused',
    'device.none',
    'device.other',
    'device.serial-malformed',
    'device.other-account',
    'key.missing',
    'key.temporary',
    'key.unknown',
    'key.wrong-secret',
    'key.unreadable',
    'source.unknown',
    'source.ours',
    'source.other-way',
    'role.denied',
    'role.duration',
    'duration.invalid',
    'session.unknown',
    'aws.region-disabled',
    'aws.wrong-region',
    'identity-center.start-url',
    'identity-center.role',
    'profile.not-ours',
    'profile.outranked',
    'profile.name-invalid',
    'profile.name-taken',
    'profile.needed',
    'profile.short-lived',
    'git.no-profile',
    'try.no-profile',
  ],
  'sign-in': [
    'session.expired',
    'session.none',
    'browser.password-changed',
    'browser.ended',
    'identity-center.none',
    'identity-center.ended',
    'profile.replaced',
    'git.wait-over',
    'kept.unreadable',
    'heard.no-credentials',
    'heard.asks-code',
    'heard.no-mfa',
    'heard.denied',
    'heard.bad-request',
    'heard.process-failed',
  ],
  'set-up-git': [
    'git.not-set-up',
    'git.config-changed',
    'git.no-path',
    'try.not-asked',
    'programs.remote-helper-unseen',
    'keychain.multiplies',
    'heard.git-no-helper',
    'heard.git-no-password',
    'heard.git-program',
    'heard.git-transport',
    'heard.git-ssh',
  ],
  'clear-keychain': ['keychain.stale', 'heard.git-403'],
  'show-credentials-file': [
    'key.elsewhere',
    'profile.own-key',
    'profile.unparseable',
    'profile.unwritable',
    'file.read-only',
    'file.unreadable',
    'heard.config-unread',
  ],
  'open-doctor': ['git.config-shadowed', 'git.likely-403', 'git.said-401'],
  'open-policy': ['device.list-denied', 'policy.denied'],
  'unlock-keyring': ['totp.box-unavailable', 'key.box-unavailable', 'kept.locked'],
  'copy-unmarked': ['clipboard.unmarked'],
  'seal-anew': ['kept.other-key'],
  'copy-statement': ['browser.not-permitted'],
};

test.each(Object.entries(FIXES))('%s is offered where it helps', (fix, codes) => {
  expect(codesWith((entry) => entry.fix === fix)).toEqual(codes);
});

test('where there is no button, nothing stands for one', () => {
  for (const entry of Object.values(FAILURES)) expect('fix' in entry ? entry.fix : 'none').toBeDefined();
});

test('a failure that is known already keeps its parameters, and has a cause only where there is one', () => {
  const known = failure('file.failed', { path: '/f' });
  const thrown = FailureError.of(known, { path: '/other', reason: 'EIO' });
  expect(thrown.failure).toEqual(failure('file.failed', { path: '/f', reason: 'EIO' }));
  expect('cause' in thrown).toBe(false);
  expect(FailureError.of(known, {}, 'why').cause).toBe('why');
});

test('what a person has done themselves, and what can wait, is no error', () => {
  expect(codesWith(({ severity }) => severity === 'info')).toEqual([
    'clock.unheard',
    'network.proxies-differ',
    'network.git-proxy',
    'sign-in.cancelled',
    'sign-in.busy',
    'aws-files.region-differs',
    'aws-files.dual-stack',
    'git.wait-cancelled',
    'git.background',
    'git.own-credential',
    'git-config.own-credential',
    'git-config.cookie-file',
    'git-config.proactive-auth',
    'git-config.interactive-off',
    'git-config.askpass',
    'git-config.ssh-key',
    'environment.profile-of-key',
    'environment.web-identity',
    'environment.endpoint',
    'environment.region-differs',
    'programs.git-older',
    'programs.git-differs',
    'programs.no-remote-helper',
    'programs.no-daypass',
    'client.aws-cli-old',
    'client.gdal',
    'client.s3fs',
    'client.restic',
    'client.bad-request',
    'client.reads-once',
    'client.cdk',
    'client.git-annex',
    'keychain.own-credential',
    'keychain.not-looked-into',
    'heard.git-other-host',
    'heard.session-lives',
    'doctor.asking',
    'notification.silent',
    'desktop.no-tray',
  ]);
  // What other programs have said is no failure of Daypass's.
  const heard = codesWith(({ severity }) => severity === 'error').filter((code) => code.startsWith('heard.'));
  expect(heard).toEqual([]);
  const warnings = codesWith(({ severity }) => severity === 'warning').filter((code) => !code.startsWith('heard.'));
  expect(warnings).toEqual([
    'code.used',
    'device.cooling-down',
    'device.list-denied',
    'totp.box-unavailable',
    'key.in-file',
    'new-key.not-trashed',
    'clock.off',
    'session.expired',
    'session.none',
    'aws.throttled',
    'network.unverified',
    'network.proxy-for-loopback',
    'browser.too-late',
    'browser.stranger',
    'browser.password-changed',
    'browser.ended',
    'browser.service-down',
    'identity-center.none',
    'identity-center.ended',
    'identity-center.code-expired',
    'profile.replaced',
    'profile.no-region',
    'profile.default-first',
    'file.unfinished',
    'aws-files.left-behind',
    'aws-files.other-daypass',
    'aws-files.expiry-untrue',
    'aws-files.process-old',
    'aws-files.name-unread',
    'aws-files.name-read-by-some',
    'aws-files.two-defaults',
    'aws-files.serial-differs',
    'aws-files.diverted',
    'aws-files.default-diverted',
    'aws-files.fips',
    'aws-files.writable-by-others',
    'aws-files.readable-by-others',
    'git.not-set-up',
    'git.config-changed',
    'git.config-shadowed',
    'git.wait-over',
    'git.no-profile',
    'git.no-path',
    'git.not-repository',
    'git.no-such-host',
    'git.likely-403',
    'git.said-401',
    'git-config.helper-after',
    'git-config.helper-reset',
    'git-config.path-off',
    'git-config.aws-helper',
    'git-config.lines-in-file',
    'git-config.misspelt-section',
    'git-config.path-global',
    'git-config.path-without-helper',
    'git-config.keeps-passwords',
    'git-config.user-in-url',
    'git-config.rewritten-url',
    'git-config.netrc',
    'git-config.auth-header',
    'git-config.protocol-off',
    'git-config.trace-token',
    'git-config.config-elsewhere',
    'git-config.other-daypass',
    'environment.long-term-key',
    'environment.other-session',
    'environment.not-exported',
    'environment.profiles-differ',
    'environment.profile-beside-key',
    'environment.profile-beside-endpoint',
    'environment.files-elsewhere',
    'programs.remote-helper-unseen',
    'programs.other-daypass',
    'programs.two-homes',
    'keychain.stale',
    'keychain.multiplies',
    'keychain.locked',
    'keychain.unavailable',
    'keychain.denied',
    'keychain.failed',
    'kept.not-encrypted',
    'kept.locked',
    'kept.other-key',
    'kept.refused',
    'kept.unreadable',
    'doctor.no-answer',
    'settings.invalid',
    'settings.unsaved',
    'notification.failed',
    'clipboard.unmarked',
    'autostart.failed',
    'endpoint.port-taken',
    'app.elsewhere',
  ]);
  for (const { severity } of Object.values(FAILURES)) expect(['info', 'warning', 'error']).toContain(severity);
});

test('codes are areas and words', () => {
  for (const code of Object.keys(FAILURES)) expect(code).toMatch(/^[a-z]+(-[a-z]+)*\.[a-z0-9]+(-[a-z0-9]+)*$/);
});
