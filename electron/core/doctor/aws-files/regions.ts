/** Regions and partitions that do not fit each other. */
import { failure } from '../../base/failure.ts';
import type { ProfileSettings } from '../../settings/settings.ts';
import { factsOf, keyOf, rootOf } from '../../sources/ways-in.ts';
import type { DoctorFinding } from '../finding.ts';
import { type AwsFilesLook, fileFinding, quoted, type Row, rowsOfBoth } from './look.ts';

export const regions = (look: AwsFilesLook): readonly DoctorFinding[] =>
  look.profiles.flatMap((profile) => {
    const key = keyOf(profile, look.profiles);
    const row = regionRow(look, profile.name);
    const found = [
      misreadRegion(look, profile, row),
      otherPartition(look, profile, row),
      notEnabled(look, profile),
      key === null ? null : otherThanSource(look, profile, row, key),
    ];
    return found.flatMap((finding) => (finding ? [{ ...finding, profile: profile.name }] : []));
  });

const regionRow = ({ texts }: AwsFilesLook, name: string): Row | undefined =>
  rowsOfBoth(texts, name).find(({ setting, value }) => setting === 'region' && value !== '');

/** The AWS CLI takes quotes and what looks like a comment for a part of the name. */
function misreadRegion(look: AwsFilesLook, { name }: ProfileSettings, row: Row | undefined): DoctorFinding | null {
  if (!row || /^[\w-]+$/.test(row.value)) return null;
  return fileFinding(failure('aws-files.region-misread', { name, value: row.value }), [quoted(look, row)]);
}

/** Each partition is an AWS of its own: it knows no key and no device of another. */
function otherPartition(look: AwsFilesLook, profile: ProfileSettings, row: Row | undefined): DoctorFinding | null {
  const { name } = profile;
  const arns = [factsOf(rootOf(profile, look.profiles)).serial, factsOf(profile).role].filter((arn) =>
    arn?.startsWith('arn:'),
  );
  for (const region of new Set([profile.region, row?.value ?? profile.region])) {
    const arn = arns.find((one) => one?.split(':')[1] !== partitionOf(region));
    if (!arn) continue;
    const params = { name, region, partition: partitionOf(region), arn, other: arn.split(':')[1] ?? '' };
    return fileFinding(failure('aws-files.partition', params), row?.value === region ? [quoted(look, row)] : []);
  }
  return null;
}

/** An account that has not turned such a region on is answered as if its key did not exist. */
function notEnabled({ refused }: AwsFilesLook, { name, region }: ProfileSettings): DoctorFinding | null {
  const isUnknown = refused.get(name)?.code === 'key.unknown';
  return isUnknown && OPT_IN.includes(region) ? fileFinding(failure('aws-files.opt-in', { name, region }), []) : null;
}

function otherThanSource(
  look: AwsFilesLook,
  { name, region }: ProfileSettings,
  row: Row | undefined,
  source: string,
): DoctorFinding | null {
  const ofSource = regionRow(look, source);
  const here = row?.value ?? region;
  if (!ofSource || ofSource.value === here || partitionOf(ofSource.value) !== partitionOf(here)) return null;
  const params = { name, region: here, source, other: ofSource.value };
  const rows = [row, ofSource].flatMap((one) => (one ? [quoted(look, one)] : []));
  return fileFinding(failure('aws-files.region-differs', params), rows);
}

const PARTITIONS: readonly (readonly [RegExp, string])[] = [
  [/^cn-/, 'aws-cn'],
  [/^us-gov-/, 'aws-us-gov'],
  [/^us-iso-/, 'aws-iso'],
  [/^us-isob-/, 'aws-iso-b'],
  [/^us-isof-/, 'aws-iso-f'],
  [/^eu-isoe-/, 'aws-iso-e'],
  [/^eusc-/, 'aws-eusc'],
];

const partitionOf = (region: string): string => PARTITIONS.find(([begins]) => begins.test(region))?.[1] ?? 'aws';

/** https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html */
const OPT_IN: readonly string[] = [
  'af-south-1',
  'ap-east-1',
  'ap-east-2',
  'ap-south-2',
  'ap-southeast-3',
  'ap-southeast-4',
  'ap-southeast-5',
  'ap-southeast-6',
  'ap-southeast-7',
  'ca-west-1',
  'eu-central-2',
  'eu-south-1',
  'eu-south-2',
  'il-central-1',
  'me-central-1',
  'me-south-1',
  'mx-central-1',
];
