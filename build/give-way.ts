// The process of this test file leaves its time to all others: loaded before a file that computes for minutes. Vitest gives
// each file a process of its own.
import { constants, setPriority } from 'node:os';

setPriority(constants.priority.PRIORITY_LOW);
