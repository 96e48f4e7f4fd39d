import { z } from 'zod';
import { scenarios } from '../../domain/scenario.ts';
import type { DeskEvent, HandedTicket, TicketSubject } from '../../domain/ticket.ts';
import { ticketTextMax } from '../../domain/ticket-text.ts';
import { withoutMarkup } from '../../domain/without-markup.ts';
import type { DeskReading } from '../../ports/desk.ts';
import { isOurText } from './marks.ts';
import { refused } from './proof.ts';

/** Text that may be missing. A desk without a value sends an empty string, a dash or its own unfilled placeholder. */
const optional = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => filled(value));

const numberSchema = z
  .union([z.string(), z.number()])
  .transform(String)
  .pipe(z.string().regex(/^(?=.{1,64}$)[A-Za-z0-9-]+(?: [A-Za-z0-9-]+)*$/));

/** The fields in the rule text of docs/helpdesk.md. Nothing else is read. */
const shared = {
  title: z.string().max(20_000).nullish(),
  text: z.string().max(60_000).nullish(),
  number: numberSchema,
  id: optional,
  by: optional,
  requester: optional,
  personId: optional,
  userPrincipalName: optional,
  tenantId: optional,
  about: optional,
  locale: optional,
  version: optional,
  delivery: optional,
  /** Only makes two deliveries of a desk without versions differ. */
  tags: optional,
};
export const writtenEvents = ['handed-over', 'answered', 'withdrawn'] as const;
export type WrittenEvent = (typeof writtenEvents)[number];

const bodySchema = z.strictObject({ event: z.enum(writtenEvents), ...shared });
const dataSchema = z.strictObject(shared);
export const envelopeSchema = z.strictObject({
  type: z.enum(['ticket.handed-over', 'ticket.answered', 'ticket.withdrawn']),
  timestamp: z.string().max(64).nullish(),
  data: dataSchema,
});

/** A delivery from a rule that the desk's administrator set up with our rule text. */
export type WrittenBody = z.infer<typeof bodySchema>;

/** Null if it is not what the rule text sends. */
export function readWritten(value: unknown): WrittenBody | null {
  const parsed = bodySchema.safeParse(value);
  return parsed.success ? parsed.data : null;
}

const pageOfDesks = 'docs/helpdesk.md';
/** What desks send by themselves, by a field that only that has. None of it says who asked in Entra, or what happened. */
const bySelf: readonly (readonly [field: string, message: string])[] = [
  [
    'freshdesk_webhook',
    `Freshdesk's own payload came. In the rule choose Advanced, and paste the text from ${pageOfDesks}.`,
  ],
  [
    'article',
    `Zammad's own payload came. In the webhook switch on Custom Payload, and paste the text from ${pageOfDesks}.`,
  ],
  [
    'zendesk_event_version',
    `An event of Zendesk came. Connect the webhook to triggers, not to event subscriptions, and paste the texts from ${pageOfDesks}.`,
  ],
  ['sys_id', `A record of ServiceNow came. Use the business rule from ${pageOfDesks}.`],
];

/** Refuses a body that is none of ours, and says which field is wrong and how to set it. */
export function unknownShape(
  value: unknown,
  schema: z.ZodType = bodySchema,
): Extract<DeskReading, { kind: 'refused' }> {
  const fields = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  const own = bySelf.find(([field]) => fields.includes(field));
  return refused(422, 'unknown-shape', own?.[1] ?? wrongField(schema.safeParse(value).error));
}

function wrongField(error: z.ZodError | undefined): string {
  const [issue] = error?.issues ?? [];
  const where = issue?.path.join('.') ?? '';
  // The names come from the desk; its values are never repeated.
  const names = issue?.code === 'unrecognized_keys' ? issue.keys.join(', ').slice(0, 200) : where;
  const what = issue?.code === 'unrecognized_keys' ? 'is not known' : 'is missing or not valid';
  return `${names === '' ? 'The body' : names} ${what}. Paste the text from ${pageOfDesks} again.`;
}

