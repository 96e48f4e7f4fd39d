import { randomBytes } from 'node:crypto';
import { generate } from 'selfsigned';

export interface LocalCertificates {
  /** Trust this one. */
  readonly caPem: string;
  /** The server's own, for localhost and 127.0.0.1. */
  readonly certificatePem: string;
  readonly keyPem: string;
}

let made: Promise<LocalCertificates> | null = null;

/** A certificate authority that lives as long as the process, and one certificate for loopback signed by it. */
export function localCertificates(): Promise<LocalCertificates> {
  made ??= makeCertificates();
  return made;
}

async function makeCertificates(): Promise<LocalCertificates> {
  // The day before: clocks of other processes on this machine may be set back in tests.
  const notBeforeDate = new Date(Date.now() - 24 * 3600_000);
  const notAfterDate = new Date(Date.now() + 365 * 24 * 3600_000);
  const common = { keyType: 'ec', curve: 'P-256', algorithm: 'sha256', notBeforeDate, notAfterDate } as const;
  // Authorities are looked up by name, so two of them in one process (as in tests) must not share one.
  const name = `OneTenant sandbox ${randomBytes(8).toString('hex')}`;
  const authority = await generate([{ name: 'commonName', value: name }], {
    ...common,
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
  const leaf = await generate([{ name: 'commonName', value: 'localhost' }], {
    ...common,
    ca: { key: authority.private, cert: authority.cert },
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', digitalSignature: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
          { type: 7, ip: '::1' },
        ],
      },
    ],
  });
  return { caPem: authority.cert, certificatePem: leaf.cert, keyPem: leaf.private };
}
