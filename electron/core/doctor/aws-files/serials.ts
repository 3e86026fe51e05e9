/** What the section that a profile is made from says of its MFA device, where AWS took no code of the one that was asked with. */
import { MFA_SERIAL } from '../../aws/names.ts';
import { failure } from '../../base/failure.ts';
import { factsOf } from '../../sources/ways-in.ts';
import type { DoctorFinding } from '../finding.ts';
import { type AwsFilesLook, fileFinding, quoted, rowsOfBoth } from './look.ts';

export const serials = (look: AwsFilesLook): readonly DoctorFinding[] =>
  look.profiles.flatMap((one) => {
    const { name: profile } = one;
    const { key, serial } = factsOf(one);
    // A way in without a key or a device has nothing to differ.
    if (key === null || serial === null) return [];
    const row = rowsOfBoth(look.texts, key).find(({ setting, value }) => setting === 'mfa_serial' && value !== '');
    if (!row || row.value === serial) return [];
    const evidence = [quoted(look, row)];
    const isFido = row.value.includes(':u2f/');
    if (!isFido && !MFA_SERIAL.test(row.value))
      return [fileFinding(failure('device.serial-malformed'), evidence, { profile })];
    // A user may have several devices, and each is as good.
    if (!/^(device|code)\./.test(look.refused.get(profile)?.code ?? '')) return [];
    if (isFido) return [fileFinding(failure('device.fido-only'), evidence, { profile })];
    const params = { name: profile, serial, source: key, other: row.value };
    return [fileFinding(failure('aws-files.serial-differs', params), evidence, { profile })];
  });
