/** Every known message. A place in a text is the first's that fits there, so what says more stands before what says less. */
import type { Case } from '../case.ts';
import { awsCases } from './aws.ts';
import { clientCases } from './clients.ts';
import { gitCases } from './git.ts';
import { networkCases } from './network.ts';
import { ownCases } from './own.ts';

export const CASES: readonly Case[] = [...ownCases, ...gitCases, ...networkCases, ...clientCases, ...awsCases];
