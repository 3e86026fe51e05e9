/** On the way to AWS. */
import type { FailureTexts } from '../../failure-texts.ts';

export const network: FailureTexts<'network' | 'sign-in'> = {
  'network.offline': {
    cause: '{host} cannot be reached.',
    fix: 'Check the network connection, and the VPN if you need one.',
  },
  'network.timeout': { cause: '{host} did not answer in {seconds} s.', fix: 'Try again.' },
  'network.proxy': {
    cause: 'The proxy did not let the request to {host} through.',
    fix: 'Check the proxy and its sign-in in the system settings.',
  },
  'network.certificate': {
    cause: 'The certificate of {host} is not trusted; on the way there something may be listening.',
    fix: 'If your company checks traffic, install its certificate, or set AWS_CA_BUNDLE.',
  },
  'sign-in.cancelled': { cause: 'The sign-in was cancelled.', fix: 'Type a new code when you are ready.' },
  'sign-in.busy': { cause: 'A sign-in is under way.', fix: 'Wait for it, or cancel it.' },
};
