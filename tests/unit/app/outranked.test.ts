/** A profile that AWS's clients would take other credentials for, in the whole app: no code is spent, and the doctor says so. */
import { beforeEach, describe, expect, test } from 'vitest';
import { type Failure, FailureError } from '../../../electron/core/base/failure.ts';
import { Secret } from '../../../electron/core/base/secret.ts';
import { type DoctorFinding, found as seen } from '../../../electron/core/doctor/finding.ts';
import type { MendName } from '../../../electron/core/doctor/mend.ts';
import { AppWorld, drained } from '../../fakes/app-world.ts';
import { choiceWith } from '../samples.ts';
import { keys, placed } from './placed.ts';

const ROLE = '[profile work-mfa]\nrole_arn = arn:aws:iam::123456789012:role/r\nsource_profile = work\n';
const OUTRANKED: Failure = {
  code: 'profile.outranked',
  params: { path: '/home/ann/.aws/config', section: 'profile work-mfa', setting: 'role_arn', name: 'work-mfa' },
};

const ROLE_LINE = '/home/ann/.aws/config:2: role_arn = arn:aws:iam::123456789012:role/r';

let w: AppWorld;
beforeEach(() => {
  w = new AppWorld();
  w.add(choiceWith());
});
const refusalOf = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    ({ failure }: FailureError) => failure,
  );
/** What the doctor finds in AWS's files and in the profiles. */
const found = async (): Promise<readonly DoctorFinding[]> => {
  const { checks } = await w.app.doctor.examine();
  return checks.flatMap(({ name, findings }) => (['aws-files', 'profiles'].includes(name) ? findings : []));
};
const finding = (failure: Failure, ...evidence: string[]) => {
  const mends: Record<string, MendName> = { 'profile.replaced': 'session-anew', 'profile.no-region': 'aws-files' };
  const mend = mends[failure.code] ?? null;
  return seen(failure, { profile: 'work-mfa', evidence, mend });
};

describe('a role in the config file', () => {
  beforeEach(() => {
    w.files.texts.config = ROLE;
  });

  test('refuses the sign-in before AWS is asked, and is found once', async () => {
    expect(await found()).toEqual([finding(OUTRANKED, ROLE_LINE)]);
    expect(await refusalOf(w.signIn())).toEqual(OUTRANKED);
    expect(w.sts.calls).toEqual([]);
    expect(await found()).toEqual([finding(OUTRANKED, ROLE_LINE)]);
    expect(w.files.texts.config).toBe(ROLE);
  });

  test('that is taken out is forgotten with the next sign-in', async () => {
    await refusalOf(w.signIn());
    w.files.texts.config = '';
    await w.signIn();
    expect(await found()).toEqual([]);
  });

  test('refuses another name for it too', async () => {
    w.files.texts.config = ROLE.replace('work-mfa', 'other');
    await w.signIn();
    expect(await refusalOf(w.app.changes.edit('p1', choiceWith({ name: 'other' })))).toMatchObject({
      code: 'profile.outranked',
    });
    expect(placed(w, 'work-mfa')).toEqual(keys(1));
  });
});

test('a session that is just being written is not called overwritten', async () => {
  let go = () => {};
  const held = new Promise<void>((resolve) => {
    go = resolve;
  });
  const { files } = w;
  const edit = files.edit.bind(files);
  files.edit = async (...args) => {
    await held;
    return edit(...args);
  };
  const signedIn = w.app.signIns.withCode('p1', new Secret('123456'));
  await drained();
  expect(w.app.sessions.sessionOf('p1')).not.toBeNull();
  const examined = found();
  await drained();
  go();
  await signedIn;
  expect(await examined).toEqual([]);
});

test('a session that could not be written is not called overwritten: why it could not is said', async () => {
  w.files.edit = async () => {
    throw new FailureError('file.read-only', { path: '/home/ann/.aws/credentials' });
  };
  await w.app.signIns.withCode('p1', new Secret('123456')).catch(() => {});
  expect(w.app.sessions.sessionOf('p1')).not.toBeNull();
  const { checks } = await w.app.doctor.examine();
  const codes = checks.flatMap(({ findings }) => findings.map(({ failure }) => failure.code));
  expect(codes).toContain('file.read-only');
  expect(codes).not.toContain('profile.replaced');
});

