/** On the way to AWS. */
import type { FailureTexts } from '../../failure-texts.ts';

export const network: FailureTexts<'network' | 'sign-in'> = {
  'network.offline': {
    cause: '{host} can’t be reached.',
    fix: 'Check the network connection, and the VPN if you need one.',
  },
  'network.timeout': { cause: '{host} didn’t answer in {seconds} s.', fix: 'Try again.' },
  'network.proxy': {
    cause: 'The proxy didn’t let the request to {host} through.',
    fix: 'Check the proxy and its sign-in in the system settings.',
  },
  'network.certificate': {
    cause:
      'The certificate of {host} isn’t trusted. It was issued by “{issuer}”. Someone may be intercepting the connection, as many company proxies do.',
    fix: 'If your company inspects traffic, install its certificate, or set AWS_CA_BUNDLE.',
  },
  'network.no-ca-file': {
    cause:
      '{name} points to {path}, which doesn’t exist. Programs that use it trust no server, and every https request fails.',
    fix: 'Put the certificate file there, or remove the setting.',
  },
  'network.unverified': {
    cause: '{name} turns off certificate checks. Anyone on the way can read the password that git sends.',
    fix: 'Remove the setting. If your company inspects traffic, give git its certificate with http.sslCAInfo.',
  },
  'network.proxy-malformed': {
    cause: '{name} isn’t a valid proxy URL, so Daypass and AWS’s tools can’t reach AWS.',
    fix: 'Write it as http://HOST:PORT, then start Daypass again.',
  },
  'network.proxy-for-loopback': {
    cause:
      'A proxy is set, and NO_PROXY doesn’t include 127.0.0.1. Programs based on curl, such as GDAL, send requests for Daypass’s endpoint, with its token, to the proxy and get no session.',
    fix: 'export NO_PROXY=127.0.0.1,localhost no_proxy=127.0.0.1,localhost (plus what it has now).',
  },
  'network.proxies-differ': {
    cause:
      'This terminal uses {terminal}, Daypass uses {app}. Programs started from the desktop don’t see what shell files set.',
    fix: 'Nothing to do if signing in works. Otherwise, set the proxy in the system settings, or start Daypass from a terminal.',
  },
  'network.git-proxy': {
    cause: 'git uses {proxy} from its configuration, which takes precedence over proxy variables.',
    fix: 'Nothing to do if git reaches CodeCommit. Otherwise, remove http.proxy.',
  },
  'sign-in.cancelled': { cause: 'The sign-in was cancelled.', fix: 'Sign in again when you are ready.' },
  'sign-in.busy': { cause: 'A sign-in is already in progress.', fix: 'Wait for it to finish, or cancel it.' },
};
