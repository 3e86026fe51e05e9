/** What is known of a computer on which all is well, with what a test wants different. */
import type { Asked, Facts, Probes } from '../../../electron/core/doctor/facts.ts';
import { MEND_NAMES, type Mends } from '../../../electron/core/doctor/mend.ts';

export const WELL: Asked = {
  git: { version: '2.39.5', setUp: true, findings: [] },
  stale: { entries: [], failures: [] },
  awsFiles: [],
  environment: {
    terminal: null,
    app: [],
    settings: [],
    profiles: [],
    own: [],
    sessions: [],
    elsewhere: [],
    beforeEndpoint: null,
  },
  programs: {
    terminal: null,
    app: [],
    elsewhere: [],
    versions: {},
    script: '/home/ann/.daypass/bin/daypass',
    isOurs: null,
    otherHome: null,
  },
  network: { terminal: null, app: [], missing: [], git: [] },
  clock: { offset: 0, heard: true, now: 0 },
  profiles: [],
  ownKeys: [],
  desktop: { tray: true, notifications: 'shown' },
  notices: [],
};

const known = <T>(value: T) => ({ known: true, value }) as const;

export const factsWith = (different: Partial<Facts> = {}): Facts => ({
  git: known(WELL.git),
  stale: known(WELL.stale),
  awsFiles: known(WELL.awsFiles),
  environment: known(WELL.environment),
  programs: known(WELL.programs),
  network: known(WELL.network),
  clock: known(WELL.clock),
  profiles: known(WELL.profiles),
  ownKeys: known(WELL.ownKeys),
  desktop: known(WELL.desktop),
  notices: known(WELL.notices),
  ...different,
});

export const probesWith = (different: Partial<Probes> = {}): Probes => ({
  git: async () => WELL.git,
  stale: async () => WELL.stale,
  awsFiles: async () => WELL.awsFiles,
  environment: async () => WELL.environment,
  programs: async () => WELL.programs,
  network: async () => WELL.network,
  clock: async () => WELL.clock,
  profiles: async () => WELL.profiles,
  ownKeys: async () => WELL.ownKeys,
  desktop: async () => WELL.desktop,
  notices: async () => WELL.notices,
  ...different,
});

const nothing = { plan: async () => '', apply: async () => {} };
export const NO_MENDS = Object.fromEntries(MEND_NAMES.map((name) => [name, nothing])) as unknown as Mends;
