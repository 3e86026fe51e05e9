/** What axe finds on the page as it stands: every rule of WCAG 2.2 A and AA and every best practice, none left out. */
import type { Page } from '@playwright/test';
import axe from 'axe-core';

/** By their tags also those that axe itself leaves out unless asked, as too new or on trial. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
/** Of rules that a newer one has replaced, or that are above AA. */
const NOT_MEANT = ['deprecated', 'wcag2a-obsolete', 'wcag2aaa'];

export async function axeFindings(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(
    async ({ tags, notMeant }) => {
      const { axe } = window as unknown as { axe: typeof import('axe-core') };
      const rules = axe.getRules(tags).filter((rule) => !rule.tags.some((tag) => notMeant.includes(tag)));
      const values = rules.map(({ ruleId }) => ruleId);
      const { violations } = await axe.run({ runOnly: { type: 'rule', values }, resultTypes: ['violations'] });
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}\n${failureSummary ?? ''}`),
      );
    },
    { tags: TAGS, notMeant: NOT_MEANT },
  );
}
