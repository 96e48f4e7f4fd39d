import { createDesks } from '../../adapters/helpdesk/create-desks.ts';
import type { Settings } from '../../config/settings.ts';
import type { DeskProbe, DeskSilence } from '../../ports/desk.ts';
import { certificateCure } from './certificate-cure.ts';
import { broken, type Diagnosis, type Examination, ok, skipped, warning } from './check.ts';

const why = 'Nothing is written back: the desk gets no notes, and nobody takes over what the bot cannot solve.';

/** One check for each helpdesk in the setting DESKS. */
export function deskChecks(settings: Settings): readonly Examination[] {
  if (settings.DESKS.length === 0) return [noDesk];
  return settings.DESKS.map((entry, index) => ({
    id: `desk-${entry.id}`,
    title: `The helpdesk ${entry.name}`,
    async run({ clock }) {
      const [desk] = createDesks({ ...settings, DESKS: [entry] }, clock, () => undefined);
      if (desk === undefined) throw new RangeError('one entry makes one desk');
      return judge(await desk.probe(), { place: `DESKS [${index}]`, host: new URL(entry.url).host });
    },
  }));
}

const noDesk: Examination = {
  id: 'desks',
  title: 'Helpdesks',
  run: async () =>
    skipped({
      what: 'there is none',
      why: 'DESKS is not set, so no helpdesk hands tickets over.',
      fix: 'Set DESKS as described in docs/helpdesk.md if your helpdesk should hand tickets over.',
    }),
};

interface Where {
  /** The entry's place in the settings: `DESKS [0]`. */
  readonly place: string;
  readonly host: string;
}

function judge(look: DeskProbe, where: Where): Diagnosis {
  switch (look.kind) {
    case 'well':
      return look.triedKey
        ? ok('answers over TLS and accepts the key')
        : ok('answers over TLS; the first note will show whether it accepts our signature');
    case 'key-refused':
      return broken({
        what: `it does not accept the key (${look.status})`,
        why,
        fix: `Correct "user" and "key" of ${where.place}, or give that user the rights listed in docs/helpdesk.md.`,
      });
    case 'not-there':
      return broken({
        what: `something else answers at its URL (${look.status})`,
        why,
        fix: `Correct "url" and "kind" of ${where.place}; or a proxy or a sign-in page answers instead of ${where.host}.`,
      });
    case 'unreachable':
      return unreached(look.because, where);
  }
}

function unreached(because: DeskSilence | 'failing', { place, host }: Where): Diagnosis {
  if (typeof because === 'object') {
    const { what, fix } = certificateCure(because.certificate, `"url" of ${place}`);
    return broken({ what: `the certificate of ${host} ${what}`, why, fix });
  }
  const network = `Check "url" of ${place}, DNS and the firewall of the machine that runs the bot.`;
  switch (because) {
    case 'failing':
      return warning({
        what: 'it answers with a server error',
        why: 'Notes wait and are retried for 76 hours.',
        fix: `Try again in a few minutes. If the error persists, check the desk at ${host}.`,
      });
    case 'private-address':
      return broken({
        what: `${host} resolves to a private address`,
        why: `The bot calls private addresses only if they are listed. ${why}`,
        fix: `If the desk is on your own network, add ${host} to DESK_PRIVATE_HOSTS; otherwise correct its DNS entry.`,
      });
    case 'no-tls':
      return broken({ what: `${host} does not speak TLS`, why, fix: `Correct the port in "url" of ${place}.` });
    case 'unknown-name':
      return broken({ what: `the name ${host} does not resolve`, why, fix: network });
    case 'too-slow':
      return broken({ what: `${host} did not answer within 10 seconds`, why, fix: network });
    case 'no-answer':
      return broken({ what: `${host} did not answer`, why, fix: network });
  }
}
