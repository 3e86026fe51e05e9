import { beforeEach, expect, test } from 'vitest';
import { failureOf } from '../../../electron/core/base/failure.ts';
import { accountsIn, rolesIn } from '../../../electron/core/identity-center/choices.ts';
import { FakeIdentityCenter } from '../../fakes/identity-center.ts';

let center: FakeIdentityCenter;
beforeEach(() => {
  center = new FakeIdentityCenter(() => 0);
});

const accounts = () => {
  const { accessToken } = center.grant();
  return accountsIn('https://acme', (next) => center.accounts('eu-central-1', accessToken, next));
};
const roles = () => {
  const { accessToken } = center.grant();
  return rolesIn((next) => center.roles('eu-central-1', accessToken, '123456789012', next));
};

test('all pages are read, and accounts come by name', async () => {
  center.pageSize = 2;
  center.accounts_ = ['e', 'b', 'd', 'a', 'c'].map((name, n) => ({ id: `11111111111${n}`, name, email: '' }));
  expect((await accounts()).map(({ name }) => name)).toEqual(['a', 'b', 'c', 'd', 'e']);
});

test('accounts of one name come by number', async () => {
  center.accounts_ = ['333333333333', '111111111111'].map((id) => ({ id, name: 'Same', email: '' }));
  expect((await accounts()).map(({ id }) => id)).toEqual(['111111111111', '333333333333']);
});

test('roles come by name, from every page', async () => {
  center.pageSize = 1;
  center.roles_ = { '123456789012': ['Ops', 'Admin', 'ReadOnly'] };
  expect(await roles()).toEqual(['Admin', 'Ops', 'ReadOnly']);
});

test('who has no account is told so', async () => {
  center.accounts_ = [];
  expect(await accounts().catch(failureOf)).toMatchObject({
    code: 'identity-center.no-account',
    params: { startUrl: 'https://acme' },
  });
});

test('pages that lead round in a circle come to an end', async () => {
  const page = { items: [{ id: '1', name: 'a', email: '' }], next: 'again' };
  expect(await accountsIn('https://acme', async () => page)).toHaveLength(2);
});
