import { createDesks } from '../../adapters/helpdesk/create-desks.ts';
import type { Settings } from '../../config/settings.ts';
import { type DeskProbe, type DeskRight, type DeskSilence, deskRights, type TokenFault } from '../../ports/desk.ts';
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
      const signsInWith = entry.oauth === undefined ? '"user" and "key"' : '"oauth"';
      return judge(await desk.probe(), { place: `DESKS [${index}]`, host: new URL(entry.url).host, signsInWith });
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
  /** The names in the entry that sign in. */
  readonly signsInWith: string;
}

/** What the bot does with each right, to follow "may" and "may not". */
const deeds = {
  read: 'read every ticket',
  'find-notes': 'read its own notes',
  note: 'write notes',
  answer: 'answer people in public',
  'change-state': 'change states',
} as const satisfies Record<DeskRight, string>;

function judge(look: DeskProbe, where: Where): Diagnosis {
  switch (look.kind) {
    case 'well':
      if (!look.triedKey) return ok('answers over TLS; the first note will show whether it accepts our signature');
      return look.mayNot.length === 0 ? ok(wellText(look.may)) : lacking(look.mayNot, where);
    case 'key-refused':
      return broken({
        what: `it does not accept the key (${look.status})`,
        why,
        fix: `Correct ${where.signsInWith} of ${where.place}, or give that user the rights listed in docs/helpdesk.md.`,
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

function wellText(may: readonly DeskRight[]): string {
  const text = 'answers over TLS and accepts the key';
  const unknown = deskRights.filter((right) => right !== 'find-notes' && !may.includes(right));
  return unknown.length === 0
    ? `${text}; the bot may ${namesOf(may)}`
    : `${text}; the first note will show whether the bot may ${namesOf(unknown)}`;
}

/** Without the right to find its notes, the bot works, and can write one twice after an answer that never came. */
function lacking(mayNot: readonly DeskRight[], { place }: Where): Diagnosis {
  const isSmall = mayNot.every((right) => right === 'find-notes');
  return (isSmall ? warning : broken)({
    what: `it accepts the key, but the bot may not ${namesOf(mayNot)}`,
    why: isSmall ? 'After an answer that never came, a note can appear twice.' : why,
    fix: `Give the user of ${place} the rights listed in docs/helpdesk.md.`,
  });
}

function namesOf(rights: readonly DeskRight[]): string {
  return rights.map((right) => deeds[right]).join(', ');
}

/** What there is to do where no token comes. */
function withoutToken(fault: TokenFault, where: Where): Diagnosis {
  const { because, silence, status, code, host } = fault;
  if (silence !== null) return unreached(silence, { ...where, host });
  const { place } = where;
  const answer = code === '' ? `${status}` : `${status}, ${code}`;
  switch (because) {
    case 'refused':
      return broken({
        what: `${host} gives no token (${answer})`,
        why,
        fix: `Correct "clientId", "clientSecret" and "scope" in "oauth" of ${place}; a refresh token may have ended.`,
      });
    case 'not-there':
      return broken({
        what: `something else answers at ${host} where tokens should come from (${answer})`,
        why,
        fix: `Correct "url" of ${place}, or "tokenUrl" in its "oauth".`,
      });
    case 'busy':
    case 'failing':
    case 'silent':
      return warning({
        what: `${host} gives no token now (${answer})`,
        why: 'Notes wait and are retried for 76 hours.',
        fix: `Try again in a few minutes. If the error persists, check ${host}.`,
      });
  }
}

function unreached(because: DeskSilence | 'failing', where: Where): Diagnosis {
  if (typeof because === 'object' && 'signIn' in because) return withoutToken(because.signIn, where);
  const { place, host } = where;
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
