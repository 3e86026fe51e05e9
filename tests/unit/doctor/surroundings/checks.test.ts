import { describe, expect, test } from 'vitest';
import { type Failure, failure } from '../../../../electron/core/base/failure.ts';
import type { Asked, Facts } from '../../../../electron/core/doctor/facts.ts';
import { reportOf } from '../../../../electron/core/doctor/report-of.ts';
import { gatherPrograms } from '../../../../electron/core/doctor/surroundings/gather-programs.ts';
import { gatherNetwork } from '../../../../electron/core/doctor/surroundings/network-facts.ts';
import { settingsOf } from '../../../../electron/core/doctor/surroundings/places.ts';
import { readTerminal } from '../../../../electron/core/doctor/surroundings/variable.ts';
import { FakePrograms } from '../../../fakes/surroundings.ts';
import { factsWith, WELL } from '../facts.ts';

type Name = 'clock' | 'network' | 'programs' | 'environment' | 'profiles';
const known = <T>(value: T) => ({ known: true, value }) as const;
const findings = (facts: Facts, name: Name) => reportOf(facts).checks.find((one) => one.name === name)?.findings ?? [];
const codes = (facts: Facts, name: Name) => findings(facts, name).map(({ failure: { code } }) => code);
const MINUTE = 60_000;

describe('the clock', () => {
  const at = (offset: number, ...ill: Failure[]) =>
    factsWith({
      clock: known({ offset, heard: true, now: Date.UTC(2026, 4, 4, 9, 30) }),
      profiles: known(ill.map((one) => ({ name: 'work-mfa', failure: one }))),
    });

  test.each([
    [0, []],
    [2 * MINUTE - 1, []],
    [2 * MINUTE, ['clock.off']],
    [-2 * MINUTE, ['clock.off']],
    [15 * MINUTE - 1, ['clock.off']],
    [15 * MINUTE, ['clock.refused']],
    [-24 * 60 * MINUTE, ['clock.refused']],
  ])('that is %i ms from AWS’s', (offset, expected) => {
    expect(codes(at(offset), 'clock')).toEqual(expected);
  });

  test('is told with its direction and both times', () => {
    const [slow] = findings(at(20 * MINUTE), 'clock');
    expect(slow?.failure.params).toEqual({ minutes: 20, reason: 'clock-behind' });
    expect(slow?.evidence).toEqual(['AWS: 2026-05-04T09:50:00Z', 'localhost: 2026-05-04T09:30:00Z']);
    expect(findings(at(-20 * MINUTE), 'clock')[0]?.failure.params).toEqual({ minutes: 20, reason: 'clock-ahead' });
  });

  test('is not known before AWS has been heard: that is only told, and hides nothing', () => {
    const unheard = (offset: number, ...ill: Failure[]) => {
      const facts = at(offset, ...ill);
      return { ...facts, clock: known({ offset, heard: false, now: 0 }) };
    };
    expect(codes(unheard(0), 'clock')).toEqual(['clock.unheard']);
    expect(reportOf(unheard(0)).well).toBe(true);
    expect(codes(unheard(20 * MINUTE), 'clock')).toEqual(['clock.refused']);
    expect(codes(unheard(0, failure('clock.skewed')), 'clock')).toEqual(['clock.skewed']);
  });

  test('is why a sign-in was refused, once, and the profile is not', () => {
    const skewed = failure('clock.skewed');
    expect(codes(at(0, skewed), 'clock')).toEqual(['clock.skewed']);
    expect(codes(at(20 * MINUTE, skewed), 'clock')).toEqual(['clock.refused']);
    expect(codes(at(20 * MINUTE, skewed), 'profiles')).toEqual([]);
    expect(codes(at(0, failure('key.wrong-secret')), 'clock')).toEqual([]);
  });
});

