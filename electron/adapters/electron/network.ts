/**
 * Requests to AWS over Chromium's network stack, which knows the system's proxy, its automatic configuration and the
 * certificates the system trusts; HTTPS_PROXY, NO_PROXY and AWS_CA_BUNDLE are honoured beside them.
 */
import { readFile } from 'node:fs/promises';
import { app, type Certificate, session as sessions } from 'electron';
import type { Fetch } from '../aws/fetch-handler.ts';
import { parseCaBundle, trustedByBundle } from '../aws/ca-bundle.ts';

const USE_CHROMIUMS_VERDICT = -3;
const TRUSTED = 0;

/** In memory: no cookie, cache or password of it reaches the disk. */
export function awsNetwork(env: Readonly<Record<string, string | undefined>>): Fetch {
  const session = sessions.fromPartition('aws', { cache: false });
  const proxy = env.HTTPS_PROXY || env.https_proxy;
  const ready = Promise.all([
    proxy ? session.setProxy(proxyConfig(proxy, env.NO_PROXY || env.no_proxy || '')) : null,
    env.AWS_CA_BUNDLE ? trust(env.AWS_CA_BUNDLE) : null,
  ]);
  if (proxy) answerProxy(proxy);

  async function trust(file: string): Promise<void> {
    const bundle = parseCaBundle(await readFile(file, 'utf8').catch(() => ''));
    session.setCertificateVerifyProc(({ hostname, certificate, verificationResult }, decide) => {
      const trusted =
        verificationResult !== 'net::OK' && trustedByBundle(bundle, chainOf(certificate), hostname, Date.now());
      decide(trusted ? TRUSTED : USE_CHROMIUMS_VERDICT);
    });
  }

  return async (url, init) => {
    await ready;
    return session.fetch(url, { ...init, credentials: 'omit', cache: 'no-store' });
  };
}

function proxyConfig(proxy: string, bypass: string) {
  const { protocol, host } = new URL(proxy.includes('://') ? proxy : `http://${proxy}`);
  return { proxyRules: `${protocol}//${host}`, proxyBypassRules: bypass };
}

/** A proxy that asks for a name and password gets those of HTTPS_PROXY; nobody else gets any. */
function answerProxy(proxy: string): void {
  const { username, password, hostname } = new URL(proxy.includes('://') ? proxy : `http://${proxy}`);
  if (!username) return;
  let asked = 0;
  app.on('login', (event, _contents, _request, { isProxy, host }, answer) => {
    // Asked again, the first answer was wrong; to repeat it would go on for ever.
    if (!isProxy || host !== hostname || asked++ > 0) return;
    event.preventDefault();
    answer(decodeURIComponent(username), decodeURIComponent(password));
  });
}

function chainOf(certificate: Certificate): string[] {
  const chain: string[] = [];
  for (let cert: Certificate | null = certificate; cert && chain.length < 10; cert = cert.issuerCert) {
    chain.push(cert.data);
    if (cert.issuerCert?.data === cert.data) break;
  }
  return chain;
}
