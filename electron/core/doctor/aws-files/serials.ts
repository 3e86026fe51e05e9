/** What the section that a profile is made from says of its MFA device, where AWS took no code of the one that was asked with. */
import { MFA_SERIAL } from '../../aws/names.ts';
import { failure } from '../../base/failure.ts';
import type { DoctorFinding } from '../finding.ts';
import { type AwsFilesLook, fileFinding, quoted, rowsOfBoth } from './look.ts';

export const serials = (look: AwsFilesLook): readonly DoctorFinding[] =>
  look.profiles.flatMap(({ name: profile, source, serial, role }) => {
    const row = rowsOfBoth(look.texts, source).find(({ setting, value }) => setting === 'mfa_serial' && value !== '');
    // A role that is taken with another session needs no device.
    if (!row || role?.through || row.value === serial) return [];
    const evidence = [quoted(look, row)];
    const isFido = row.value.includes(':u2f/');
    if (!isFido && !MFA_SERIAL.test(row.value))
      return [fileFinding(failure('device.serial-malformed'), evidence, { profile })];
    // A user may have several devices, and each is as good.
    if (!/^(device|code)\./.test(look.refused.get(profile)?.code ?? '')) return [];
    if (isFido) return [fileFinding(failure('device.fido-only'), evidence, { profile })];
    const params = { name: profile, serial, source, other: row.value };
    return [fileFinding(failure('aws-files.serial-differs', params), evidence, { profile })];
  });
