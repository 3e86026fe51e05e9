/** Who was given the session lately. */
export const uses = {
  title: 'Recent uses',
  none: 'Not used yet.',
  by: { git: 'git', credential_process: 'credential_process', environment: 'environment', endpoint: 'endpoint' },
  answered: 'provided',
  refused: 'refused',
  'rejected-by-aws': 'rejected by AWS',
  unconfirmed: 'not confirmed',
};