describe('the network', () => {
  interface World {
    readonly terminal?: string;
    readonly app?: string;
    readonly file?: string;
    readonly git?: Readonly<Record<string, string>>;
    readonly there?: readonly string[];
    readonly ill?: Failure;
  }
  const facts = async ({ terminal = '', app = '', file = '', git = {}, there = [], ill }: World) => {
    const programs = new FakePrograms();
    for (const path of there) programs.there.set(path, null);
    const network = await gatherNetwork({
      programs,
      terminal: readTerminal(terminal && `PATH=/bin\n${terminal}`),
      app: readTerminal(app) ?? [],
      settings: settingsOf([{ path: '/home/ann/.bashrc', reads: 'bash', dialect: 'sh', text: file }]),
      entries: Object.entries(git).map(([name, value]) => ({ origin: 'file:/g', scope: 'global', name, value })),
    });
    const profiles = known(ill ? [{ name: 'work-mfa', failure: ill }] : []);
    return factsWith({ network: known(network), profiles });
  };
  const ENDPOINT = 'AWS_CONTAINER_CREDENTIALS_FULL_URI=http://127.0.0.1:1/x';

  test.each<[string, World, readonly string[]]>([
    ['with nothing', {}, []],
    ['with a file of certificates', { terminal: 'AWS_CA_BUNDLE=/ca.pem', there: ['/ca.pem'] }, []],
    ['with one that is gone', { terminal: 'AWS_CA_BUNDLE=/ca.pem' }, ['network.no-ca-file']],
    ['with one that a file names', { file: 'export SSL_CERT_FILE=/ca.pem' }, ['network.no-ca-file']],
    ['with one that only the shell knows', { file: 'export SSL_CERT_FILE=$HOME/ca.pem' }, []],
    ['with one that Daypass was given', { app: 'AWS_CA_BUNDLE=/ca.pem' }, ['network.no-ca-file']],
    ['with one of git’s', { git: { 'http.sslcainfo': '/ca.pem' } }, ['network.no-ca-file']],
    ['with one of git’s for a host', { git: { 'http.https://x/.sslcainfo': '/ca.pem' } }, ['network.no-ca-file']],
    [
      'with one of git’s for an address with a login',
      { git: { 'http.https://ann:planted@x/.sslcainfo': '/ca.pem' } },
      ['network.no-ca-file'],
    ],
    ['that is not verified', { git: { 'http.sslverify': 'false' } }, ['network.unverified']],
    ['that is', { git: { 'http.sslverify': 'true' } }, []],
    ['that a variable leaves unverified', { terminal: 'GIT_SSL_NO_VERIFY=1' }, ['network.unverified']],
    ['behind a proxy', { terminal: 'HTTPS_PROXY=http://p:1', app: 'HTTPS_PROXY=http://p:1' }, []],
    ['behind one of IPv6', { terminal: 'https_proxy=http://[::1]:1', app: 'https_proxy=http://[::1]:1' }, []],
    ['behind a proxy that Daypass does not know', { terminal: 'HTTPS_PROXY=http://p:1' }, ['network.proxies-differ']],
    ['behind a proxy that is none', { app: 'HTTPS_PROXY=http://p:port' }, ['network.proxy-malformed']],
    ['behind a proxy of git’s', { git: { 'http.proxy': 'http://ann:planted@p:1' } }, ['network.git-proxy']],
    ['behind the same one', { git: { 'http.proxy': 'http://p:1' }, app: 'HTTPS_PROXY=http://p:1' }, []],
    [
      'behind a proxy, with the endpoint',
      { terminal: `http_proxy=http://p:1\n${ENDPOINT}` },
      ['network.proxy-for-loopback'],
    ],
    ['that passes loopback by', { terminal: `http_proxy=http://p:1\nno_proxy=x,127.0.0.1\n${ENDPOINT}` }, []],
    ['behind a proxy that nothing asks on loopback', { terminal: 'http_proxy=http://p:1' }, []],
    ['that is away', { ill: failure('network.offline', { host: 'sts' }) }, ['network.offline']],
    ['that is not the matter', { ill: failure('key.unknown') }, []],
  ])('%s', async (_, world, expected) => {
    const all = await facts(world);
    expect(codes(all, 'network')).toEqual(expected);
    expect(JSON.stringify(all)).not.toContain('planted');
    expect(codes(all, 'profiles').filter((code) => code.startsWith('network.'))).toEqual([]);
  });
});

