/**
 * A key and a certificate of one start, which prove a listener on loopback to whoever knows the key beforehand. Nobody
 * else signs or checks the certificate: it holds the key and the least that TLS asks for (RFC 5280).
 */
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

export interface OwnCertificate {
  readonly key: string;
  readonly cert: string;
  /** As curl and RFC 7469 write it: what a client compares before it sends a byte. */
  readonly pin: string;
}

export function ownCertificate(): OwnCertificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  const content = sequence(
    der(0xa0, der(0x02, Buffer.of(2))),
    der(0x02, Buffer.of(1), randomBytes(15)),
    ECDSA_WITH_SHA256,
    NAME,
    FOR_EVER,
    NAME,
    spki,
  );
  const signature = der(0x03, Buffer.of(0), sign('sha256', content, privateKey));
  const whole = sequence(content, ECDSA_WITH_SHA256, signature).toString('base64').replace(/.{64}/g, '$&\n');
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${whole}\n-----END CERTIFICATE-----\n`,
    pin: `sha256//${createHash('sha256').update(spki).digest('base64')}`,
  };
}

function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.of(tag, ...size), content]);
}
const sequence = (...parts: readonly Buffer[]): Buffer => der(0x30, ...parts);

const ECDSA_WITH_SHA256 = sequence(der(0x06, Buffer.from('2a8648ce3d040302', 'hex')));
/** commonName */
const NAME = sequence(der(0x31, sequence(der(0x06, Buffer.of(0x55, 4, 3)), der(0x0c, Buffer.from('daypass')))));
/** A clock that is set wrong shall shut nobody out; the key itself lives no longer than its start of the app. */
const FOR_EVER = sequence(...['19700101000000Z', '99991231235959Z'].map((time) => der(0x18, Buffer.from(time))));
