/** What makes some of AWS's tools refuse a whole file, line by line. */
import { nulByteIn } from '../../aws-files/nul-byte.ts';
import type { SharedFile } from '../../aws-files/port.ts';
import { readingOf } from '../../aws-files/who-wins.ts';
import { failure } from '../../base/failure.ts';
import type { DoctorFinding } from '../finding.ts';
import { type AwsFilesLook, CLIENT_NAMES, FILES, fileFinding, placed } from './look.ts';

interface Flawed {
  readonly reason: string;
  readonly line: number;
}

/** More of a kind in one file are not listed. */
const LISTED = 5;

export const unread = (look: AwsFilesLook): readonly DoctorFinding[] =>
  FILES.flatMap((file) => {
    const flaws = flawsOf(look, file);
    const reasons = [...new Set(flaws.map(({ reason }) => reason))];
    return reasons.map((reason) => {
      const lines = flaws.filter((flaw) => flaw.reason === reason).map(({ line }) => line);
      return fileFinding(
        failure('aws-files.unread', { path: look.path(file), line: lines[0] ?? 1, reason, clients: refusers(reason) }),
        lines.slice(0, LISTED).map((line) => placed(look, file, line)),
        { mend: reason === 'byte-order-mark' ? 'aws-files' : null },
      );
    });
  });

function flawsOf({ texts }: AwsFilesLook, file: SharedFile): readonly Flawed[] {
  const nul = nulByteIn(texts[file]);
  if (nul) return [{ reason: nul.reason, line: nul.line ?? 1 }];
  const { flaws, lines, botocore, smithy } = readingOf(texts, file);
  // To the SDK for JavaScript a carriage return alone ends no line: all is one.
  const isOneLine = lines.some(({ end }) => end === '\r') && smithy.length < botocore.length;
  return isOneLine ? [...flaws, { reason: 'carriage-returns', line: 1 }] : flaws;
}

function refusers(reason: string): string {
  const { botocore, smithy } = CLIENT_NAMES;
  if (reason === 'nul-byte') return `${botocore}, ${smithy}`;
  return reason === 'forbidden-section' || reason === 'carriage-returns' ? smithy : botocore;
}
