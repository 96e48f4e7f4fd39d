import type { TurnContext } from 'botbuilder';
import { sameId } from '../../domain/text.ts';
import type { DocumentStore } from '../../ports/document-store.ts';
import type { PersonReach, Reached } from '../../ports/tickets.ts';
import { conversationKey, openRecord } from '../record/conversation-record.ts';
import type { JobRunner } from './job-runner.ts';
import type { RunTurn } from './proactive-trigger.ts';
import type { ScheduledJobs } from './scheduled-jobs.ts';

/** What writing to people about their tickets needs. */
export interface PersonReachParts {
  readonly store: DocumentStore;
  readonly adapter: {
    reachPerson(
      person: { readonly personId: string; readonly tenantId: string; readonly serviceUrl: string },
      logic: (context: TurnContext) => Promise<void>,
    ): Promise<void>;
  };
  readonly runTurn: RunTurn;
  readonly jobs: Pick<ScheduledJobs, 'planIn'>;
  readonly jobRunner: Pick<JobRunner, 'runDue'>;
  readonly teamsServiceUrl: string;
  /** Puts the app into somebody's Teams; false where that did not work. Undefined where the bot may not do that. */
  readonly install?:
    | ((person: { readonly personId: string; readonly tenantId: string }) => Promise<boolean>)
    | undefined;
  /** Tenants whose people may use the bot; empty means every tenant. */
  readonly allowedTenants?: readonly string[];
}

/** Writes to people about their tickets: in Teams where they have the app, and in the chat where a ticket is held. */
export function createPersonReach(parts: PersonReachParts): PersonReach {
  const { adapter, runTurn, jobs, jobRunner, teamsServiceUrl, install, allowedTenants = [] } = parts;
  const tryOnce = async (
    person: Parameters<PersonReach['reach']>[0],
    ticketId: string,
  ): Promise<{ readonly reached: Reached; readonly status: number | null }> => {
    let reached: Reached = { kind: 'later' };
    try {
      await adapter.reachPerson({ ...person, serviceUrl: teamsServiceUrl }, async (context) => {
        await runTurn(context, { kind: 'ticket-arrived', ticketId });
        reached = await howItWent(context, parts.store);
      });
      return { reached, status: null };
    } catch (error) {
      return { reached: { kind: isNoChat(error) ? 'not-there' : 'later' }, status: statusOf(error) };
    }
  };
  return {
    async reach(person, ticketId): Promise<Reached> {
      const isAllowed = allowedTenants.length === 0 || allowedTenants.some((one) => sameId(one, person.tenantId));
      if (!isAllowed) return { kind: 'not-there' };
      const first = await tryOnce(person, ticketId);
      // Teams answers 403 for people who do not have the app. Once they have it, there is one more try.
      if (first.status !== 403 || install === undefined || !(await install(person))) return first.reached;
      return (await tryOnce(person, ticketId)).reached;
    },
    async continueChat(conversation, ticketId): Promise<void> {
      await jobs.planIn(0, conversation, { kind: 'ticket-changed', ticketId });
      void jobRunner.runDue();
    },
  };
}

/** A turn never fails for what the channel refuses: what it kept tells how the message fared. */
async function howItWent(context: TurnContext, store: DocumentStore): Promise<Reached> {
  const stored = await store.read(conversationKey(context));
  const opened = stored === null ? null : openRecord(stored.value);
  if (opened?.kind !== 'opened') return { kind: 'later' };
  const { reference, outbox } = opened.record;
  if (reference === null) return { kind: 'not-there' };
  return { kind: outbox === null ? 'reached' : 'later' };
}

/** Whether Teams has no chat with this person. The bot's own faults pass: no token now, too many requests. */
export function isNoChat(error: unknown): boolean {
  const status = statusOf(error);
  return status !== null && status >= 400 && status < 500 && ![401, 408, 429].includes(status);
}

function statusOf(error: unknown): number | null {
  const isTold = typeof error === 'object' && error !== null && 'status' in error;
  return isTold && typeof error.status === 'number' ? error.status : null;
}
