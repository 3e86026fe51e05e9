/** What in the files sends clients elsewhere than to AWS's usual addresses. Daypass's own requests follow none of it. */
import { failure } from '../../base/failure.ts';
import type { DoctorFinding } from '../finding.ts';
import { type AwsFilesLook, fileFinding, isPlain, quoted, type Row, rowsIn, rowsOfBoth, safeUrl } from './look.ts';

export function diverted(look: AwsFilesLook): readonly DoctorFinding[] {
  const names = new Set(['default', ...look.profiles.map(({ name }) => name)]);
  return [...names].flatMap((name) => divertedFor(look, name));
}

function divertedFor(look: AwsFilesLook, name: string): readonly DoctorFinding[] {
  const rows = rowsOfBoth(look.texts, name).filter(({ value }) => value !== '');
  const profile = look.profiles.find((one) => one.name === name);
  const valueAt = (setting: string) => rows.find((row) => row.setting === setting)?.value;
  const region = valueAt('region') ?? profile?.region ?? '';
  const isOn = (setting: string) => valueAt(setting)?.toLowerCase() === 'true';
  const isIgnored = isOn('ignore_configured_endpoint_urls');
  const found = rows.flatMap((row) => {
    if (row.setting === 'endpoint_url' && !isIgnored) return [leadingTo(look, name, row, row.value)];
    if (row.setting === 'services' && !isIgnored) return services(look, name, row);
    const code = OTHER_ADDRESSES[row.setting];
    const isWithout = code === 'fips' ? !HAS_FIPS.test(region) : code === 'dual-stack';
    if (!code || !isWithout || !isOn(row.setting)) return [];
    const params = { path: look.path(row.file), section: row.section, region };
    return [fileFinding(failure(`aws-files.${code}`, params), [quoted(look, row)])];
  });
  return found.map((finding) => ({ ...finding, profile: profile?.name ?? null }));
}

const OTHER_ADDRESSES: Readonly<Record<string, 'fips' | 'dual-stack'>> = {
  use_fips_endpoint: 'fips',
  use_dualstack_endpoint: 'dual-stack',
};

/** Where AWS has such endpoints at all. */
const HAS_FIPS = /^(us|ca)-/;

function leadingTo(look: AwsFilesLook, name: string, row: Row, url: string): DoctorFinding {
  const code = isPlain(url) ? 'plain-http' : name === 'default' ? 'default-diverted' : 'diverted';
  const params = { path: look.path(row.file), section: row.section, name, value: safeUrl(url) };
  return fileFinding(failure(`aws-files.${code}`, params), [quoted(look, row)]);
}

/** `services = X` stands for what `[services X]` says, service by service, in lines under the name of each. */
function services(look: AwsFilesLook, name: string, row: Row): readonly DoctorFinding[] {
  const isMeant = (section: string) => /^services\s+(["']?)(.*)\1$/.exec(section.trim())?.[2] === row.value;
  const lines = rowsIn(look.texts, 'config', isMeant);
  if (lines.length === 0) {
    const params = { path: look.path('config'), section: row.section, services: row.value };
    return [fileFinding(failure('aws-files.services-missing', params), [quoted(look, row)])];
  }
  return lines.flatMap((service) => {
    const url = /(?:^|\n)endpoint_url\s*=\s*(\S+)/.exec(service.value)?.[1];
    if (!url) return [];
    const finding = leadingTo(look, name, row, url);
    const line = quoted(look, { ...service, setting: 'endpoint_url', value: url });
    return [{ ...finding, evidence: [...finding.evidence, line] }];
  });
}
