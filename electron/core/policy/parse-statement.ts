/** One statement of a policy, with all that IAM would not take in it. */
import type { JsonMember, JsonNode } from './json-text.ts';
import { nearest } from './nearest.ts';
import type { Condition, Place, Statement } from './policy.ts';
import { serviceOf } from './policy.ts';
import { finding, type PolicyCode, type PolicyFinding } from './policy-finding.ts';

/** The document's own text, to say where something stands and how it reads. */
export interface Source {
  placeOf(at: number): Pick<Place, 'line' | 'column'>;
  written(node: JsonNode): string;
}

export type ObjectNode = Extract<JsonNode, { is: 'object' }>;

const KEYS = [
  'Sid',
  'Effect',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
  'Principal',
  'NotPrincipal',
] as const;

export interface ParsedStatement {
  readonly statement: Statement;
  readonly findings: readonly PolicyFinding[];
}

export function parseStatement(node: ObjectNode, index: number, source: Source): ParsedStatement {
  const findings: PolicyFinding[] = [];
  const sidNode = node.members.find(({ key }) => key === 'Sid')?.value;
  const sid = sidNode?.is === 'text' && sidNode.value !== '' ? sidNode.value : null;
  const placeAt = (at: number): Place => ({ ...source.placeOf(at), statement: index + 1, sid });
  const tell = (code: PolicyCode, at: number, evidence = '') => findings.push(finding(code, placeAt(at), evidence));
  const wrong = ({ key, at, value }: JsonMember) => tell('type-wrong', at, `"${key}": ${source.written(value)}`);

  tellKeys(node, KEYS, tell);
  const member = (key: (typeof KEYS)[number]) => node.members.find((one) => one.key === key);
  const texts = (key: (typeof KEYS)[number]): readonly string[] | null => {
    const found = member(key);
    if (!found) return null;
    const list = textsOf(found.value);
    if (!list || list.length === 0) wrong(found);
    return list ?? [];
  };

  const sidMember = member('Sid');
  if (sidMember && sidMember.value.is !== 'text') wrong(sidMember);
  if (sid !== null && !/^[A-Za-z0-9]*$/.test(sid)) tell('sid-invalid', sidMember?.at ?? node.at, `"Sid": "${sid}"`);

  const actions = texts('Action');
  const notActions = texts('NotAction');
  const resources = texts('Resource');
  const notResources = texts('NotResource');
  const principal = member('Principal') ?? member('NotPrincipal');
  if (actions && notActions) tell('action-and-not-action', node.at);
  if (resources && notResources) tell('resource-and-not-resource', node.at);
  if (!actions && !notActions) tell('key-missing', node.at, '"Action"');
  // Who may take a role is said without a resource.
  if (!resources && !notResources && !principal) tell('key-missing', node.at, '"Resource"');

  const statement: Statement = {
    place: placeAt(node.at),
    effect: effectOf(member('Effect'), node.at, tell),
    actions: actions ?? notActions ?? [],
    allBut: !actions && notActions !== null,
    resources: resources ?? notResources ?? [],
    elsewhere: !resources && notResources !== null,
    principal: principal !== undefined,
    conditions: conditionsOf(member('Condition'), wrong, tell),
  };
  if (principal && !isOfResource(statement)) tell('principal-here', principal.at, `"${principal.key}"`);
  return { statement, findings };
}

type Tell = (code: PolicyCode, at: number, evidence?: string) => void;

/** Names that IAM does not know, with what was meant, and names that stand twice. */
export function tellKeys({ members }: ObjectNode, known: readonly string[], tell: Tell): void {
  for (const { key, at } of members) {
    if (known.includes(key)) continue;
    const meant = nearest(key, known);
    tell('key-unknown', at, meant ? `"${key}" → "${meant}"` : `"${key}"`);
  }
  tellTwice(members, tell);
}

/** Names that stand twice, also with other capitals, which IAM does not mind in a condition. */
function tellTwice(members: readonly JsonMember[], tell: Tell): void {
  const seen = new Set<string>();
  for (const { key, at } of members) {
    if (seen.has(key.toLowerCase())) tell('key-twice', at, `"${key}"`);
    seen.add(key.toLowerCase());
  }
}

function effectOf(member: JsonMember | undefined, at: number, tell: Tell): Statement['effect'] {
  if (!member) tell('key-missing', at, '"Effect"');
  const word = member?.value.is === 'text' ? member.value.value : '';
  if (member && word !== 'Allow' && word !== 'Deny') tell('effect-wrong', member.at, `"Effect": "${word}"`);
  return /^\s*den/i.test(word) ? 'Deny' : 'Allow';
}

function conditionsOf(
  member: JsonMember | undefined,
  wrong: (member: JsonMember) => void,
  tell: Tell,
): readonly Condition[] {
  if (!member) return [];
  if (member.value.is !== 'object') {
    wrong(member);
    return [];
  }
  tellTwice(member.value.members, tell);
  return member.value.members.flatMap((operator) => {
    if (operator.value.is === 'object') {
      tellTwice(operator.value.members, tell);
      return operator.value.members.flatMap((key) => {
        const values = valuesOf(key.value);
        if (values) return [{ operator: operator.key, key: key.key, values }];
        wrong(key);
        return [];
      });
    }
    wrong(operator);
    return [];
  });
}

const many = (node: JsonNode): readonly JsonNode[] => (node.is === 'list' ? node.items : [node]);

/** One text or a list of them; null for anything else. */
function textsOf(node: JsonNode): readonly string[] | null {
  const texts = many(node).flatMap((item) => (item.is === 'text' ? [item.value] : []));
  return texts.length === many(node).length ? texts : null;
}

/** The values of a condition, which may be bare words as well. */
function valuesOf(node: JsonNode): readonly string[] | null {
  const values = many(node).flatMap((item) => (item.is === 'text' || item.is === 'word' ? [item.value] : []));
  return values.length === many(node).length && values.length > 0 ? values : null;
}

/** Whether it is of a policy that stands at a resource, or at a role: only there is said whom it is for. */
function isOfResource({ resources, actions }: Statement): boolean {
  if (resources.length === 0) return actions.every((action) => serviceOf(action) === 'sts');
  const without = (service: string | undefined) => service === 'iam' || service === 'sts' || service === 'codecommit';
  return resources.every((resource) =>
    resource === '*'
      ? actions.every((action) => action !== '*' && serviceOf(action) !== 's3' && !without(serviceOf(action)))
      : !without(resource.split(':')[2]),
  );
}
