/** Makes a policy of what somebody pastes, and tells of all in it that IAM would not take as it is meant. Never throws. */
import type { JsonMember, JsonNode } from './json-text.ts';
import { type ObjectNode, parseStatement, type Source, tellKeys } from './parse-statement.ts';
import type { Place, Policy } from './policy.ts';
import { finding, type PolicyFinding } from './policy-finding.ts';
import { type Pasted, readPasted } from './read-pasted.ts';
import { textPlace } from './text-place.ts';

export interface ParsedPolicy {
  /** Null where nothing could be made of it. */
  readonly policy: Policy | null;
  readonly findings: readonly PolicyFinding[];
  /** As AWS counts it, without white space. */
  readonly size: number;
}

/** AWS's own limits, in characters without white space. Other policies than a user's may be larger up to a managed one. */
export const POLICY_SIZE = { user: 2_048, managed: 6_144, bucket: 20_480 } as const;

export function parsePolicy(text: string): ParsedPolicy {
  const pasted = readPasted(text);
  if (pasted.node === null) return { policy: null, findings: pasted.findings, size: 0 };
  const { node } = pasted;
  const size = sizeOf(pasted);
  const whole: Place = { ...textPlace(pasted.text, node.at), statement: null, sid: null };
  const findings = [...pasted.findings, ...sizeFindings(size, node, whole)];
  // Nobody would take it, so that nobody wants to read what else is wrong with it.
  if (size > POLICY_SIZE.bucket) return { policy: null, findings, size };
  const source: Source = {
    placeOf: (at) => textPlace(pasted.text, at),
    written: ({ at, end }) => pasted.text.slice(at, end).replace(/\s+/g, ' '),
  };
  const { policy, findings: more } = policyOf(node, source, whole);
  return { policy, findings: [...findings, ...more], size };
}

const sizeOf = ({ text, node }: Pasted): number => text.slice(node.at, node.end).replace(/\s+/g, '').length;

function sizeFindings(size: number, node: JsonNode, whole: Place): readonly PolicyFinding[] {
  const statements = node.is === 'object' ? node.members.find(({ key }) => key === 'Statement')?.value : undefined;
  const first = statements?.is === 'list' ? statements.items[0] : statements;
  const ofResource = first?.is === 'object' && first.members.some(({ key }) => key === 'Principal');
  if (size > (ofResource ? POLICY_SIZE.bucket : POLICY_SIZE.managed)) return [finding('too-large', whole, `${size}`)];
  return size > POLICY_SIZE.user && !ofResource ? [finding('too-large-for-user', whole, `${size}`)] : [];
}

interface Read {
  readonly policy: Policy | null;
  readonly findings: readonly PolicyFinding[];
}

function policyOf(node: JsonNode, source: Source, whole: Place): Read {
  const alone = node.is === 'list' || (node.is === 'object' && node.members.some(({ key }) => key === 'Effect'));
  if (alone) {
    const { policy, findings } = statementsOf(node, source, whole);
    return { policy, findings: [finding('statement-alone', whole), ...findings] };
  }
  if (node.is !== 'object') return { policy: null, findings: [finding('type-wrong', whole, source.written(node))] };
  const findings: PolicyFinding[] = [];
  const placeAt = (at: number): Place => ({ ...source.placeOf(at), statement: null, sid: null });
  tellKeys(node, ['Version', 'Id', 'Statement'], (code, at, evidence) => {
    findings.push(finding(code, placeAt(at), evidence));
  });
  const member = (name: string) => node.members.find(({ key }) => key === name);
  const statement = member('Statement');
  if (!statement) return { policy: null, findings: [...findings, finding('key-missing', whole, '"Statement"')] };
  const read = statementsOf(statement.value, source, placeAt(statement.at));
  const version = member('Version');
  const at = version ? placeAt(version.at) : whole;
  const more = read.policy ? versionFindings(version, at, read.policy, source) : [];
  return { policy: read.policy, findings: [...findings, ...more, ...read.findings] };
}

function statementsOf(node: JsonNode, source: Source, place: Place): Read {
  const nodes = node.is === 'list' ? node.items : [node];
  const objects = nodes.filter((one): one is ObjectNode => one.is === 'object');
  if (objects.length < nodes.length || nodes.length === 0) {
    return { policy: null, findings: [finding('type-wrong', place, `"Statement": ${source.written(node)}`)] };
  }
  const parsed = objects.map((one, index) => parseStatement(one, index, source));
  const statements = parsed.map(({ statement }) => statement);
  const sids = new Set<string>();
  const twice = statements.flatMap(({ place: { sid }, place: at }) => {
    if (sid === null || !sids.has(sid)) {
      sids.add(sid ?? '');
      return [];
    }
    return [finding('sid-twice', at, `"Sid": "${sid}"`)];
  });
  return { policy: { statements }, findings: [...parsed.flatMap(({ findings }) => findings), ...twice] };
}

const NEW = '2012-10-17';
const OLD = '2008-10-17';

function versionFindings(
  member: JsonMember | undefined,
  place: Place,
  { statements }: Policy,
  source: Source,
): readonly PolicyFinding[] {
  const version = member?.value.is === 'text' ? member.value.value : null;
  if (member && version !== NEW && version !== OLD) {
    return [finding('version-unknown', place, `"Version": ${source.written(member.value)}`)];
  }
  if (version === NEW) return [];
  const variable = statements
    .flatMap(({ resources, conditions }) => [...resources, ...conditions.flatMap(({ values }) => values)])
    .find((value) => value.includes('${'));
  if (variable) return [finding('variable-in-old-version', place, variable)];
  return [version === OLD ? finding('version-old', place, `"Version": "${OLD}"`) : finding('version-missing', place)];
}
