import { connect } from 'node:tls';
import type { Settings } from '../../config/settings.ts';
import { certificateFaultOf } from '../../domain/certificate-fault.ts';
import { countOf } from '../../domain/count-of.ts';
import { certificateCure } from './certificate-cure.ts';
import { broken, type Diagnosis, type Examination, ok, warning } from './check.ts';
import { isPlainHttp } from './loopback.ts';

const patienceMs = 5_000;
const soonDays = 14;
const dayMs = 24 * 60 * 60_000;

type Handshake =
  | { readonly kind: 'shaken'; readonly trusted: boolean; readonly because: string; readonly validTo: number }
  | { readonly kind: 'failed' };

export const checkTls: Examination = {
  id: 'tls',
  title: 'Encryption (TLS)',
  async run({ settings, clock }) {
    const addresses = addressesOf(settings);
    const plain = addresses.filter(({ url }) => isPlainHttp(url));
    if (plain.length > 0)
      return broken({
        what: `${plain.map(({ name }) => name).join(', ')} is not https`,
        why: 'Anyone on the network can read tokens and secrets.',
        fix: 'Use https:// in these settings.',
      });
    const verdicts = await Promise.all(addresses.map((address) => judge(address, clock.now())));
    return (
      verdicts.find((verdict) => verdict?.outcome === 'broken') ??
      verdicts.find((verdict) => verdict !== null) ??
      ok('every certificate is trusted')
    );
  },
};

interface Address {
  readonly name: string;
  readonly url: string;
}

function addressesOf(settings: Settings): readonly Address[] {
  const names = ['LOGIN_URL', 'GRAPH_URL', 'ARM_URL', 'TOKEN_SERVICE_URL', 'DIRECT_LINE_URL', 'PUBLIC_URL'] as const;
  const all = [...names, 'BOT_OPENID_URL' as const].map((name) => ({ name, url: settings[name] ?? '' }));
  return all.filter(({ url }) => url !== '');
}

/** What is wrong with one address. Null if nothing is, or if it does not respond, which another check reports. */
async function judge({ name, url }: Address, now: number): Promise<Diagnosis | null> {
  const { protocol, hostname, port } = new URL(url);
  if (protocol !== 'https:') return null;
  const handshake = await shakeHands(hostname, port === '' ? 443 : Number(port));
  if (handshake.kind === 'failed') return null;
  if (!handshake.trusted) {
    const { what, fix } = certificateCure(certificateFaultOf(handshake.because) ?? 'refused', name);
    return broken({
      what: `the certificate at ${name} ${what} (${handshake.because})`,
      why: 'The bot refuses to connect to it.',
      fix,
    });
  }
  const daysLeft = Math.floor((handshake.validTo - now) / dayMs);
  if (daysLeft > soonDays) return null;
  return warning({
    what: `the certificate at ${name} expires in ${countOf(daysLeft, 'day')}`,
    why: 'After that, nothing connects to it.',
    fix: 'Renew it, or find out why automatic renewal did not happen.',
  });
}

function shakeHands(host: string, port: number): Promise<Handshake> {
  return new Promise((resolve) => {
    const isAddress = /^[\d.]+$|:/.test(host);
    // An untrusted certificate is what we are looking for, and nothing is sent over this connection.
    const socket = connect({ host, port, rejectUnauthorized: false, ...(isAddress ? {} : { servername: host }) });
    socket.setTimeout(patienceMs, () => socket.destroy(new Error('too slow')));
    socket.once('error', () => resolve({ kind: 'failed' }));
    socket.once('secureConnect', () => {
      const { authorized, authorizationError } = socket;
      const validTo = Date.parse(socket.getPeerCertificate().valid_to);
      socket.destroy();
      resolve({ kind: 'shaken', trusted: authorized, because: String(authorizationError ?? ''), validTo });
    });
  });
}
