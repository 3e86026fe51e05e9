/**
 * Requests to AWS over Chromium's network stack, which knows the system's proxy, its automatic configuration and the
 * certificates the system trusts; HTTPS_PROXY, NO_PROXY and AWS_CA_BUNDLE are honoured beside them.
 */
import { type Certificate, type IncomingMessage, net, type Session, session as sessions } from 'electron';
import { parseCaBundle, trustedByBundle } from '../aws/ca-bundle.ts';
import type { Fetch } from '../aws/fetch-handler.ts';
import { type ProxyLogin, proxySettings } from '../aws/proxy-settings.ts';
import { readRegular } from '../files/read-regular.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const USE_CHROMIUMS_VERDICT = -3;
const TRUSTED = 0;

/** In memory: no cookie, cache or password of it reaches the disk. */
export function awsNetwork(env: Environment): Fetch {
  const session = sessions.fromPartition('aws', { cache: false });
  // Chromium would fetch a dictionary for the session, from a host that is none of AWS's.
  session.setSpellCheckerLanguages([]);
  /** Who vouched for what was not trusted, by host: a company that looks into all traffic has a name. */
  const issuers = new Map<string, string>();
  const prepared = prepare(session, env, issuers);
  // Each request says so.
  prepared.catch(() => {});
  return (url, init) =>
    new Promise((resolve, reject) => {
      const cancelled = () => reject(init.signal?.reason);
      if (init.signal?.aborted) return cancelled();
      init.signal?.addEventListener('abort', cancelled, { once: true });
      prepared
        .then((logins) => send(session, logins, url, init))
        .then(resolve, (thrown) => reject(withIssuer(thrown, issuers.get(new URL(url).hostname))));
    });
}

/** Resolves to the names and passwords of the proxies. Rejects where HTTPS_PROXY is no address. */
async function prepare(
  session: Session,
  env: Environment,
  issuers: Map<string, string>,
): Promise<readonly ProxyLogin[]> {
  const settings = settingsOf(env);
  if (settings) await session.setProxy(settings);
  await trust(session, env.AWS_CA_BUNDLE, issuers);
  // Both have only been posted; a first request could overtake them. What is asked the same way comes after them.
  if (settings || env.AWS_CA_BUNDLE) await session.resolveProxy('https://amazonaws.com/');
  return settings?.logins ?? [];
}

function settingsOf(env: Environment) {
  try {
    return proxySettings(env);
  } catch {
    // Not with its cause, which quotes the password.
    throw new Error('PROXY_ADDRESS_INVALID');
  }
}

async function trust(session: Session, file: string | undefined, issuers: Map<string, string>): Promise<void> {
  const bundle = parseCaBundle(file ? (await readRegular(file).catch(() => '')).toString() : '');
  session.setCertificateVerifyProc(({ hostname, certificate, verificationResult }, decide) => {
    const isRefused = verificationResult !== 'net::OK';
    const trusted = isRefused && trustedByBundle(bundle, chainOf(certificate), hostname, Date.now());
    if (isRefused) issuers.set(hostname, certificate.issuerName);
    decide(trusted ? TRUSTED : USE_CHROMIUMS_VERDICT);
  });
}

const withIssuer = (thrown: unknown, issuer: string | undefined): unknown =>
  issuer && thrown instanceof Error ? Object.assign(thrown, { issuer }) : thrown;

/** By net.request, as only that hears of a proxy that asks for a password; session.fetch gives up there. */
function send(session: Session, logins: readonly ProxyLogin[], url: string, init: RequestInit): Promise<Response> {
  return new Promise((resolve, reject) => {
    const { method = 'GET', signal } = init;
    // Cancelled while all was being prepared; who asked has been told.
    if (signal?.aborted) return;
    // On a connection that has served before, Chromium sends again by itself what was not answered; a code is good once.
    const headers = { ...(init.headers as Record<string, string>), Connection: 'close' };
    const request = net.request({
      url,
      method,
      headers,
      session,
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
    });
    const cancel = () => request.abort();
    signal?.addEventListener('abort', cancel);
    request.on('close', () => signal?.removeEventListener('abort', cancel));
    let asked = false;
    request.on('login', ({ isProxy, host }, answer) => {
      const login = isProxy && !asked ? logins.find((one) => one.host === host) : undefined;
      // Asked again, the first answer was wrong; to repeat it would go on for ever.
      asked = true;
      if (login) answer(login.username, login.password);
      else answer();
    });
    request.on('response', (response) => {
      read(response, cancel).then(resolve, reject);
    });
    request.on('error', reject);
    request.end(init.body as string | Buffer | undefined);
  });
}

/** AWS's answers to what is asked here have some kilobytes; a proxy's page could have any size. */
const LIMIT_BYTES = 4 * 1_048_576;

async function read(response: IncomingMessage, cancel: () => void): Promise<Response> {
  const chunks: Buffer[] = [];
  let size = 0;
  await new Promise<void>((resolve, reject) => {
    response.on('data', (chunk) => {
      size += chunk.length;
      if (size <= LIMIT_BYTES) chunks.push(chunk);
      else {
        reject(new Error('PROXY_ANSWER_TOO_LARGE'));
        cancel();
      }
    });
    response.on('end', resolve);
    response.on('error', reject);
    response.on('aborted', () => reject(new Error('net::ERR_ABORTED')));
  });
  const { statusCode, headers } = response;
  const fields = Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]);
  return new Response(chunks.length ? Buffer.concat(chunks) : null, { status: statusCode, headers: fields });
}

function chainOf(certificate: Certificate): string[] {
  const chain: string[] = [];
  for (let cert: Certificate | null = certificate; cert && chain.length < 10; cert = cert.issuerCert) {
    chain.push(cert.data);
    if (cert.issuerCert?.data === cert.data) break;
  }
  return chain;
}