/** The same inside the Standard Webhooks envelope. */
export function readEnvelope(value: unknown): WrittenBody | null {
  const parsed = envelopeSchema.safeParse(value);
  if (!parsed.success) return null;
  const event = writtenEvents.find((one) => parsed.data.type === `ticket.${one}`);
  return event === undefined ? null : { ...parsed.data.data, event };
}

/** What the delivery means. `ownUsers`: names of our own API user at the desk. */
export function eventOf(body: WrittenBody, ownUsers: readonly string[]): DeskEvent {
  if (isOwnUser(body.by, ownUsers)) return { kind: 'nothing', because: 'own-echo' };
  const { number, by, requester } = body;
  // What the person says themselves at the desk is no answer to them.
  if (body.event === 'answered' && by !== null && by === requester) return { kind: 'nothing', because: 'not-for-us' };
  const version = versionOf(body.version);
  if (body.event === 'withdrawn') return { kind: 'withdrawn', number, version };
  if (body.event === 'handed-over') return { kind: 'handed-over', ticket: ticketOf(body) };
  return answerOf(number, body.text ?? '', version, body.by);
}

/** A colleague's reply; `nothing` if it is empty or our own. */
export function answerOf(number: string, given: string, version: number | null, author: string | null): DeskEvent {
  const text = withoutMarkup(given, ticketTextMax.answer);
  if (isOurText(text)) return { kind: 'nothing', because: 'own-echo' };
  if (text === '') return { kind: 'nothing', because: 'not-for-us' };
  return { kind: 'colleague-answered', number, text, version, author };
}

export function isOwnUser(by: string | null, ownUsers: readonly string[]): boolean {
  return by !== null && ownUsers.some((own) => own.toLowerCase() === by.toLowerCase());
}

/** Form choices may differ in case and spacing; for an unknown one, the person is asked. */
export function subjectOf(text: string | null): TicketSubject {
  const word = (text ?? '')
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-')
    .replace(/^onetenant-/, '');
  if (word === 'status') return 'status';
  return scenarios.find((scenario) => scenario === word) ?? 'ask';
}

const alphabet = [...'abcdefghijklmnopqrstuvwxyz'];
let languageNames: ReadonlyMap<string, string> | null = null;

/** The names of all languages with a two-letter code, in English and in the language itself. Created on first use. */
function namesOfLanguages(): ReadonlyMap<string, string> {
  languageNames ??= new Map(
    alphabet
      .flatMap((first) => alphabet.map((second) => `${first}${second}`))
      .flatMap((tag) => [tag, 'en'].map((reader) => [nameOf(tag, reader), tag] as const)),
  );
  return languageNames;
}

function nameOf(tag: string, reader: string): string {
  return (new Intl.DisplayNames([reader], { type: 'language' }).of(tag) ?? tag).toLowerCase();
}

/** A language tag, or the language name that some desks send. */
export function requesterLocale(text: string | null): string | null {
  if (text === null) return null;
  if (/^[a-z]{2,3}([-_][a-z0-9]{2,8}){0,2}$/i.test(text)) return text.replaceAll('_', '-');
  const [name = ''] = text.toLowerCase().split(/[^\p{L}]/u);
  return namesOfLanguages().get(name) ?? null;
}

/** A counter or a timestamp, whichever the desk has; both increase. */
export function versionOf(text: string | null): number | null {
  if (text === null) return null;
  const at = /^\d{1,15}$/.test(text) ? Number(text) : Date.parse(text);
  return Number.isSafeInteger(at) && at >= 0 ? at : null;
}

function ticketOf(body: WrittenBody): HandedTicket {
  return {
    number: body.number,
    title: withoutMarkup(body.title ?? '', 200),
    requester: {
      personId: body.personId,
      userPrincipalName: body.userPrincipalName,
      tenantId: body.tenantId,
    },
    about: subjectOf(body.about),
    locale: requesterLocale(body.locale),
    version: versionOf(body.version),
    requesterAtDesk: body.requester,
  };
}

function filled(value: string | number | null | undefined): string | null {
  const text = String(value ?? '').trim();
  const isUnfilled = text === '' || text === '-' || /^(?:\{\{|[#$]\{)/.test(text);
  return isUnfilled ? null : text.slice(0, 320);
}
