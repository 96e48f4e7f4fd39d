import type { CertificateFault } from '../../domain/certificate-fault.ts';

interface Cure {
  /** Continues a sentence that begins with "the certificate". */
  readonly what: string;
  readonly fix: string;
}

/** What is wrong with a certificate, and what to do. `place` is the setting with the address. */
export function certificateCure(fault: CertificateFault, place: string): Cure {
  switch (fault) {
    case 'expired':
      return {
        what: 'has expired',
        fix: 'Ask whoever runs that server to renew it. If other machines still accept it, the clock of this machine is fast: correct it.',
      };
    case 'not-yet-valid':
      return {
        what: 'is not valid yet',
        fix: 'Check the clock of this machine first: it may be slow. If it is right, the server has to use its previous certificate until this one is valid.',
      };
    case 'wrong-name':
      return {
        what: 'is for another host name',
        fix: `Correct the host in ${place}, or give the server a certificate for that host.`,
      };
    case 'unknown-issuer':
      return {
        what: 'comes from a certificate authority that this machine does not trust',
        fix: 'If a proxy inspects your traffic, or the authority is your own, put its certificate in a file and set NODE_EXTRA_CA_CERTS to that file. If it is a public authority, the server must also send its intermediate certificates.',
      };
    case 'self-signed':
      return {
        what: 'is self-signed',
        fix: 'Give the server a certificate from a certificate authority. If the server is your own, you can set NODE_EXTRA_CA_CERTS to a file with this one instead.',
      };
    case 'refused':
      return {
        what: 'is not accepted',
        fix: 'Ask whoever runs that server to check its certificate: it was revoked, or is not a server certificate.',
      };
  }
}
