import type { CertificateFault } from '../../domain/certificate-fault.ts';

interface Cure {
  /** Goes on after "the certificate". */
  readonly what: string;
  readonly fix: string;
}

/** What is wrong with a certificate, and what to do. `place` is the setting that names the address. */
export function certificateCure(fault: CertificateFault, place: string): Cure {
  switch (fault) {
    case 'expired':
      return {
        what: 'has expired',
        fix: 'Have it renewed by whoever runs that server. If other machines still accept it, the clock of this one is fast: set it.',
      };
    case 'not-yet-valid':
      return {
        what: 'is not valid yet',
        fix: 'Look at the clock of this machine first: it may be slow. If it is right, have the server use the earlier certificate until this one begins.',
      };
    case 'wrong-name':
      return {
        what: 'was made for another name',
        fix: `Correct the host in ${place}, or have the server use a certificate that names that host.`,
      };
    case 'unknown-issuer':
      return {
        what: 'comes from an authority that this machine does not know',
        fix: 'If a proxy of yours inspects traffic, or the authority is your own, give the certificate of that authority in NODE_EXTRA_CA_CERTS. If it is a public authority, have the server send its intermediate certificates too.',
      };
    case 'self-signed':
      return {
        what: 'is signed by itself and by no authority',
        fix: 'Have the server use a certificate of an authority. If the server is your own, you can give this one in NODE_EXTRA_CA_CERTS instead.',
      };
    case 'refused':
      return {
        what: 'is not accepted',
        fix: 'Have whoever runs that server look at its certificate: it was withdrawn, or not made for servers.',
      };
  }
}
