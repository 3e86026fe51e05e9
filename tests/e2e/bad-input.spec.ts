// What goes wrong for people: each gives a clear text, and nothing is lost.
import { chmodSync, writeFileSync } from 'node:fs';
import { chooseMore } from '../world/go-to.ts';
import { codeField, expect, openPopover, setUpProfile, signIn, test, typeCode } from './fixture.ts';

test('a wrong code, then a used one, then seven digits', async ({ person, desktop, app }) => {
  const page = await openPopover(desktop, app);
  await setUpProfile(page);
  const good = await person.aws.freshCode();
  const wrong = good === '000000' ? '111111' : '000000';
  await typeCode(page, wrong);
  await expect(page.getByText('AWS didn’t accept the code')).toBeVisible();

  await signIn(page, person);
  const used = person.aws.requests.filter(({ action }) => action === 'GetSessionToken').length;
  await chooseMore(page, 'Renew');
  await typeCode(page, wrong);
  await expect(page.getByText('This code was already used')).toBeVisible();
  expect(person.aws.requests.filter(({ action }) => action === 'GetSessionToken')).toHaveLength(used);

  await codeField(page).evaluate((field) => {
    const data = new DataTransfer();
    data.setData('text', '1234567');
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await expect(codeField(page)).toHaveValue('');
});

test('no network, a wrong secret, a clock that is an hour off', async ({ person, desktop, app }) => {
  const page = await openPopover(desktop, app);
  await setUpProfile(page);
  person.aws.faults.dropConnections = true;
  await typeCode(page, await person.aws.freshCode());
  await expect(page.getByText('can’t be reached')).toBeVisible();
  person.aws.faults.dropConnections = false;

  const good = person.readCredentials();
  writeFileSync(person.credentialsFile, good.replace(/(aws_secret_access_key = ).*/, '$1wrong'));
  await typeCode(page, await person.aws.freshCode());
  await expect(page.getByText('The secret access key doesn’t match the access key')).toBeVisible();
  writeFileSync(person.credentialsFile, good);

  person.aws.faults.skewMs = 3_600_000;
  await signIn(page, person);
  await expect(page.getByText('This computer’s clock is off by')).toBeVisible();
});

test('a credentials file that may not be written: git is served all the same, and it is said', async ({
  person,
  desktop,
  app,
}) => {
  const page = await openPopover(desktop, app);
  await setUpProfile(page);
  const before = person.readCredentials();
  chmodSync(person.credentialsFile, 0o400);
  await typeCode(page, await person.aws.freshCode());
  await expect(page.getByText('isn’t writable. Nothing was changed.')).toBeVisible();
  await expect(page.getByRole('timer')).toBeVisible();
  expect(person.readCredentials()).toBe(before);
});

test('a credentials file with a section of that name: refused before a code is spent', async ({
  person,
  desktop,
  app,
}) => {
  const page = await openPopover(desktop, app);
  await setUpProfile(page);
  const theirs = `${person.readCredentials()}\n[work-mfa]\naws_access_key_id = mine\n`;
  writeFileSync(person.credentialsFile, theirs);
  await typeCode(page, await person.aws.freshCode());
  await expect(page.getByText('wasn’t made by Daypass, so it is left alone')).toBeVisible();
  expect(person.readCredentials()).toBe(theirs);
  expect(person.aws.requests.some(({ action }) => action === 'GetSessionToken')).toBe(false);
});

test('a credentials file full of garbage: said, and left as it is', async ({ person, desktop, app }) => {
  const page = await openPopover(desktop, app);
  await setUpProfile(page);
  const garbage = `${person.readCredentials()}\n]]]]\u0001\nnot a setting at all\n[work-mfa\n`;
  writeFileSync(person.credentialsFile, garbage, 'latin1');
  await typeCode(page, await person.aws.freshCode());
  await expect(page.getByText(/can’t be edited safely \(line \d+/)).toBeVisible();
  expect(person.readCredentials()).toBe(garbage);
});
