/** What was found in a policy, and what it means, in the words of a language. */
import type { Place } from '../policy/policy.ts';
import type { PolicyFinding } from '../policy/policy-finding.ts';
import type { Meaning } from '../policy/what-it-means.ts';
import { fill } from './say.ts';
import type { PageMessages } from './words.ts';

type Texts = PageMessages['policy'];

/** As 'Statement 2 (DenyAll), line 14, column 5'. */
export function sayPlace({ line, column, statement, sid }: Place, { policy }: PageMessages): string {
  const where = fill(policy.line, { line, column });
  if (statement === null) return where;
  const which = sid === null ? fill(policy.statement, { n: statement }) : fill(policy.named, { n: statement, sid });
  return fill(policy.place, { statement: which, line: where });
}

/** Where it is, and the words that it is about; '' where it is about the whole. */
export function sayWhere({ place, evidence }: PolicyFinding, messages: PageMessages): string {
  const where = place ? sayPlace(place, messages) : '';
  return where && evidence ? fill(messages.policy.evidence, { place: where, evidence }) : where || evidence;
}

export function sayMeaning({ code, actions, resources, elsewhere, when }: Meaning, { policy }: PageMessages): string {
  const named = resources.length === 0 ? policy.itself : resources.map((one) => nameOf(one, policy)).join(policy.join);
  return fill(policy.means[code], {
    actions: actions.includes('*') ? '*' : actions.join(policy.join),
    resources: elsewhere ? fill(policy.everythingBut, { resources: named }) : named,
    when: when === 'always' ? '' : policy.when[when],
  });
}

function nameOf(resource: string, policy: Texts): string {
  if (resource === '*') return policy.everything;
  if (/^arn:[^:]+:iam::[^:]*:user\/\$\{aws:username\}$/i.test(resource)) return policy.ownUser;
  return /^arn:[^:]+:iam::[^:]*:mfa\/\*$/.test(resource) ? policy.anyDevice : resource;
}
