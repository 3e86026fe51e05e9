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
    cause:
      'The certificate of {host} is not trusted. It was issued by “{issuer}”. Something on the way may be listening, as many company proxies do.',
    fix: 'If your company inspects traffic, install its certificate, or set AWS_CA_BUNDLE.',
  },
  'network.no-ca-file': {
    cause:
      '{name} leads to {path}, and there is no such file. Programs that read it trust nobody then, and fail on every https address.',
    fix: 'Put the certificate file there, or remove the setting.',
  },
  'network.unverified': {
    cause: '{name} turns off certificate checks: anyone on the way can read the password that git sends.',
    fix: 'Remove the setting. If your company inspects traffic, give git its certificate with http.sslCAInfo.',
  },
  'network.proxy-malformed': {
    cause: '{name} is no address of a proxy, so neither Daypass nor AWS’s tools reach AWS.',
    fix: 'Write it as http://HOST:PORT, then start Daypass again.',
  },
  'network.proxy-for-loopback': {
    cause:
      'A proxy is set, and NO_PROXY does not name 127.0.0.1. Clients made with curl, such as GDAL, ask the proxy for Daypass’s endpoint then, with the token in what they ask, and get no session.',
    fix: 'export NO_PROXY=127.0.0.1,localhost no_proxy=127.0.0.1,localhost (with what is in it already).',
  },
  'network.proxies-differ': {
    cause:
      'This terminal goes through {terminal}, Daypass through {app}: a program that a desktop starts does not see what a shell’s files set.',
    fix: 'Nothing to do if signing in works. Otherwise set the proxy in the system’s settings, or start Daypass from a terminal.',
  },
  'network.git-proxy': {
    cause: 'git goes through {proxy}, which its configuration names; that goes before the variables of proxies.',
    fix: 'Nothing to do if git reaches CodeCommit. Otherwise remove http.proxy.',
  },
  'sign-in.cancelled': { cause: 'The sign-in was cancelled.', fix: 'Sign in again when you are ready.' },
  'sign-in.busy': { cause: 'A sign-in is under way.', fix: 'Wait for it, or cancel it.' },
};
