import { beforeEach, expect, test } from 'vitest';
import { failureOf } from '../../../electron/core/base/failure.ts';
import { Secret } from '../../../electron/core/base/secret.ts';
import { accountsOf, rolesOf } from '../../../electron/core/identity-center/choices.ts';
import { FakeIdentityCenter } from '../../fakes/identity-center.ts';
import { PORTAL } from './portals.ts';

const { signal } = new AbortController();
let center: FakeIdentityCenter;
beforeEach(() => {
  center = new FakeIdentityCenter(() => 0);
});

function world() {
  const { accessToken } = center.grant();
  return { portal: center, tokens: { usable: async () => ({ token: accessToken, until: null }) } };
}

test('all pages are read, and accounts come by name', async () => {
  center.pageSize = 2;
  center.accounts_ = ['e', 'b', 'd', 'a', 'c'].map((name, n) => ({ id: `11111111111${n}`, name, email: '' }));
  const accounts = await accountsOf(world(), PORTAL, signal);
  expect(accounts.map(({ name }) => name)).toEqual(['a', 'b', 'c', 'd', 'e']);
});

test('accounts of one name come by number', async () => {
  center.accounts_ = ['333333333333', '111111111111'].map((id) => ({ id, name: 'Same', email: '' }));
  expect((await accountsOf(world(), PORTAL, signal)).map(({ id }) => id)).toEqual(['111111111111', '333333333333']);
});

test('roles come by name, from every page', async () => {
  center.pageSize = 1;
  center.roles_ = { '123456789012': ['Ops', 'Admin', 'ReadOnly'] };
  expect(await rolesOf(world(), PORTAL, '123456789012', signal)).toEqual(['Admin', 'Ops', 'ReadOnly']);
});

test('who has no account is told so', async () => {
  center.accounts_ = [];
  const why = await accountsOf(world(), PORTAL, signal).catch(failureOf);
  expect(why).toMatchObject({ code: 'identity-center.no-account', params: { startUrl: PORTAL.startUrl } });
});

test('pages that lead round in a circle come to an end', async () => {
  const page = { items: [{ id: '1', name: 'a', email: '' }], next: 'again' };
  const portal = { accounts: async () => page, roles: async () => ({ items: [], next: null }) };
  const tokens = { usable: async () => ({ token: new Secret('x'), until: null }) };
  expect(await accountsOf({ portal, tokens }, PORTAL, signal)).toHaveLength(2);
});
