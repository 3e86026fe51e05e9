/** What stands in AWS's shared files, and keeps sign-ins or clients from what they need. */
import type { Check } from '../check.ts';

export const awsFilesCheck: Check = { name: 'aws-files', look: ({ awsFiles }) => awsFiles };
