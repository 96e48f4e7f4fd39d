import { z } from 'zod';
import type { DeskEvent } from '../../../domain/ticket.ts';
import { withoutMarkup } from '../../../domain/without-markup.ts';
import type { DeskEntry, DeskFieldName } from '../desk-entry.ts';
import { ownUsersOf } from '../requester.ts';
import { answerOf, isOwnUser, requesterLocale, subjectOf } from '../written-body.ts';
import { withoutWikiMarkup } from './wiki-markup.ts';

const userSchema = z.object({ accountId: z.string(), accountType: z.string().nullish() });
/** Characters of a comment that are looked at; of what is left, 2,000 are shown. */
const longestRead = 8_000;
const keyShape = /^[A-Za-z0-9_-]{1,64}$/;
const issueSchema = z.object({
  key: z.string().regex(keyShape),
  fields: z.looseObject({
    summary: z.string().max(20_000).nullish(),
    labels: z.array(z.string()).nullish(),
    status: z.object({ name: z.string(), statusCategory: z.object({ key: z.string() }).nullish() }).nullish(),
    reporter: userSchema.nullish(),
  }),
});
const changeSchema = z.object({
  field: z.string(),
  fieldId: z.unknown().optional(),
  // Every object inherits a `toString`, so a field that was not sent could look like a malformed one.
  fromString: z.unknown().optional(),
  toString: z.unknown().optional(),
});
const webhookSchema = z.object({
  timestamp: z.number().int().nonnegative().nullish(),
  webhookEvent: z.string(),
  user: userSchema.nullish(),
  issue: issueSchema,
  changelog: z.object({ items: z.array(changeSchema) }).nullish(),
  comment: z
    .object({
      body: z.string().max(60_000),
      jsdPublic: z.boolean().nullish(),
      /** The role or group that it is for, if it is not for everybody. */
      visibility: z.unknown().optional(),
      author: userSchema.nullish(),
    })
    .nullish(),
});
type Webhook = z.infer<typeof webhookSchema>;

/** Jira Data Center names its users; Jira Cloud has an account id for each. */
const ofDataCenterSchema = z.object({ user: z.object({ name: z.string(), accountId: z.undefined().optional() }) });

/** Why a webhook is none that is read, and how to set it, for whoever reads its log. Its values are never repeated. */
export function whatIsWrong(value: unknown): string {
  if (ofDataCenterSchema.safeParse(value).success)
    return 'A webhook of Jira Data Center came. This kind of desk is Jira Cloud; use "generic" for Data Center.';
  const [issue] = webhookSchema.safeParse(value).error?.issues ?? [];
  const where = issue?.path.join('.') ?? '';
  const field = where === '' ? 'The body' : where;
  return `${field} is missing or not valid. Send the webhook of Jira itself, without a body of your own, for the events in docs/helpdesk.md.`;
}

const notForUs: DeskEvent = { kind: 'nothing', because: 'not-for-us' };

/** What a Jira webhook means. It fires on every change, and most changes do not concern us. */
export function readJira(value: unknown, entry: DeskEntry): DeskEvent | null {
  const parsed = webhookSchema.safeParse(value);
  if (!parsed.success) return null;
  const webhook = parsed.data;
  const by = webhook.user?.accountId ?? webhook.comment?.author?.accountId ?? null;
  if (isOwnUser(by, ownUsersOf(entry))) return { kind: 'nothing', because: 'own-echo' };
  switch (webhook.webhookEvent) {
    case 'comment_created':
      return answered(webhook);
    case 'jira:issue_deleted':
      return withdrawn(webhook);
    case 'jira:issue_created':
      return isLabelled(webhook, entry) ? handedOver(webhook, entry) : notForUs;
    case 'jira:issue_updated':
      return updated(webhook, entry);
    default:
      return notForUs;
  }
}

function updated(webhook: Webhook, entry: DeskEntry): DeskEvent {
  const changes = webhook.changelog?.items ?? [];
  const label = labelOf(entry);
  const labels = changes.find(({ field }) => field === 'labels');
  const had = labels !== undefined && wordsIn(labels.fromString).includes(label);
  const has = labels !== undefined && wordsIn(labels.toString).includes(label);
  if (has && !had) return handedOver(webhook, entry);
  if (had && !has) return withdrawn(webhook);
  const moved = changes.find(({ field }) => field === 'Key')?.fromString;
  // In another project it has another number, and other people look after it.
  if (typeof moved === 'string' && keyShape.test(moved)) return { ...withdrawn(webhook), number: moved };
  const own = [entry.fields?.personId, entry.fields?.userPrincipalName];
  const isReassigned = changes.some(
    ({ field, fieldId }) => field === 'reporter' || (typeof fieldId === 'string' && own.includes(fieldId)),
  );
  if (isReassigned && isLabelled(webhook, entry)) return handedOver(webhook, entry);
  const isClosed =
    webhook.issue.fields.status?.statusCategory?.key === 'done' && changes.some(({ field }) => field === 'status');
  return isClosed ? withdrawn(webhook) : notForUs;
}

/**
 * Only a colleague's reply that the person may read: no internal note, none for a role or group, no app's, and not the person's
 * own. Jira does not name the reporter with a comment, so whose it is can also be told by who handed the ticket over.
 */
function answered({ comment, issue, timestamp }: Webhook): DeskEvent {
  if (comment?.jsdPublic !== true || (comment.visibility ?? null) !== null) return notForUs;
  const { accountId: author = null, accountType } = comment.author ?? {};
  const isThePerson = author !== null && author === issue.fields.reporter?.accountId;
  if (isThePerson || accountType === 'customer' || accountType === 'app') return notForUs;
  return answerOf(issue.key, withoutWikiMarkup(comment.body.slice(0, longestRead)), timestamp ?? null, author);
}

function withdrawn({ issue, timestamp }: Webhook): Extract<DeskEvent, { kind: 'withdrawn' }> {
  return { kind: 'withdrawn', number: issue.key, version: timestamp ?? null };
}

function handedOver({ issue, timestamp }: Webhook, entry: DeskEntry): DeskEvent {
  const field = (name: DeskFieldName): string | null => {
    const key = entry.fields?.[name];
    return key === undefined ? null : textIn(issue.fields[key]);
  };
  return {
    kind: 'handed-over',
    ticket: {
      number: issue.key,
      title: withoutMarkup(issue.fields.summary ?? '', 200),
      requester: {
        personId: field('personId'),
        userPrincipalName: field('userPrincipalName'),
        tenantId: field('tenantId'),
      },
      about: subjectOf(field('scenario')),
      locale: requesterLocale(field('locale')),
      version: timestamp ?? null,
      requesterAtDesk: issue.fields.reporter?.accountId ?? null,
    },
  };
}

function isLabelled({ issue }: Webhook, entry: DeskEntry): boolean {
  return issue.fields.labels?.includes(labelOf(entry)) === true;
}

function labelOf({ options }: DeskEntry): string {
  return options?.label ?? 'onetenant';
}

function wordsIn(labels: unknown): readonly string[] {
  return typeof labels === 'string' ? labels.split(/\s+/) : [];
}

/** A custom field holds text, or one choice from a list. */
function textIn(value: unknown): string | null {
  const parsed = z
    .union([z.string(), z.object({ value: z.string() }).transform((choice) => choice.value)])
    .safeParse(value);
  const text = parsed.success ? parsed.data.trim() : '';
  return text === '' ? null : text.slice(0, 320);
}
