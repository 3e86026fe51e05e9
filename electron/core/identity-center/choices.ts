/** What a person may choose from once they have signed in: their accounts, and the roles that they have in one. */
import { FailureError } from '../base/failure.ts';
import type { Account, Page } from './port.ts';

type Pages<T> = (next: string | null) => Promise<Page<T>>;

/** By name. Rejects with FailureError identity-center.no-account where there is none. */
export async function accountsIn(startUrl: string, pages: Pages<Account>): Promise<readonly Account[]> {
  const accounts = await all(pages);
  if (accounts.length === 0) throw new FailureError('identity-center.no-account', { startUrl });
  return [...accounts].sort((one, other) => compare(one.name, other.name) || compare(one.id, other.id));
}

export const rolesIn = async (pages: Pages<string>): Promise<readonly string[]> =>
  [...(await all(pages))].sort(compare);

/** Every page; one that leads to a page that was read already is the last. */
async function all<T>(ask: Pages<T>): Promise<readonly T[]> {
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
