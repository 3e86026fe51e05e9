/** Actions that AWS does not have, that need no permission, or that let through more than they seem to. */
import { meantAction } from './known-actions.ts';
import { matches } from './matches.ts';
import { mfaMeaning } from './mfa-condition.ts';
import type { Policy, Statement } from './policy.ts';
import { finding, type PolicyFinding } from './policy-finding.ts';

export function checkActions({ statements }: Policy): readonly PolicyFinding[] {
  return statements.flatMap((statement) => [
    ...statement.actions.flatMap((action) => wordFindings(statement, action)),
    ...wideFindings(statement),
  ]);
}

function wordFindings({ place, effect }: Statement, action: string): readonly PolicyFinding[] {
  if (action === '*') return [];
  if (!/^[a-z0-9*?-]+:[\w*?-]+$/i.test(action)) return [finding('action-form', place, action)];
  const meant = meantAction(action);
  if (meant) return [finding('action-unknown', place, `${action} → ${meant}`)];
  const isToken = /^sts:GetSessionToken$/i.test(action);
  return isToken ? [finding('session-token', place, `${effect}: ${action}`)] : [];
}

function wideFindings(statement: Statement): readonly PolicyFinding[] {
  const { place, effect, allBut, actions, resources, elsewhere, conditions } = statement;
  if (effect !== 'Allow') return [];
  if (allBut) return [finding('allow-all-but', place, `"NotAction": ${actions.join(', ')}`)];
  const everywhere = elsewhere || resources.some((resource) => matches(resource, 'arn:aws:iam::123456789012:user/a'));
  const all = actions.some((action) => /^\*+(:\*+)?$/.test(action));
  const withMfa = conditions.some((condition) => mfaMeaning(condition) !== null);
  return all && everywhere && !withMfa ? [finding('allow-all', place, `"Action": "${actions.join(', ')}"`)] : [];
}
