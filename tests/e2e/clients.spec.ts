// The programs that people use AWS with, by every way in which Daypass gives them the session of one running app.
import type { Page } from '@playwright/test';
import { type AwsClient, awsClients, runClient, WAYS, type Way } from '../world/aws-clients.ts';
import { codeField, expect, openPopover, setUpProfile, signIn, test } from './fixture.ts';

const BUCKET = 'reports';

/** A second profile of the same key, delivered by credential_process. */
async function addProcessProfile(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Add a profile' }).click();
  await page.getByRole('radio', { name: /^work/ }).first().check();
  await page.getByRole('group', { name: 'MFA device' }).getByRole('radio').first().waitFor();
  await page.getByLabel('Write the session to profile').fill('work-process');
  await page.getByText('More').click();
  await page.getByRole('radio', { name: 'credential_process, no key on disk' }).check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(codeField(page)).toBeVisible();
}

test('every client by every way', async ({ person, desktop, app }) => {
  test.setTimeout(240_000);
  person.aws.addBucket(BUCKET);
  const page = await openPopover(desktop, app);
  await setUpProfile(page);
  await signIn(page, person);
  await addProcessProfile(page);
  await signIn(page, person);
  await person.daypass(['sign-out','work-mfa']);
  await person.daypass(['sign-out','work-process']);
  for (const client of awsClients()) {
    for (const [way, words] of Object.entries({ ...WAYS, none: 'AWS_PROFILE=work exec "$@"' })) {
      const t = Date.now();
      const ran = await runClient(person, client, words, BUCKET);
      console.log('#', client.name, way, Date.now() - t, ran.status, ran.stdout, ran.stderr.slice(-700));
    }
  }
});
