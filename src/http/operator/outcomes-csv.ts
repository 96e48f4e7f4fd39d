import type { KeptQuestion, QuestionCount } from '../../ports/question-log.ts';
import type { TicketOutcome } from '../../ports/ticket-records.ts';

/** Tells spreadsheet programs that the text is UTF-8. */
const byteOrderMark = '\uFEFF';

// Fixed names and not translated ones, so that tools reading the file do not depend on the operator's language.
const columns = [
  'ticket',
  'desk',
  'number',
  'about',
  'state',
  'because',
  'received',
  'taken_up',
  'changed',
  'not_delivered',
] as const;

export function csvHead(): string {
  return byteOrderMark + line(columns);
}

/** One row; dates are ISO 8601 in UTC. */
export function csvRow(outcome: TicketOutcome): string {
  const { id, deskId, number, about, state, because, receivedAt, takenUpAt, changedAt, effectsDead } = outcome;
  return line([id, deskId, number, about, state, because, receivedAt, takenUpAt, changedAt, String(effectsDead)]);
}

/** How questions end, and the wording of what was kept: one row per count and per text. */
export function questionsCsv(counts: readonly QuestionCount[], texts: readonly KeptQuestion[]): string {
  const rows = [
    ...counts.map(({ day, outcome, found, count }) => [day, outcome, found, null, String(count), null]),
    ...texts.map(({ day, outcome, found, locale, text }) => [day, outcome, found, locale, null, text]),
  ];
  return byteOrderMark + [['day', 'outcome', 'entry', 'language', 'count', 'text'], ...rows].map(line).join('');
}

function line(cells: readonly (string | null)[]): string {
  return `${cells.map((cell) => quoted(guarded(cell ?? ''))).join(',')}\r\n`;
}

/** A spreadsheet would execute a cell that begins like a formula. Source: OWASP, CSV injection. */
function guarded(text: string): string {
  return /^[\s\p{Cf}]*[=+\-@|\t\r\n＝＋－＠]/u.test(text) ? `'${text}` : text;
}

function quoted(text: string): string {
  return /[",;\r\n\t']/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
