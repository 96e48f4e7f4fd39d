import type { DeskKind } from '../../domain/ticket.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Desk, DeskReading } from '../../ports/desk.ts';
import type { DeskAdapter, DeskParts } from './desk-adapter.ts';
import type { DeskEntry } from './desk-entry.ts';
import { createDeskSend, type DeskSend, type ObserveDesk, withinBudget } from './desk-send.ts';
import { createFreshdeskDesk } from './freshdesk/freshdesk-desk.ts';
import { createGenericDesk } from './generic/generic-desk.ts';
import { createJiraDesk } from './jira/jira-desk.ts';
import { isOneOf } from './proof.ts';
import { basic } from './requester.ts';
import { createServiceNowDesk } from './servicenow/servicenow-desk.ts';
import { createZammadDesk } from './zammad/zammad-desk.ts';
import { createZendeskDesk } from './zendesk/zendesk-desk.ts';

export interface DesksSettings {
  readonly DESKS: readonly DeskEntry[];
  readonly DESK_PRIVATE_HOSTS: readonly string[];
}

/** Time limit for one effect, with its retries, in milliseconds: well within the 30 seconds of its claim. */
const effectBudgetMs = 18_000;

/** Long enough for a slow desk, short enough for the person waiting for the report. */
const lookBudgetMs = 10_000;

const numberShape = /^[A-Za-z0-9-]{1,64}$/;

const builders = {
  zendesk: createZendeskDesk,
  jira: createJiraDesk,
  zammad: createZammadDesk,
  servicenow: createServiceNowDesk,
  freshdesk: createFreshdeskDesk,
  generic: createGenericDesk,
} satisfies Record<DeskKind, (parts: DeskParts) => DeskAdapter>;

/** The desks in the setting DESKS, which was validated with the settings. Ids are checked again on each call. */
export function createDesks(settings: DesksSettings, clock: Clock, observe: ObserveDesk): readonly Desk[] {
  return settings.DESKS.map((entry) => {
    const send = createDeskSend({
      desk: entry.id,
      url: entry.url,
      headers: signInHeaders(entry),
      privateHosts: settings.DESK_PRIVATE_HOSTS,
      now: () => clock.now(),
      observe,
    });
    return deskOf(entry, builders[entry.kind]({ entry, clock }), send);
  });
}

function deskOf(entry: DeskEntry, adapter: DeskAdapter, send: DeskSend): Desk {
  const readKeys = entry.readKeys ?? [];
  const bringsAnswers = entry.bringsAnswers === true;
  return {
    id: entry.id,
    kind: entry.kind,
    name: entry.name,
    locale: entry.locale,
    tenantId: entry.tenant,
    domains: entry.domains ?? [],
    isForPeople: entry.forPeople === true,
    bringsAnswers,
    receive: (delivery, now) => withAnswers(adapter.receive(delivery, now), bringsAnswers),
    mayRead: (key) => isOneOf(key, readKeys),
    write: async (effect, number, options) => {
      // The number becomes part of a URL at the desk, wherever it came from.
      if (effect.kind === 'update' && !numberShape.test(number)) return { kind: 'refused', status: 400 };
      return adapter.write(effect, number, { ...options, send: withinBudget(send, effectBudgetMs) });
    },
    probe: () => adapter.probe(withinBudget(send, lookBudgetMs)),
  };
}

function withAnswers(reading: DeskReading, bringsAnswers: boolean): DeskReading {
  const isLeftOut = !bringsAnswers && reading.kind === 'read' && reading.event.kind === 'colleague-answered';
  return isLeftOut ? { ...reading, event: { kind: 'nothing', because: 'not-for-us' } } : reading;
}

function signInHeaders(entry: DeskEntry): Readonly<Record<string, string>> {
  switch (entry.kind) {
    case 'zendesk':
      return { authorization: basic(`${entry.user ?? ''}/token`, entry.key) };
    case 'jira':
    case 'servicenow':
      return { authorization: basic(entry.user ?? '', entry.key) };
    case 'zammad':
      return { authorization: `Token token=${entry.key}` };
    case 'freshdesk':
      return { authorization: basic(entry.key, 'X') };
    case 'generic':
      // Each message is signed instead.
      return {};
  }
}