test('a session that another program has overwritten is found', async () => {
  await w.signIn();
  expect(await found()).toEqual([]);
  w.files.texts.credentials = w.files.texts.credentials.replace(/= ASIA\d+/, '= ASIAOTHER');
  const params = { path: '/home/ann/.aws/credentials', section: 'work-mfa' };
  expect(await found()).toEqual([
    finding(
      { code: 'profile.replaced', params },
      '/home/ann/.aws/credentials:5: aws_access_key_id = …THER',
      '/home/ann/.aws/credentials:8: x_security_token_expires = 2026-01-05T20:00:00Z',
      'Daypass: aws_access_key_id = …0001',
    ),
  ]);
  const [plan] = await w.app.doctor.plan(['session-anew']);
  expect(plan?.text).toBe('+ /home/ann/.aws/credentials: [work-mfa] aws_access_key_id = …0001\n');
  await w.app.doctor.mend(['session-anew']);
  expect(await found()).toEqual([]);
  expect(placed(w, 'work-mfa')).toEqual(keys(1));
  expect(await w.app.doctor.plan(['session-anew'])).toEqual([{ name: 'session-anew', text: '' }]);
});

describe('a long-term key that somebody has put into our section', () => {
  beforeEach(async () => {
    await w.signIn();
    w.files.texts.credentials = w.files.texts.credentials.replace(/= ASIA\d+/, '= AKIATHEIRS');
  });
  const OWN_KEY: Failure = {
    code: 'profile.own-key',
    params: { path: '/home/ann/.aws/credentials', section: 'work-mfa' },
  };

  test('stays at sign-out and at a renewal, and both say so', async () => {
    const { credentials } = w.files.texts;
    expect(await refusalOf(w.signIn('p1', '234567'))).toEqual(OWN_KEY);
    expect(await refusalOf(w.app.sessions.signOut(w.app.book.profile('p1')))).toEqual(OWN_KEY);
    expect(w.files.texts.credentials).toBe(credentials);
    expect(w.app.sessions.sessionOf('p1')).toBeNull();
    expect(await found()).toEqual([
      finding(
        OWN_KEY,
        '/home/ann/.aws/credentials:5: aws_access_key_id = …EIRS',
        '/home/ann/.aws/credentials:8: x_security_token_expires = 2026-01-05T20:00:00Z',
      ),
    ]);
  });

  test('stays when the profile is removed', async () => {
    const { credentials } = w.files.texts;
    await w.app.changes.remove('p1');
    expect(w.files.texts.credentials).toBe(credentials);
    expect(w.app.view().notices).toEqual([OWN_KEY]);
  });
});

