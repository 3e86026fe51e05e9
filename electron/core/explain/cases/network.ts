/** What stands between a client and AWS: names, proxies, certificates. curl speaks for git, and is never translated. */
import type { Case } from '../case.ts';
import { ofUrl } from './git.ts';

export const networkCases: readonly Case[] = [
  {
    means: 'network.proxy',
    source: 'git 2.39 and 2.55 with curl 7.88 and AWS CLI 1 and 2, run behind a proxy; curl 7 before 7.86',
    says: [
      ...ofUrl('CONNECT tunnel failed, response {status}'),
      ...ofUrl('Received HTTP code {status} from proxy after CONNECT'),
      ...ofUrl('Could not resolve proxy: {host}'),
      'Failed to connect to proxy URL: "{url}"',
      'Proxy Authentication Required',
    ],
  },
  {
    means: 'network.certificate',
    source: 'git 2.39 and 2.55 with GnuTLS and OpenSSL and AWS CLI 1 and 2, run; Node, Go and Java from their source',
    says: [
      ...ofUrl('SSL certificate problem: {message}'),
      ...ofUrl('server certificate verification failed'),
      ...ofUrl('schannel: {few} (0x80090325)'),
      'SSL validation failed for {url}',
      'CERTIFICATE_VERIFY_FAILED',
      'SELF_SIGNED_CERT_IN_CHAIN',
      'self-signed certificate in certificate chain',
      'self signed certificate in certificate chain',
      'unable to get local issuer certificate',
      'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
      'x509: certificate signed by unknown authority',
      'PKIX path building failed',
    ],
  },
  {
    means: 'heard.no-such-host',
    source: 'git 2.39 and 2.55, AWS CLI 1 and 2 and rclone, run; Node and Java from their source',
    says: [
      ...ofUrl('Could not resolve host: {host}'),
      'Could not connect to the endpoint URL: "{url}"',
      'getaddrinfo ENOTFOUND {host}',
      'getaddrinfo EAI_AGAIN {host}',
      'dial tcp: lookup {host} on {few}: no such host',
      'dial tcp: lookup {host}: no such host',
      'java.net.UnknownHostException: {host}',
    ],
  },
  {
    means: 'network.offline',
    source: 'git 2.39 and 2.55 with curl 7.88, run; botocore exceptions.py',
    says: [
      ...ofUrl("Failed to connect to {host} port {any} Couldn't connect to server"),
      ...ofUrl('Failed to connect to {host} port {any} Could not connect to server'),
      ...ofUrl('Failed to connect to {host} port {any} Connection refused'),
      ...ofUrl('Failed to connect to {host} port {any} Timed out'),
      'Connect timeout on endpoint URL: "{url}"',
      'Read timeout on endpoint URL: "{url}"',
    ],
    vague: true,
  },
];
