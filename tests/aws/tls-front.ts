// Guarantees: every host name of AWS, and no other, is served over TLS with a certificate of its own.
import type { RequestListener } from 'node:http';
import { createServer, type Server } from 'node:https';
import { createSecureContext } from 'node:tls';
import type { CertificateAuthority } from './certificates.ts';
import { endpointOf } from './regions.ts';

export function createTlsFront(
  authority: CertificateAuthority,
  codeCommit: RequestListener,
  api: RequestListener,
): Server {
  return createServer(
    {
      SNICallback: (host, done) => {
        if (!endpointOf(host)) return done(new Error(`not a host of AWS: ${host}`));
        done(null, createSecureContext(authority.certificateFor(host)));
      },
    },
    (message, response) => {
      const host = (message.headers.host ?? '').replace(/:\d+$/, '');
      const listener = endpointOf(host)?.service === 'codecommit' ? codeCommit : api;
      return listener(message, response);
    },
  );
}
