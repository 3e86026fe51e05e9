// Guarantees: the regions and partitions of AWS, and which service and region a real AWS host name stands for.

export type Partition = 'aws' | 'aws-cn' | 'aws-us-gov';

export interface Region {
  readonly name: string;
  readonly partition: Partition;
  /** Off until an account turns it on; tokens of the global STS endpoint are not valid there. */
  readonly optIn: boolean;
}

/** 'sso-page' is where a person meets Identity Center. */
export type Service = 'sts' | 'iam' | 's3' | 'codecommit' | 'signin' | 'sso-oidc' | 'sso' | 'sso-page';

export interface Endpoint {
  readonly service: Service;
  /** Absent for the endpoints that serve a whole partition. */
  readonly region?: Region;
  readonly partition: Partition;
  /** The bucket of a virtual-hosted S3 request. */
  readonly bucket?: string;
}

const always =
  'us-east-1 us-east-2 us-west-1 us-west-2 ca-central-1 sa-east-1 eu-west-1 eu-west-2 eu-west-3 eu-central-1 eu-north-1 ' +
  'ap-south-1 ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-southeast-1 ap-southeast-2';
const onRequest =
  'af-south-1 ap-east-1 ap-east-2 ap-south-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 ap-southeast-6 ap-southeast-7 ' +
  'ca-west-1 eu-central-2 eu-south-1 eu-south-2 il-central-1 me-central-1 me-south-1 mx-central-1';

const inPartition = (partition: Partition, names: string, optIn = false): Region[] =>
  names.split(' ').map((name) => ({ name, partition, optIn }));

const regions = new Map(
  [
    ...inPartition('aws', always),
    ...inPartition('aws', onRequest, true),
    ...inPartition('aws-cn', 'cn-north-1 cn-northwest-1'),
    ...inPartition('aws-us-gov', 'us-gov-east-1 us-gov-west-1'),
  ].map((region) => [region.name, region]),
);

export const regionNamed = (name: string): Region | undefined => regions.get(name);

/** The region in which a partition's global services (IAM, the old STS endpoint) expect to be signed for. */
export const globalRegion: Readonly<Record<Partition, string>> = {
  aws: 'us-east-1',
  'aws-cn': 'cn-north-1',
  'aws-us-gov': 'us-gov-west-1',
};

const globalHosts: Readonly<Record<string, Endpoint>> = {
  'sts.amazonaws.com': { service: 'sts', partition: 'aws' },
  'iam.amazonaws.com': { service: 'iam', partition: 'aws' },
  'iam.cn-north-1.amazonaws.com.cn': { service: 'iam', partition: 'aws-cn' },
  'iam.us-gov.amazonaws.com': { service: 'iam', partition: 'aws-us-gov' },
  's3.amazonaws.com': { service: 's3', partition: 'aws' },
};

const regionalHosts: readonly { readonly service: Service; readonly form: RegExp }[] = [
  { service: 'codecommit', form: /^git-codecommit(?:-fips)?\.(?<region>[a-z0-9-]+)\.amazonaws\.com(?<cn>\.cn)?$/ },
  {
    service: 'codecommit',
    form: /^vpce-[a-z0-9-]+\.git-codecommit(?:-fips)?\.(?<region>[a-z0-9-]+)\.vpce\.amazonaws\.com(?<cn>\.cn)?$/,
  },
  { service: 'sts', form: /^sts(?:-fips)?\.(?<region>[a-z0-9-]+)\.amazonaws\.com(?<cn>\.cn)?$/ },
  {
    service: 's3',
    form: /^(?:(?<bucket>[a-z0-9][a-z0-9.-]+)\.)?s3\.(?<region>[a-z0-9-]+)\.amazonaws\.com(?<cn>\.cn)?$/,
  },
  { service: 'signin', form: /^(?<region>us-gov-[a-z0-9-]+)\.signin\.amazonaws-us-gov\.com$/ },
  {
    service: 'signin',
    form: /^(?<region>(?!us-gov-)[a-z0-9-]+)\.signin\.(?:aws\.amazon\.com|amazonaws(?<cn>\.cn))$/,
  },
  { service: 'sso-oidc', form: /^oidc\.(?<region>[a-z0-9-]+)\.amazonaws\.com(?<cn>\.cn)?$/ },
  { service: 'sso', form: /^portal\.sso\.(?<region>[a-z0-9-]+)\.amazonaws\.com(?<cn>\.cn)?$/ },
  { service: 'sso-page', form: /^device\.sso\.(?<region>[a-z0-9-]+)\.amazonaws\.com(?<cn>\.cn)?$/ },
  { service: 'sso-page', form: /^[a-z0-9-]+\.portal\.(?<region>[a-z0-9-]+)\.app\.aws$/ },
];

/** What answers at this host name (without port), or undefined when AWS has no such host. */
export function endpointOf(host: string): Endpoint | undefined {
  const name = host.toLowerCase();
  if (Object.hasOwn(globalHosts, name)) return globalHosts[name];
  if (/^[a-z0-9-]+\.awsapps\.com$/.test(name)) return { service: 'sso-page', partition: 'aws' };
  for (const { service, form } of regionalHosts) {
    const found = form.exec(name)?.groups;
    const region = found && regionNamed(found.region ?? '');
    if (!found || !region || (region.partition === 'aws-cn') !== (found.cn !== undefined)) continue;
    // Those of STS with FIPS are in the USA and Canada.
    if (name.startsWith('sts-fips.') && !/^(us|ca)-/.test(region.name)) continue;
    return { service, region, partition: region.partition, ...(found.bucket ? { bucket: found.bucket } : {}) };
  }
  return undefined;
}
