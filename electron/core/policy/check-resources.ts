/** Resources that can never match what stands beside them, and those that match more or less than is meant. */
import { kindOf, type ResourceKind } from './known-actions.ts';
import { matches } from './matches.ts';
import type { Policy, Statement } from './policy.ts';
import { finding, type PolicyFinding } from './policy-finding.ts';

export function checkResources({ statements }: Policy): readonly PolicyFinding[] {
  return statements.flatMap((statement) => {
    const { place, resources, elsewhere, conditions } = statement;
    const shapes = resources.flatMap((resource) => shapeFindings(statement, resource));
    const values = [...resources, ...conditions.flatMap((condition) => condition.values)];
    return [
      ...(elsewhere ? [finding('not-resource', place, `"NotResource": ${resources.join(', ')}`)] : []),
      ...shapes,
      ...values.flatMap(variablesIn).map((variable) => finding('variable-unknown', place, variable)),
      // What is no ARN matches nothing anyway, which has been said.
      ...(shapes.length > 0 || elsewhere ? [] : [...kindFindings(statement), ...ownFindings(statement)]),
    ];
  });
}

const PARTITION = /^(aws(-[a-z]+)*|[a-z-]*[*?][a-z*?-]*)$/;
const ACCOUNT = /^(\d{12}|aws|[\d*?]*[*?][\d*?]*|\$\{.*\})$/;

function shapeFindings({ place }: Statement, resource: string): readonly PolicyFinding[] {
  if (/^\*+$/.test(resource)) return [];
  const [arn, partition = '', service = '', region = '', account = '', ...rest] = resource.split(':');
  const name = rest.join(':');
  const wild = /[*?]/.test(service);
  if (arn !== 'arn' || !PARTITION.test(partition) || service === '') return [finding('arn-shape', place, resource)];
  // A star in front of it can stand for all the rest.
  if (name === '' && !resource.endsWith('*')) return [finding('arn-shape', place, resource)];
  if (name === '' || wild) return [];
  if (service === 'codecommit') {
    return region === '' || !ACCOUNT.test(account) ? [finding('arn-codecommit', place, resource)] : [];
  }
  if (service === 'iam' || service === 'sts') {
    return (region !== '' && region !== '*') || !ACCOUNT.test(account) ? [finding('arn-account', place, resource)] : [];
  }
  const plainS3 = service === 's3' && !/^(accesspoint|job|storage-lens)/.test(name);
  return plainS3 && /[^*]/.test(region + account) ? [finding('arn-account', place, resource)] : [];
}

/** Of AWS's variables those that have no colon are three signs for themselves. */
const variablesIn = (value: string): readonly string[] =>
  [...value.matchAll(/\$\{([^}]*)\}/g)].flatMap(([whole, inner = '']) => {
    const name = inner.split(',', 1)[0]?.trim().toLowerCase() ?? '';
    const misspelt = /^aws:user/.test(name) && !['aws:username', 'aws:userid', 'aws:useragent'].includes(name);
    return (/^[a-z-]+:\S+$/.test(name) && !misspelt) || /^[*?$]$/.test(name) ? [] : [whole];
  });

const SAMPLES: Readonly<Record<Exclude<ResourceKind, 'any'>, string>> = {
  user: 'arn:aws:iam::123456789012:user/ann',
  device: 'arn:aws:iam::123456789012:mfa/ann',
  role: 'arn:aws:iam::123456789012:role/ann',
  bucket: 'arn:aws:s3:::ann',
  object: 'arn:aws:s3:::ann/ann',
  repository: 'arn:aws:codecommit:eu-west-1:123456789012:ann',
};

const CODES: Readonly<Partial<Record<ResourceKind, 's3-mixed' | 'needs-star'>>> = {
  bucket: 's3-mixed',
  object: 's3-mixed',
  any: 'needs-star',
};

function kindFindings({ place, actions, allBut, resources }: Statement): readonly PolicyFinding[] {
  if (allBut || resources.length === 0) return [];
  const told = new Map<'s3-mixed' | 'needs-star' | 'never-matches', string[]>();
  for (const action of actions) {
    const kind = kindOf(action);
    if (!kind || resources.some((resource) => isOfKind(resource, kind))) continue;
    const code = CODES[kind] ?? 'never-matches';
    told.set(code, [...(told.get(code) ?? []), action]);
  }
  return [...told].map(([code, which]) => finding(code, place, `${which.join(', ')}: ${resources.join(', ')}`));
}

/** Whether a resource can name something of this kind: by the part of it that tells kinds apart, or by a star in its place. */
function isOfKind(resource: string, kind: ResourceKind): boolean {
  if (/^\*+$/.test(resource)) return true;
  const [, , service = '', region, account, ...rest] = resource.split(':');
  const name = rest.join(':');
  // All there is of a service is as good.
  if (kind === 'any') return name === '*';
  const sample = SAMPLES[kind].split(':');
  if (!matches(service, sample[2] ?? '')) return false;
  // An access point stands for a bucket, and for what is in it.
  if (service === 's3' && (region || account)) return true;
  if (kind === 'bucket') return !name.includes('/');
  if (kind === 'object') return name.includes('/') || name.endsWith('*');
  if (kind === 'repository') return !name.includes('/');
  const [head = '', ...tail] = name.split('/');
  const wanted = sample[5]?.split('/')[0] ?? '';
  return tail.length > 0 ? matches(head, wanted) : name.endsWith('*') && matches(name, `${wanted}/ann`);
}

// biome-ignore lint/suspicious/noTemplateCurlyInString: IAM's own form of a variable
const OWN = '${aws:username}';
/** Each of them can take over another person's sign-in; ChangePassword is about the caller's own in any case. */
const SELF = /^iam:((create|update|delete)(loginprofile|accesskey)|(enable|deactivate|resync)mfadevice)$/i;

/** Self-service that is for everybody's user, or for a device that must have the user's name. */
function ownFindings({ place, effect, actions, allBut, resources }: Statement): readonly PolicyFinding[] {
  if (effect !== 'Allow' || allBut) return [];
  const self = actions.filter((action) => SELF.test(action));
  const everybody = resources.filter((one) => /^arn:[^:]*:iam::[^:]*:user\/\*$/.test(one) || /^\*+$/.test(one));
  const device = actions.some((action) => kindOf(action) === 'device')
    ? resources.filter((one) => /:mfa\//.test(one) && one.endsWith(`/${OWN}`))
    : [];
  const free = resources.some((one) => /:mfa\/\*$/.test(one) || /^\*+$/.test(one));
  return [
    ...(self.length > 0 && everybody.length > 0
      ? [finding('not-own-user', place, `${self.join(', ')}: ${everybody.join(', ')}`)]
      : []),
    ...(device.length > 0 && !free ? [finding('device-named-as-user', place, device.join(', '))] : []),
  ];
}
