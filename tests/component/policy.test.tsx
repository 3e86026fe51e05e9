// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { failure } from '../../electron/core/base/failure.ts';
import { someProfile } from '../fakes/daypass-samples.ts';
import { deny, LISTED, text, USERS_OWN } from '../unit/policy/policies.ts';
import { goTo, show } from './show.tsx';

const button = (name: string) => screen.getByRole('button', { name });
const field = (name: string) => screen.getByRole('textbox', { name });
const made = () => JSON.parse(screen.getByRole('region', { name: 'The policy' }).textContent ?? '');

async function open(world?: Parameters<typeof show>[0]) {
  const shown = await show(world);
  await goTo(shown.user, 'doctor');
  await shown.user.click(button('MFA policy'));
  return shown;
}

describe('making a policy', () => {
  test('makes one anew with each choice, and copies what is shown', async () => {
    const { daypass, user } = await open();
    expect(made().Statement).toHaveLength(5);
    await user.click(screen.getByRole('switch', { name: 'Sign in with the browser' }));
    await user.click(screen.getByRole('switch', { name: 'Users set up their own MFA device' }));
    await user.selectOptions(screen.getByRole('combobox', { name: 'Part of AWS' }), 'China');
    await user.type(field('Repositories with MFA'), 'app, infra');
    expect(JSON.stringify(made())).toContain('arn:aws-cn:codecommit:*:*:infra');
    await user.click(button('Copy'));
    expect(daypass.called('copyPolicy')).toEqual([
      {
        partition: 'aws-cn',
        enrolment: false,
        browser: true,
        repositories: ['app', 'infra'],
        buckets: [],
        bucketPolicy: null,
      },
    ]);
    expect(button('Copied')).toBeTruthy();
    await user.type(field('Buckets with MFA'), 'billing');
    expect(button('Copy')).toBeTruthy();
  });

  test('a name that is none is said beside its field, and nothing is to be copied', async () => {
    const { user } = await open();
    await user.type(field('Buckets with MFA'), 'Billing');
    expect(field('Buckets with MFA').getAttribute('aria-invalid')).toBe('true');
    expect(field('Repositories with MFA').getAttribute('aria-invalid')).toBe('false');
    expect(screen.queryByRole('button', { name: 'Copy' })).toBeNull();
    await user.clear(field('Buckets with MFA'));
    expect(button('Copy')).toBeTruthy();
  });

  test('for a bucket it waits for the name', async () => {
    const { user } = await open();
    await user.click(screen.getByRole('radio', { name: 'For a bucket' }));
    expect(screen.queryByRole('region', { name: 'The policy' })).toBeNull();
    expect(field('Bucket').getAttribute('aria-invalid')).toBe('false');
    await user.type(field('Bucket'), 'billing');
    expect(made().Statement[0]).toMatchObject({ Sid: 'DenyUsersWithoutMFA', Principal: '*' });
  });
});

describe('checking one', () => {
  async function check(pasted: string) {
    const shown = await open();
    await shown.user.click(field('Paste a policy'));
    await shown.user.paste(pasted);
    await shown.user.click(button('Check policy'));
    return shown;
  }

  test('says what is amiss, where, and what the statements mean', async () => {
    await check(USERS_OWN);
    expect(screen.getByText(/^Needs attention: NotAction only exempts these/)).toBeTruthy();
    expect(screen.getAllByText(/^Good to know: /)).toHaveLength(2);
    expect(screen.getByText(/^iam:CreateVirtualMFADevice, iam:EnableMFADevice, /)).toBeTruthy();
    expect(screen.getAllByText(/^Statement 2 \(BlockMostAccess.*\), line 15, column 5$/)).toHaveLength(6);
    const says = within(screen.getByRole('list'));
    expect(says.getAllByRole('listitem')).toHaveLength(4);
    expect(says.getByText(/^Without MFA, denies everything but iam:CreateVirtualMFADevice, /)).toBeTruthy();
  });

  test('says that nothing was found', async () => {
    await check(text(LISTED, deny()));
    expect(screen.getByText('No problems found')).toBeTruthy();
  });

  test('names the place of an error', async () => {
    await check('{\n  "Version": "2012-10-17"\n  "Statement": []\n}');
    expect(screen.getByText('Wrong: A comma is missing here.')).toBeTruthy();
    expect(screen.getByText('line 2, column 26')).toBeTruthy();
  });
});

test('what a policy has refused leads here, and back again', async () => {
  const profile = { ...someProfile(), failure: failure('policy.denied', { message: 'no' }) };
  const { user } = await show({ view: { profiles: [profile] } });
  await user.click(button('Open MFA policy'));
  expect(screen.getByRole('heading', { level: 1, name: 'MFA policy' })).toBeTruthy();
  await user.keyboard('{Escape}');
  expect(button('Open MFA policy')).toBeTruthy();
});