describe('programs', () => {
  interface World {
    readonly there?: Readonly<Record<string, string | null>>;
    /** The terminal's PATH. */
    readonly path?: string;
    readonly git?: Partial<Asked['git']>;
    readonly installed?: readonly string[];
    readonly home?: string;
    readonly file?: string;
    readonly same?: readonly string[];
  }
  const OWN = '/home/ann/.daypass';
  const facts = async ({ there = {}, path, git = {}, installed = [], home = OWN, file = '', same = [] }: World) => {
    const programs = new FakePrograms();
    for (const [at, version] of Object.entries({ [`${OWN}/bin/daypass`]: null, ...there }))
      programs.there.set(at, version);
    programs.installed = installed;
    programs.same = same;
    const found = await gatherPrograms({
      programs,
      terminal: path === undefined ? null : readTerminal(`PATH=${path}`),
      path: '/app',
      settings: settingsOf([{ path: '/home/ann/.bashrc', reads: 'bash', dialect: 'sh', text: file }]),
      script: `${OWN}/bin/daypass`,
      home,
      usualHome: OWN,
    });
    return factsWith({ programs: known(found), git: known({ ...WELL.git, ...git }) });
  };
  const BIN = `${OWN}/bin`;
  const HELPER = 'git-remote-codecommit';

  test.each<[string, World, readonly string[]]>([
    ['with nothing to say', { path: BIN }, []],
    ['with a git that is too old', { git: { version: '2.25.1' } }, ['programs.git-too-old']],
    ['with an old one', { git: { version: '2.26.0' } }, ['programs.git-older']],
    ['with one that is well', { git: { version: '2.40.0.windows.1' } }, []],
    [
      'with another git in the terminal',
      { path: `/t:${BIN}`, there: { '/t/git': 'git version 2.47.1' } },
      ['programs.git-differs'],
    ],
    ['with the same in another place', { path: `/t:${BIN}`, there: { '/t/git': 'git version 2.39.5' } }, []],
    [
      'with one in the terminal that is too old',
      { path: `/t:${BIN}`, there: { '/t/git': 'git version 2.20.1' } },
      ['programs.git-too-old', 'programs.git-differs'],
    ],
    ['with one that does not answer', { path: `/t:${BIN}`, there: { '/t/git': null } }, []],
    ['with no helper for codecommit, where git asks Daypass', { path: BIN }, []],
    ['and where it does not', { git: { setUp: false } }, ['programs.no-remote-helper']],
    ['and where there is no git', { git: { setUp: false, version: null } }, []],
    [
      'with a helper that no PATH leads to',
      { git: { setUp: false }, installed: ['/pip'], there: { [`/pip/${HELPER}`]: null } },
      ['programs.remote-helper-unseen'],
    ],
    ['with one on Daypass’s PATH, and no terminal', { git: { setUp: false }, there: { [`/app/${HELPER}`]: null } }, []],
    [
      'with one on both',
      { git: { setUp: false }, path: `/t:${BIN}`, there: { [`/app/${HELPER}`]: null, [`/t/${HELPER}`]: null } },
      [],
    ],
    [
      'with one on the terminal’s alone',
      { git: { setUp: false }, path: `/t:${BIN}`, there: { [`/t/${HELPER}`]: null } },
      ['programs.remote-helper-unseen'],
    ],
    [
      'with Daypass’s own in the terminal',
      { git: { setUp: false }, path: BIN, there: { [`${BIN}/${HELPER}`]: null } },
      [],
    ],
    ['without “daypass” in the terminal', { path: '/t' }, ['programs.no-daypass']],
    ['with another one first', { path: `/t:${BIN}`, there: { '/t/daypass': null } }, ['programs.other-daypass']],
    [
      'with a copy of it first',
      { path: `/t:${BIN}`, there: { '/t/daypass': null }, same: ['/t/daypass', `${BIN}/daypass`] },
      [],
    ],
    ['with another home in use', { home: '/other', there: { [`${OWN}/launch`]: null } }, ['programs.two-homes']],
    ['with another home alone', { home: '/other' }, []],
    ['with a file that names another', { file: 'export DAYPASS_HOME=/other' }, ['programs.two-homes']],
    ['with a file that names the same', { file: `export DAYPASS_HOME=${OWN}` }, []],
    ['with GDAL, once', { there: { '/app/gdalinfo': null, '/app/gdal_translate': null } }, ['client.gdal']],
    ['with a new AWS CLI', { there: { '/app/aws': 'aws-cli/2.15.0 Python/3.11' } }, []],
    ['with an old one', { there: { '/app/aws': 'aws-cli/2.9.19 Python/3.11' } }, ['client.aws-cli-old']],
    ['with one of version 1', { there: { '/app/aws': 'aws-cli/1.30.9 Python/3.11' } }, ['client.aws-cli-old']],
    ['with a new one of version 1', { there: { '/app/aws': 'aws-cli/1.45.11 Python/3.11' } }, []],
    [
      'with several clients',
      { there: { '/app/terraform': null, '/app/tofu': null } },
      ['client.reads-once', 'client.reads-once'],
    ],
  ])('%s', async (_, world, expected) => {
    expect(codes(await facts(world), 'programs')).toEqual(expected);
  });

  test('are not known where they do not answer, and what git says of itself is not needed for the rest', async () => {
    const why = failure('doctor.no-answer', { seconds: 10 });
    const unknown = { known: false, why } as const;
    expect(reportOf(factsWith({ programs: unknown })).checks.find(({ name }) => name === 'programs')?.verdict).toBe(
      'unknown',
    );
    const { programs } = await facts({ path: '/t' });
    expect(codes(factsWith({ programs, git: unknown }), 'programs')).toEqual(['programs.no-daypass']);
  });
});
