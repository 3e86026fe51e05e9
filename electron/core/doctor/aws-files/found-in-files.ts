/** Everything that is found in AWS's files, causes before what follows from them. */

import type { DoctorFinding } from '../finding.ts';
import { diverted } from './diverted.ts';
import type { AwsFilesLook } from './look.ts';
import { names } from './names.ts';
import { ours } from './ours.ts';
import { regions } from './regions.ts';
import { serials } from './serials.ts';
import { sourceKeys } from './source-keys.ts';
import { unread } from './unread.ts';

const FINDERS = [unread, sourceKeys, ours, names, regions, serials, diverted] as const;

export const foundInFiles = (look: AwsFilesLook): readonly DoctorFinding[] => FINDERS.flatMap((find) => find(look));
