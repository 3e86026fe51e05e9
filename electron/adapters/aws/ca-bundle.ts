/** Trust in the certificate authorities of AWS_CA_BUNDLE, beside those that the operating system trusts. */
import { X509Certificate } from 'node:crypto';

const PEM = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

export type CaBundle = readonly X509Certificate[];

/** The certificates of a PEM file; what is not one is passed over. */
export function parseCaBundle(pem: string): CaBundle {
  return (pem.match(PEM) ?? []).flatMap((text) => {
    try {
      return [new X509Certificate(text)];
    } catch {
      return [];
    }
  });
}

/** `chain` is PEM, the server's own certificate first. True when it is for this host, in date, and leads to the bundle. */
export function trustedByBundle(bundle: CaBundle, chain: readonly string[], host: string, now: number): boolean {
  const [leaf, ...rest] = chain.map((pem) => new X509Certificate(pem));
  if (!leaf?.checkHost(host)) return false;
  const inDate = (cert: X509Certificate) => Date.parse(cert.validFrom) <= now && now <= Date.parse(cert.validTo);
  const issuedBy = (cert: X509Certificate) => (by: X509Certificate) =>
    by.ca && inDate(by) && cert.checkIssued(by) && cert.verify(by.publicKey);
  let current = leaf;
  // No chain is longer than what was sent.
  for (let i = 0; i <= rest.length && inDate(current); i++) {
    if (bundle.some(issuedBy(current))) return true;
    const parent = rest.find((by) => by !== current && issuedBy(current)(by));
    if (!parent) return false;
    current = parent;
  }
  return false;
}