describe('the region', () => {
  const REGION = '[profile work-mfa]\nregion = eu-central-1\nmanager = daypass\n';

  test('is there from the first sign-in on, follows the profile’s, and goes with the profile', async () => {
    expect(w.files.texts.config).toBe('');
    await w.signIn();
    expect(w.files.texts.config).toBe(REGION);
    await w.app.changes.edit('p1', choiceWith({ region: 'ap-south-1' }));
    expect(w.files.texts.config).toBe(REGION.replace('eu-central-1', 'ap-south-1'));
    await w.app.sessions.signOut(w.app.book.profile('p1'));
    await w.app.changes.edit('p1', choiceWith());
    expect(w.files.texts.config).toBe(REGION);
    await w.app.changes.remove('p1');
    expect(w.files.texts.config).toBe('');
  });

  test('goes along with another name', async () => {
    await w.signIn();
    await w.app.changes.edit('p1', choiceWith({ name: 'renamed' }));
    expect(w.files.texts.config).toBe(REGION.replace('work-mfa', 'renamed'));
  });

  test('is written unasked into no section of somebody’s own: the doctor offers it', async () => {
    w.files.texts.config = '[profile work-mfa]\noutput = json\n';
    await w.signIn();
    expect(w.files.texts.config).toBe('[profile work-mfa]\noutput = json\n');
    const params = { path: '/home/ann/.aws/config', name: 'work-mfa', region: 'eu-central-1' };
    expect(await found()).toEqual([finding({ code: 'profile.no-region', params }, '/home/ann/.aws/config:1')]);
    expect((await w.app.doctor.plan(['aws-files']))[0]?.text).toContain('+region = eu-central-1\n');
    await w.app.doctor.mend(['aws-files']);
    expect(w.files.texts.config).toBe('[profile work-mfa]\nregion = eu-central-1\noutput = json\n');
    expect(await found()).toEqual([]);
  });

  test('is not offered where the section cannot be edited for certain', async () => {
    w.files.texts.config = '[profile work-mfa]\noutput = json\n[profile work-mfa]\n';
    await w.signIn();
    const { checks } = await w.app.doctor.examine();
    expect(checks.flatMap(({ findings }) => findings.map(({ mend }) => mend))).not.toContain('aws-files');
  });

  test('a command stands as a guest beside somebody’s own, and leaves as it came', async () => {
    const own = '[profile work-mfa]\nregion = us-east-1\n';
    w.files.texts.config = own;
    await w.app.changes.edit('p1', choiceWith({ delivery: 'process' }));
    await w.signIn();
    expect(w.files.texts.config).toContain(
      'credential_process = /home/ann/.daypass/bin/daypass credentials work-mfa\n',
    );
    expect(await found()).toEqual([]);
    await w.app.changes.edit('p1', choiceWith());
    expect(w.files.texts.config).toBe(own);
    expect(placed(w, 'work-mfa')).toEqual(keys(1));
  });
});

test('the line of a command in an earlier form is written anew at the next start', async () => {
  await w.app.changes.edit('p1', choiceWith({ delivery: 'process' }));
  const old =
    "[profile work-mfa]\ncredential_process = '/home/ann/.daypass/bin/daypass' credentials work-mfa\nmanager = daypass\n";
  w.files.texts.config = old;
  await w.build().start({ byHand: true, hasTray: true });
  expect(w.files.texts.config).toBe(old.replaceAll("'", '').replace('manager', 'region = eu-central-1\nmanager'));
});

test('who else may read or write the files is found, shown and mended', async () => {
  const [folder, file] = ['/home/ann/.aws', '/home/ann/.aws/credentials'];
  w.filePlaces.list = [
    { path: folder, mode: 0o777, wanted: 0o755 },
    { path: file, mode: 0o644, wanted: 0o600 },
  ];
  expect((await found()).map(({ failure: { code }, evidence, mend }) => [code, ...evidence, mend])).toEqual([
    ['aws-files.writable-by-others', `${folder}: 0777`, 'private-files'],
    ['aws-files.readable-by-others', `${file}: 0644`, 'private-files'],
  ]);
  const [plan] = await w.app.doctor.plan(['private-files']);
  expect(plan?.text).toBe(`- 0777 ${folder}\n+ 0755 ${folder}\n- 0644 ${file}\n+ 0600 ${file}\n`);
  await w.app.doctor.mend(['private-files']);
  expect(await found()).toEqual([]);
});

test('the config file is as secret as the other only where a key stands in it', async () => {
  await found();
  expect(w.filePlaces.secret).toEqual(['credentials']);
  w.files.texts.config = '[profile x]\naws_secret_access_key = planted\n';
  await found();
  expect(w.filePlaces.secret).toEqual(['credentials', 'config']);
});

test('a file that cannot be read is found, and nothing is guessed of the rest', async () => {
  w.files.read = async () => {
    throw new FailureError('file.unreadable', { path: '/home/ann/.aws/config' });
  };
  expect((await found()).map(({ failure: { code } }) => code)).toEqual(['file.unreadable']);
  await expect(w.app.doctor.plan(['aws-files'])).rejects.toMatchObject({ failure: { code: 'file.unreadable' } });
});

test('each file is read once for all profiles', async () => {
  w.add(choiceWith({ name: 'other-mfa' }));
  const read: string[] = [];
  const before = w.files.read.bind(w.files);
  w.files.read = (file) => {
    read.push(file);
    return before(file);
  };
  await found();
  expect(read).toEqual(['credentials', 'config']);
});
