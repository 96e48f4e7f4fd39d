import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createDesks } from '../../../src/adapters/helpdesk/create-desks.ts';
import type { DeskEntry } from '../../../src/adapters/helpdesk/desk-entry.ts';
import { type DeskKind, deskKinds } from '../../../src/adapters/helpdesk/desk-kinds.ts';
import type { DeskCall } from '../../../src/adapters/helpdesk/desk-send.ts';
import type { DeskEffect } from '../../../src/domain/ticket.ts';
import type { Desk, DeskReading } from '../../../src/ports/desk.ts';

export const tenantId = '7c2b8d1e-5a4f-4e1b-8a55-0d6a2f3b9c21';
export const personId = '3d9e7f60-1b2c-4d3e-9f40-5a6b7c8d9e31';
export const now = Date.parse('2026-11-21T10:00:10Z');
export const secret = 'a-secret-of-more-than-24-bytes-1';
export const webhookSecret = `whsec_${Buffer.from('thirty-two bytes of a good secret').toString('base64')}`;

export function anEntry(kind: DeskKind, changes: Partial<DeskEntry> = {}): DeskEntry {
  return {
    id: kind,
    kind,
    name: `The ${kind} desk`,
    locale: 'en',
    tenant: tenantId,
    url: 'https://desk.contoso.com',
    user: 'onetenant@contoso.com',
    key: deskKinds[kind].secrets === 'whsec' ? webhookSecret : 'api-key',
    secrets: [deskKinds[kind].secrets === 'whsec' ? webhookSecret : secret],
    bringsAnswers: true,
    fields: {
      scenario: 'customfield_10101',
      personId: 'customfield_10102',
      userPrincipalName: 'customfield_10103',
      tenantId: 'customfield_10104',
      locale: 'customfield_10105',
    },
    ...changes,
  };
}

export interface DeskOptions {
  readonly privateHosts?: readonly string[];
  readonly observe?: (call: DeskCall) => void;
  /** Milliseconds since 1970. */
  readonly clock?: () => number;
}

export function aDesk(
  entry: DeskEntry,
  { privateHosts = [], observe = () => undefined, clock = () => now }: DeskOptions = {},
): Desk {
  const [desk] = createDesks({ DESKS: [entry], DESK_PRIVATE_HOSTS: privateHosts }, { now: clock }, observe);
  if (desk === undefined) throw new Error('one entry makes one desk');
  return desk;
}

export function anEffect(changes: Partial<DeskEffect> = {}): DeskEffect {
  return {
    id: '5f0c9e0a-1',
    kind: 'update',
    note: 'The person took it up.',
    reply: '',
    status: null,
    reopens: false,
    tag: null,
    title: '',
    requester: null,
    ...changes,
  };
}

export function recorded(name: string): string {
  return readFileSync(join(process.cwd(), 'test/adapters/helpdesk/recorded', `${name}.json`), 'utf8');
}

/** Hands a body to a desk as the route does: the bytes, and the same parsed. */
export function receive(
  desk: Desk,
  body: string,
  headers: Readonly<Record<string, string | undefined>>,
  at = now,
): DeskReading {
  return desk.receive({ headers, bytes: Buffer.from(body), value: parsed(body) }, at);
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    // Signatures are over bytes; some vectors are no JSON.
    return undefined;
  }
}
