import { createDesks } from '../../adapters/helpdesk/create-desks.ts';
import type { Settings } from '../../config/settings.ts';
import type { Desk, DeskProbe, DeskSilence } from '../../ports/desk.ts';
import { certificateCure } from './certificate-cure.ts';
import { broken, type Diagnosis, type Examination, ok, skipped, warning } from './check.ts';

const why = 'Nothing is written back: the desk sees no note, and nobody takes over what the bot cannot solve.';

/** One check for each helpdesk of the setting DESKS. */
export function deskChecks(settings: Settings): readonly Examination[] {
  if (settings.DESKS.length === 0) return [noDesk];
  return settings.DESKS.map((entry, index) => ({
    id: `desk-${entry.id}`,
    title: `The helpdesk ${entry.name}`,
    async run({ clock }) {
      const [desk] = createDesks({ ...settings, DESKS: [entry] }, clock, () => undefined);
      if (desk === undefined) throw new RangeError('one entry makes one desk');
      return judge(await desk.probe(), desk, { place: `DESKS [${index}]`, host: new URL(entry.url).host });
    },
  }));
}

const noDesk: Examination = {
  id: 'desks',
  title: 'Helpdesks',
  run: async () =>
    skipped({
      what: 'there is none',
      why: 'DESKS is not set, so nobody hands tickets over.',
      fix: 'Set DESKS as docs/helpdesk.md says, if your helpdesk should hand tickets over.',
    }),
};

interface Where {
  /** The entry, as the settings name it: `DESKS [0]`. */
  readonly place: string;
  readonly host: string;
}

function judge(look: DeskProbe, { kind }: Desk, where: Where): Diagnosis {
  switch (look.kind) {
    case 'well':
      return kind === 'generic'
        ? ok('answers over TLS; whether it takes our signature shows with the first note')
        : ok('answers over TLS, and takes the key');
    case 'key-refused':
      return broken({
        what: `it does not take the key (${look.status})`,
        why,
        fix: `Correct "user" and "key" of ${where.place}, or give that user its rights at the desk; docs/helpdesk.md names them.`,
      });
    case 'not-there':
      return broken({
        what: `something else answers at its address (${look.status})`,
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
  const network = `Check "url" of ${place}, the name resolution and the firewall of the machine that runs the bot.`;
  switch (because) {
    case 'failing':
      return warning({
        what: 'it answers that it is out of order',
        why: 'What is written back waits, and is tried for 76 hours.',
        fix: `Try again in some minutes; if it stays, look at the desk at ${host}.`,
      });
    case 'private-address':
      return broken({
        what: `${host} leads to a private address`,
        why: `The bot calls no private address that is not named. ${why}`,
        fix: `If the desk stands on your own network, add ${host} to DESK_PRIVATE_HOSTS; else correct the name resolution.`,
      });
    case 'no-tls':
      return broken({ what: `${host} does not speak TLS`, why, fix: `Correct the port in "url" of ${place}.` });
    case 'unknown-name':
      return broken({ what: `nobody knows the name ${host}`, why, fix: network });
    case 'too-slow':
      return broken({ what: `${host} did not answer within 10 seconds`, why, fix: network });
    case 'no-answer':
      return broken({ what: `${host} did not answer`, why, fix: network });
  }
}
