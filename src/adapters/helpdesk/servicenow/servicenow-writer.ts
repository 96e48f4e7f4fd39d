import { z } from 'zod';
import type { DeskEffect, DeskStatus } from '../../../domain/ticket.ts';
import { noteAlone, sparesEnded } from '../../../domain/ticket-life.ts';
import type { DeskWriting } from '../../../ports/desk.ts';
import type { WriteWay } from '../desk-adapter.ts';
import type { DeskEntry, DeskFields } from '../desk-entry.ts';
import type { DeskSend } from '../desk-send.ts';
import { markedNote, markedReply, noteMark, replyMark } from '../marks.ts';
import { failureOf, inSteps, putWithState, unreadable, written } from '../outcomes.ts';
import { requesterFields } from '../requester.ts';

const rowSchema = z.object({ sys_id: z.string(), number: z.string(), state: z.string().default('') });
type Row = z.infer<typeof rowSchema>;
const rowsSchema = z.object({ result: z.array(rowSchema) });
const madeSchema = z.object({ result: rowSchema });

/** ServiceNow's default numbers for incident states. */
const stateNumbers = { open: '2', pending: '3', solved: '6' } satisfies Record<DeskStatus, string>;
const awaitingCaller = '1';
const closeCode = 'Solved (Permanently)';

/** Writes through the Table API: work notes for colleagues, comments for the person, both in one update. */
export async function updateAtServiceNow(
  entry: DeskEntry,
  effect: DeskEffect,
  number: string,
  { mayBeThere, send }: WriteWay,
): Promise<DeskWriting> {
  const row = await find(entry, `number=${number}`, send);
  if (row === null) return { kind: 'gone', status: 404 };
  if ('kind' in row) return row;
  const there = mayBeThere ? await journal(row.sys_id, effect, send) : '';
  if (typeof there !== 'string') return there;
  // One update carries everything, so either mark is enough.
  if (there.includes(noteMark(effect)) || there.includes(replyMark(effect))) return written();
  const wanted = sparesEnded(effect) && hasEnded(entry, row.state) ? noteAlone(effect) : effect;
  const path = `${tablePath(entry)}/${row.sys_id}`;
  const put = (body: object) => send({ method: 'PATCH', path, body });
  const rest = { ...wordsOf(wanted), ...tagOf(entry, wanted) };
  return inSteps([(isBegun) => putWithState(put, stateOf(entry, wanted), rest, isBegun)]);
}

/** Resolved, closed and cancelled come last among ServiceNow's own states. */
function hasEnded({ options }: DeskEntry, state: string): boolean {
  return state !== '' && Number(state) >= Number(options?.stateSolved ?? stateNumbers.solved);
}

export async function createAtServiceNow(
  entry: DeskEntry,
  effect: DeskEffect,
  { mayBeThere, send }: WriteWay,
): Promise<DeskWriting> {
  const row = mayBeThere ? await find(entry, `correlation_id=${effect.id}`, send) : null;
  if (row !== null) return 'kind' in row ? row : written(row.number);
  const { group, caller } = entry.options ?? {};
  const body = {
    short_description: effect.title,
    correlation_id: effect.id,
    correlation_display: 'OneTenant',
    ...entry.createdWith,
    ...wordsOf(effect),
    ...stateOf(entry, effect),
    ...tagOf(entry, effect),
    ...(group === undefined ? {} : { assignment_group: group }),
    ...(caller === undefined ? {} : { caller_id: caller }),
    ...Object.fromEntries(requesterFields(entry, effect)),
  };
  const answer = await send({ method: 'POST', path: tablePath(entry), body });
  const failed = failureOf(answer);
  if (failed !== null) return failed;
  const made = madeSchema.safeParse(answer.kind === 'answered' ? answer.json : null);
  return made.success ? written(made.data.result.number) : unreadable(answer, true);
}

async function find(entry: DeskEntry, query: string, send: DeskSend): Promise<Row | null | DeskWriting> {
  const search = new URLSearchParams({
    sysparm_query: query,
    sysparm_fields: 'sys_id,number,state',
    sysparm_limit: '1',
  });
  const answer = await send({ method: 'GET', path: `${tablePath(entry)}?${search}` });
  const parsed = rowsSchema.safeParse(answer.kind === 'answered' ? answer.json : null);
  if (failureOf(answer) !== null || !parsed.success) return unreadable(answer, false);
  return parsed.data.result[0] ?? null;
}

/** Journal entries with this effect's mark, unprocessed. */
async function journal(sysId: string, effect: DeskEffect, send: DeskSend): Promise<string | DeskWriting> {
  const search = new URLSearchParams({
    sysparm_query: `element_id=${sysId}^valueLIKEonetenant:${effect.id}`,
    sysparm_fields: 'element,value',
    // The search for effect 1 also finds effect 12, so a few results are checked.
    sysparm_limit: '20',
  });
  const answer = await send({ method: 'GET', path: `/api/now/table/sys_journal_field?${search}` });
  if (answer.kind === 'answered' && failureOf(answer) === null) return answer.text;
  return unreadable(answer, true);
}

function wordsOf(effect: DeskEffect): Readonly<Record<string, string>> {
  const note = markedNote(effect);
  const reply = markedReply(effect);
  return { ...(note === '' ? {} : { work_notes: note }), ...(reply === '' ? {} : { comments: reply }) };
}

/** A pending incident requires a reason, and a resolved one a close code. */
function stateOf({ options, solvedWith }: DeskEntry, { status, note }: DeskEffect): DeskFields {
  if (status === null) return {};
  if (status === 'open') return { state: options?.stateOpen ?? stateNumbers.open };
  if (status === 'pending')
    return {
      state: options?.statePending ?? stateNumbers.pending,
      hold_reason: options?.holdReason ?? awaitingCaller,
    };
  return {
    state: options?.stateSolved ?? stateNumbers.solved,
    close_code: options?.closeCode ?? closeCode,
    close_notes: note === '' ? 'OneTenant' : note.slice(0, 1_000),
    ...solvedWith,
  };
}

/** The Table API has no tags; a custom column can hold the latest one. */
function tagOf({ options }: DeskEntry, { tag }: DeskEffect): Readonly<Record<string, string>> {
  const column = options?.tagField;
  return column === undefined || tag === null ? {} : { [column]: tag };
}

/** Path of the table that holds the tickets. */
export function tablePath({ options }: DeskEntry): string {
  return `/api/now/table/${encodeURIComponent(options?.table ?? 'incident')}`;
}
