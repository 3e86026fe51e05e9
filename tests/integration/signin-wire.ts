// A client of AWS Sign-In for tests, which can do each thing wrong: its proofs are those of a well-kept library (jose).
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { json } from 'node:stream/consumers';
import { type CryptoKey, exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { Aws } from '../aws/aws.ts';
import { listenOnce } from './listen-once.ts';

export const SAME_DEVICE = 'arn:aws:signin:::devtools/same-device';
export const CROSS_DEVICE = 'arn:aws:signin:::devtools/cross-device';

export interface Reply {
  readonly status: number;
  readonly errorType: string | null;
  // biome-ignore lint/suspicious/noExplicitAny: what came over the wire, held against what is expected by the test
  readonly body: any;
}

export interface Proof {
  readonly htm?: string;
  readonly htu?: string;
  readonly iat?: number;
  readonly jti?: string;
  readonly typ?: string;
}

export class SigninClient {
  readonly verifier = randomBytes(48).toString('base64url');
  readonly state = randomUUID();
  readonly #aws: Aws;
  readonly #keys: { readonly publicKey: CryptoKey; readonly privateKey: CryptoKey };

  private constructor(aws: Aws, keys: { readonly publicKey: CryptoKey; readonly privateKey: CryptoKey }) {
    this.#aws = aws;
    this.#keys = keys;
  }

  static async start(aws: Aws): Promise<SigninClient> {
    return new SigninClient(aws, await generateKeyPair('ES256'));
  }

  authorizeUrl(changed: Readonly<Record<string, string | undefined>> = {}): string {
    const parameters: Record<string, string | undefined> = {
      response_type: 'code',
      client_id: SAME_DEVICE,
      state: this.state,
      code_challenge_method: 'SHA-256',
      code_challenge: createHash('sha256').update(this.verifier).digest('base64url'),
      scope: 'openid',
      redirect_uri: 'http://127.0.0.1:1/oauth/callback',
      ...changed,
    };
    const given = Object.entries(parameters).filter((one): one is [string, string] => one[1] !== undefined);
    return `${this.#aws.url}/v1/authorize?${new URLSearchParams(given)}`;
  }

  /** What comes to the listener on this machine, once the person has answered. */
  async redirected(
    options: Parameters<Aws['browse']>[1] = {},
  ): Promise<{ query: URLSearchParams; redirectUri: string }> {
    const listener = await listenOnce('/oauth/callback');
    await this.#aws.browse(this.authorizeUrl({ redirect_uri: listener.url }), options);
    return { query: await listener.query, redirectUri: listener.url };
  }

  async proof(
    { htm = 'POST', htu, iat, jti = randomUUID(), typ = 'dpop+jwt' }: Proof = {},
    signer: SigninClient = this,
  ): Promise<string> {
    const { kty = '', crv, x, y } = await exportJWK(this.#keys.publicKey);
    return new SignJWT({ htm, htu: htu ?? `${this.#aws.url}/v1/token`, jti })
      .setIssuedAt(iat)
      .setProtectedHeader({ typ, alg: 'ES256', jwk: { kty, crv: String(crv), x: String(x), y: String(y) } })
      .sign(signer.#keys.privateKey);
  }

  /** @param region asks AWS's own address there, over TLS, instead of the stand-in's. */
  async token(body: object, proof?: string | null, region?: string): Promise<Reply> {
    if (region) return this.#tokenAt(`${region}.signin.aws.amazon.com`, body);
    const dpop = proof === undefined ? await this.proof() : proof;
    const response = await fetch(`${this.#aws.url}/v1/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(dpop === null ? {} : { DPoP: dpop }) },
      body: JSON.stringify(body),
    });
    return {
      status: response.status,
      errorType: response.headers.get('x-amzn-errortype'),
      body: await response.json(),
    };
  }

  async #tokenAt(host: string, body: object): Promise<Reply> {
    const { caFile, port } = this.#aws.codecommit;
    const way = { hostname: '127.0.0.1', port, servername: host, ca: await readFile(caFile) };
    const dpop = await this.proof({ htu: `https://${host}/v1/token` });
    const headers = { host, 'content-type': 'application/json', DPoP: dpop };
    const sent = request({ ...way, method: 'POST', path: '/v1/token', headers }).end(JSON.stringify(body));
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    const errorType = response.headers['x-amzn-errortype'];
    return { status: response.statusCode ?? 0, errorType: errorType?.toString() ?? null, body: await json(response) };
  }

  /** The body that redeems a code, from the address to the code's end. */
  async redemption(changed: object = {}): Promise<Readonly<Record<string, string>>> {
    const { query, redirectUri } = await this.redirected();
    const code = query.get('code') ?? '';
    const grant = { clientId: SAME_DEVICE, grantType: 'authorization_code', codeVerifier: this.verifier };
    return { ...grant, code, redirectUri, ...changed };
  }

  async signIn(): Promise<Reply> {
    return this.token(await this.redemption());
  }

  refresh(refreshToken: string, proof?: string): Promise<Reply> {
    return this.token({ clientId: SAME_DEVICE, grantType: 'refresh_token', refreshToken }, proof);
  }
}
