/** The portal that the tests of this folder sign in to. */
import { DEFAULT_SCOPE, type Portal } from '../../../electron/core/identity-center/portal.ts';

export const PORTAL: Portal = {
  session: 'acme',
  startUrl: 'https://d-1234567890.awsapps.com/start',
  region: 'eu-central-1',
  scopes: [DEFAULT_SCOPE],
};
