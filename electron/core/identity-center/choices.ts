/** What a person may choose from once they have signed in: their accounts, and the roles that they have in one. */
import { FailureError } from '../base/failure.ts';
import type { Account, Page, SsoPortal } from './port.ts';
import type { Portal } from './portal.ts';
import type { PortalTokens } from './portal-tokens.ts';

export interface ChoicesWorld {
  readonly portal: Pick<SsoPortal, 'accounts' | 'roles'>;
  readonly tokens: Pick<PortalTokens, 'usable'>;
}

/** By name. Rejects with FailureError identity-center.no-account where there is none. */
export async function accountsOf(
  { portal, tokens }: ChoicesWorld,
  at: Portal,
  signal: AbortSignal,
): Promise<readonly Account[]> {
  const { token } = await tokens.usable(at);
  const accounts = await all((next) => portal.accounts(at.region, token, next, signal));
  if (accounts.length === 0) throw new FailureError('identity-center.no-account', { startUrl: at.startUrl });
  return [...accounts].sort((one, other) => compare(one.name, other.name) || compare(one.id, other.id));
}

export async function rolesOf(
  { portal, tokens }: ChoicesWorld,
  at: Portal,
  account: string,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const { token } = await tokens.usable(at);
  const roles = await all((next) => portal.roles(at.region, token, account, next, signal));
  return [...roles].sort(compare);
}

/** Every page; one that leads to a page that was read already is the last. */
async function all<T>(ask: (next: string | null) => Promise<Page<T>>): Promise<readonly T[]> {
  const items: T[] = [];
  const seen = new Set<string | null>();
  for (let next: string | null = null; !seen.has(next); ) {
    seen.add(next);
    const page: Page<T> = await ask(next);
    items.push(...page.items);
    if (page.next === null) break;
    next = page.next;
  }
  return items;
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
