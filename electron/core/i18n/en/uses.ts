/** Who was given the session of late. */
export const uses = {
  title: 'Last uses',
  none: 'Not used yet.',
  by: { git: 'git', credential_process: 'credential_process', environment: 'environment', endpoint: 'endpoint' },
  answered: 'answered',
  refused: 'refused',
  'rejected-by-aws': 'AWS said 401',
  unconfirmed: 'not confirmed',
};
