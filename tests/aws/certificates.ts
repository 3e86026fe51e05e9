// Guarantees: a certificate authority of its own, made at start from nothing but node:crypto, and a server certificate
// for any host name that is asked of it. It opens no file and trusts nobody; its keys die with the process.
// https://www.rfc-editor.org/rfc/rfc5280
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

const dayMs = 86_400_000;

const der = (tag: number, ...parts: (Buffer | string)[]): Buffer => {
  const content = Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)));
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
};
const hex = (text: string): Buffer => Buffer.from(text, 'hex');
const sequence = (...parts: Buffer[]): Buffer => der(0x30, ...parts);
const oid = (encoded: string): Buffer => der(0x06, hex(encoded));
const bits = (content: Buffer, unused = 0): Buffer => der(0x03, Buffer.from([unused]), content);
const critical = der(0x01, hex('ff'));
const extension = (id: string, content: Buffer, ...flags: Buffer[]): Buffer =>
  sequence(oid(id), ...flags, der(0x04, content));
const utcTime = (time: number): Buffer =>
  der(
    0x17,
    `${new Date(time)
      .toISOString()
      .replace(/[-:T]|\..*/g, '')
      .slice(2)}Z`,
  );
const commonName = (name: string): Buffer => sequence(der(0x31, sequence(oid('550403'), der(0x0c, name))));

const ecdsaWithSha256 = sequence(oid('2a8648ce3d040302'));
const keyId = (key: KeyObject): Buffer =>
  createHash('sha1')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest();

interface Subject {
  readonly name: string;
  readonly publicKey: KeyObject;
  readonly extensions: readonly Buffer[];
}

interface Issuer {
  readonly name: string;
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

/** Valid from a month ago for two, so that a machine whose clock is off, on purpose or not, still accepts it. */
function issue(subject: Subject, issuer: Issuer): string {
  const now = Date.now();
  const content = sequence(
    der(0xa0, der(0x02, hex('02'))),
    der(0x02, hex('01'), randomBytes(15)),
    ecdsaWithSha256,
    commonName(issuer.name),
    sequence(utcTime(now - 30 * dayMs), utcTime(now + 30 * dayMs)),
    commonName(subject.name),
    subject.publicKey.export({ type: 'spki', format: 'der' }),
    der(
      0xa3,
      sequence(
        ...subject.extensions,
        extension('551d0e', der(0x04, keyId(subject.publicKey))),
        extension('551d23', sequence(der(0x80, keyId(issuer.publicKey)))),
      ),
    ),
  );
  const signed = sequence(content, ecdsaWithSha256, bits(sign('sha256', content, issuer.privateKey)));
  const lines = signed.toString('base64').match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}

const newKeys = (): Pick<Issuer, 'publicKey' | 'privateKey'> => generateKeyPairSync('ec', { namedCurve: 'P-256' });

export interface ServerCertificate {
  /** PEM */
  readonly cert: string;
  readonly key: string;
}

export class CertificateAuthority {
  readonly #issuer: Issuer = { name: 'AWS stand-in for tests', ...newKeys() };
  readonly #server = newKeys();
  readonly #issued = new Map<string, ServerCertificate>();
  /** PEM, for the client's list of trusted authorities. */
  readonly cert: string;

  constructor() {
    const isAuthority = extension('551d13', sequence(critical), critical);
    const signsCertificates = extension('551d0f', bits(hex('04'), 2), critical);
    this.cert = issue({ ...this.#issuer, extensions: [isAuthority, signsCertificates] }, this.#issuer);
  }

  certificateFor(host: string): ServerCertificate {
    const known = this.#issued.get(host);
    if (known) return known;
    const names = extension('551d11', sequence(der(0x82, host)));
    const forServers = extension('551d25', sequence(oid('2b06010505070301')));
    const subject = { name: host.slice(0, 64), publicKey: this.#server.publicKey, extensions: [names, forServers] };
    const key = this.#server.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const issued = { cert: issue(subject, this.#issuer), key };
    this.#issued.set(host, issued);
    return issued;
  }
}
