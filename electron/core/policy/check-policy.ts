/** All that is to be said of a pasted policy: what it means, and what is amiss with it, in the order in which it stands there. */
import { checkActions } from './check-actions.ts';
import { checkDeny } from './check-deny.ts';
import { checkMfa } from './check-mfa.ts';
import { checkResources } from './check-resources.ts';
import { parsePolicy } from './parse-policy.ts';
import type { PolicyFinding, PolicySeverity } from './policy-finding.ts';
import { type Meaning, whatItMeans } from './what-it-means.ts';

export interface PolicyReport {
  readonly meanings: readonly Meaning[];
  /** What is grave first. */
  readonly findings: readonly PolicyFinding[];
  /** Nothing that would have to be changed. */
  readonly well: boolean;
}

const ORDER: Readonly<Record<PolicySeverity, number>> = { error: 0, warning: 1, info: 2 };

/** Never throws. */
export function checkPolicy(text: string): PolicyReport {
  const { policy, findings } = parsePolicy(text);
  const more = policy ? [checkMfa, checkDeny, checkActions, checkResources].flatMap((check) => check(policy)) : [];
  const all = [...findings, ...more].sort((a, b) => ORDER[a.severity] - ORDER[b.severity]);
  return {
    meanings: policy ? whatItMeans(policy) : [],
    findings: all,
    well: all.every(({ severity }) => severity === 'info'),
  };
}
