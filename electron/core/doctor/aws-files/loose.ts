/** Files that more people may read or write than their owner should let. */
import type { LooseFile } from '../../aws-files/port.ts';
import { failure } from '../../base/failure.ts';
import type { DoctorFinding } from '../finding.ts';
import { fileFinding } from './look.ts';

export const loose = (files: readonly LooseFile[]): readonly DoctorFinding[] =>
  files.map(({ path, mode, wanted }) => {
    // Who may write is the worse of the two.
    const code = mode & ~wanted & 0o022 ? 'writable-by-others' : 'readable-by-others';
    const more = { mend: 'private-files' } as const;
    return fileFinding(failure(`aws-files.${code}`, { path }), [`${path}: ${octal(mode)}`], more);
  });

export const octal = (mode: number): string => mode.toString(8).padStart(4, '0');
