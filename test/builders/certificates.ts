import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { generate } from 'selfsigned';

const dayMs = 24 * 3_600_000;

/** An authority that nobody knows until its certificate is trusted. */
export interface Authority {
  readonly certificatePem: string;
  /** A server on loopback with a certificate of this authority. Days are counted from now. */
  serves(changes?: { readonly name?: string; readonly fromDay?: number; readonly toDay?: number }): Promise<TlsPlace>;
}

export interface TlsPlace {
  readonly port: number;
  /** `https://localhost:<port>` */
  readonly origin: string;
  close(): void;
}

export async function anAuthority(): Promise<Authority> {
  const { cert, private: key } = await generate([{ name: 'commonName', value: randomBytes(8).toString('hex') }], {
    ...kindOfKey,
    ...lasting(-400, 400),
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
  return {
    certificatePem: cert,
    async serves({ name = 'localhost', fromDay = -1, toDay = 100 } = {}) {
      const leaf = await generate([{ name: 'commonName', value: name }], {
        ...kindOfKey,
        ...lasting(fromDay, toDay),
        ca: { key, cert },
        extensions: [
          { name: 'basicConstraints', cA: false },
          { name: 'extKeyUsage', serverAuth: true },
          { name: 'subjectAltName', altNames: [{ type: 2, value: name }] },
        ],
      });
      return serveTls(leaf.cert, leaf.private);
    },
  };
}

/** A server whose certificate no authority signed. */
export async function selfSignedServer(): Promise<TlsPlace> {
  const { cert, private: key } = await generate([{ name: 'commonName', value: 'localhost' }]);
  return serveTls(cert, key);
}

const kindOfKey = { keyType: 'ec', curve: 'P-256', algorithm: 'sha256' } as const;

function lasting(fromDay: number, toDay: number) {
  return {
    notBeforeDate: new Date(Date.now() + fromDay * dayMs),
    notAfterDate: new Date(Date.now() + toDay * dayMs),
  };
}

async function serveTls(cert: string, key: string): Promise<TlsPlace> {
  const server: Server = createServer({ cert, key }, (_request, response) => response.end('{}'));
  await new Promise<void>((resolve) => server.listen(0, () => resolve()));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    origin: `https://localhost:${port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
