/** What in the files sends clients elsewhere than to AWS's usual addresses. Daypass's own requests follow none of it. */
import { failure } from '../../base/failure.ts';
import {
  type AwsFilesLook,
  type FileFinding,
  fileFinding,
  isPlain,
  quoted,
  type Row,
  rowsIn,
  rowsOfBoth,
  safeUrl,
} from './look.ts';

export function diverted(look: AwsFilesLook): readonly FileFinding[] {
  const names = new Set(['default', ...look.profiles.map(({ name }) => name)]);
  return [...names].flatMap((name) => divertedFor(look, name));
}

function divertedFor(look: AwsFilesLook, name: string): readonly FileFinding[] {
  const rows = rowsOfBoth(look.texts, name);
  const valueAt = (setting: string) => rows.find((row) => row.setting === setting)?.value;
  const is = (setting: string) => valueAt(setting)?.toLowerCase() === 'true';
  const more = { profile: look.profiles.some((profile) => profile.name === name) ? name : null };
  const found: FileFinding[] = [];
  for (const row of rows) {
    const { setting, section, value } = row;
    const params = { path: look.path(row.file), section, name };
    const add = (code: 'fips' | 'dual-stack', region: string) =>
      found.push(fileFinding(failure(`aws-files.${code}`, { ...params, region }), [quoted(look, row)], more));
    if (setting === 'endpoint_url' && !is('ignore_configured_endpoint_urls')) {
      found.push(leadingTo(look, name, value, [row], more));
    } else if (setting === 'services' && !is('ignore_configured_endpoint_urls')) {
      found.push(...services(look, name, row, more));
    } else if (setting === 'use_fips_endpoint' && is(setting)) {
      const region = look.profiles.find((profile) => profile.name === name)?.region ?? valueAt('region') ?? '';
      if (!HAS_FIPS.test(region)) add('fips', region || '?');
    } else if (setting === 'use_dualstack_endpoint' && is(setting)) {
      add('dual-stack', valueAt('region') ?? '');
    }
  }
  return found;
}

/** Where AWS has such endpoints at all. */
const HAS_FIPS = /^(us|ca)-/;

type More = { readonly profile: string | null };

function leadingTo(look: AwsFilesLook, name: string, url: string, rows: readonly Row[], more: More): FileFinding {
  const [{ file, section } = { file: 'config' as const, section: '' }] = rows;
  const code = isPlain(url) ? 'plain-http' : name === 'default' ? 'default-diverted' : 'diverted';
  const params = { path: look.path(file), section, name, value: safeUrl(url) };
  return fileFinding(
    failure(`aws-files.${code}`, params),
    rows.map((row) => quoted(look, row)),
    more,
  );
}

/** `services = X` stands for what `[services X]` says, service by service, in lines under the name of each. */
function services(look: AwsFilesLook, name: string, row: Row, more: More): readonly FileFinding[] {
  const isMeant = (section: string) => /^services\s+(["']?)(.*)\1$/.exec(section.trim())?.[2] === row.value;
  const lines = rowsIn(look.texts, 'config', isMeant);
  if (lines.length === 0) {
    const params = { path: look.path('config'), section: row.section, services: row.value };
    return [fileFinding(failure('aws-files.services-missing', params), [quoted(look, row)], more)];
  }
  return lines.flatMap((service) => {
    const url = /(?:^|\n)endpoint_url\s*=\s*(\S+)/.exec(service.value)?.[1];
    if (!url) return [];
    const finding = leadingTo(look, name, url, [row], more);
    const evidence = [...finding.evidence, quoted(look, { ...service, setting: 'endpoint_url', value: url })];
    return [{ ...finding, evidence }];
  });
}
