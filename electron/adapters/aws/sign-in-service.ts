/**
 * AWS's sign-in service through the SDK's own client of it, whose rules say where it is in each partition. Each request
 * carries a proof of the sign-in's own key (DPoP, https://datatracker.ietf.org/doc/html/rfc9449).
 */
import { randomUUID } from 'node:crypto';
import type { JWK } from 'jose';
import { FailureError } from '../../core/base/failure.ts';
import { Secret } from '../../core/base/secret.ts';
import { explainSignIn } from '../../core/browser-sign-in/explain-sign-in.ts';
import type { Grant, SignInService, TokenRequest } from '../../core/browser-sign-in/port.ts';
import { type AwsConnection, anonymousConfig } from './aws-client.ts';
import type { SdkRequest } from './fetch-handler.ts';

const ALGORITHM = 'ES256';

type Address = Pick<SdkRequest, 'protocol' | 'hostname' | 'path'> & { readonly port?: number | undefined };

export function signInService(to: AwsConnection): SignInService {
  const open = async (region: string, signal: AbortSignal) => {
    const sdk = await import('@aws-sdk/nested-clients/signin');
    return { sdk, client: new sdk.SigninClient(anonymousConfig(to, 'SIGNIN', region, signal)) };
  };
  const baseOf = async (region: string): Promise<string> => {
    const { config } = (await open(region, new AbortController().signal)).client;
    const [UseFIPS, UseDualStack, custom] = await Promise.all([
      config.useFipsEndpoint(),
      config.useDualstackEndpoint(),
      config.endpoint?.(),
    ]);
    const Endpoint = custom && urlOf(custom);
    const { url } = config.endpointProvider({
      Region: region,
      UseFIPS,
      UseDualStack,
      ...(Endpoint ? { Endpoint } : {}),
    });
    return url.href.replace(/\/$/, '');
  };
  return {
    base: baseOf,
    async learnTime(region, signal) {
      const { protocol, hostname, port } = new URL(await baseOf(region));
      const { requestHandler } = anonymousConfig(to, 'SIGNIN', region, signal);
      const address = { protocol, hostname, ...(port ? { port: Number(port) } : {}), path: '/' };
      // Its answer, whatever it is, has the time in its head.
      await requestHandler.handle({ ...address, method: 'HEAD', headers: {} });
    },
    async newKey() {
      const jose = await import('jose');
      const { privateKey } = await jose.generateKeyPair(ALGORITHM, { extractable: true });
      return new Secret(JSON.stringify(await jose.exportJWK(privateKey)));
    },
    async token({ region, clientId, key, grant }, signal) {
      const { sdk, client } = await open(region, signal);
      client.middlewareStack.add(
        (next) => async (args) => {
          const request = args.request as SdkRequest;
          request.headers.DPoP = await proof(key, urlOf(request), to.clockOffset());
          return next(args);
        },
        { step: 'finalizeRequest', name: 'dpop' },
      );
      const tokenInput = { clientId, ...asked(grant) };
      const { tokenOutput } = await client
        .send(new sdk.CreateOAuth2TokenCommand({ tokenInput }))
        .catch((thrown) => refused(thrown, region, grant));
      return new Secret(tokenOutput);
    },
  };
}

const asked = (grant: Grant) =>
  grant.is === 'code'
    ? {
        grantType: 'authorization_code',
        code: grant.code.reveal(),
        codeVerifier: grant.verifier.reveal(),
        redirectUri: grant.redirectUri,
      }
    : { grantType: 'refresh_token', refreshToken: grant.refreshToken.reveal() };

/** `clockOffset`: what to add to this computer's clock, in milliseconds. */
async function proof(key: TokenRequest['key'], url: string, clockOffset: number): Promise<string> {
  const jose = await import('jose');
  const jwk: JWK = JSON.parse(key.reveal());
  const { kty, crv, x, y } = jwk;
  return new jose.SignJWT({ htm: 'POST', htu: url })
    .setProtectedHeader({ typ: 'dpop+jwt', alg: ALGORITHM, jwk: { kty, crv, x, y } as JWK })
    .setIssuedAt(Math.floor((Date.now() + clockOffset) / 1000))
    .setJti(randomUUID())
    .sign(await jose.importJWK(jwk, ALGORITHM));
}

const urlOf = ({ protocol, hostname, port, path }: Address): string =>
  `${protocol}//${hostname}${port ? `:${port}` : ''}${path}`;

/** As the service's model names errors of a status; a message that names none is still one of them. */
const NAMES: Readonly<Record<number, string>> = { 400: 'ValidationException', 429: 'TooManyRequestsError' };

/** Errors of the service become failures of the catalogue. What is thrown may quote what was sent, so it is no cause. */
function refused(thrown: unknown, region: string, grant: Grant): never {
  if (thrown instanceof FailureError) throw thrown;
  const { error = '', message = '', $metadata } = thrown as Thrown;
  const status = $metadata?.httpStatusCode ?? 0;
  if (status < 400) throw new FailureError('browser.odd-answer');
  const code = status >= 500 ? 'InternalServerException' : (NAMES[status] ?? 'AccessDeniedException');
  throw FailureError.of(explainSignIn({ code, error, message, by: grant.is }), { region });
}

interface Thrown {
  readonly error?: string;
  readonly message?: string;
  readonly $metadata?: { readonly httpStatusCode?: number };
}
