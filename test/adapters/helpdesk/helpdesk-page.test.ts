import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { createDesks } from '../../../src/adapters/helpdesk/create-desks.ts';
import type { DeskEntry } from '../../../src/adapters/helpdesk/desk-entry.ts';
import { deskKindNames, deskKinds } from '../../../src/adapters/helpdesk/desk-kinds.ts';
import { sampleDelivery } from '../../../src/adapters/helpdesk/sample-delivery.ts';
import { readEnvelope, readWritten } from '../../../src/adapters/helpdesk/written-body.ts';
import { desksSchema } from '../../../src/config/desks.ts';
import { aDesk, anEntry, receive, recorded, secret } from './desks.ts';

/** What admins paste from docs/helpdesk.md is what the adapters read. */

const page = readFileSync('docs/helpdesk.md', 'utf8');
const blocks = [...page.matchAll(/^```(\w+) ([\w-]+)\n([\s\S]*?)^```/gm)].map(([, , name = '', text = '']) => ({
  name,
  text,
}));
const block = (name: string) => blocks.find((one) => one.name === name)?.text ?? '';
const ruleTexts = blocks.map(({ name }) => name).filter((name) => name.includes('-'));

test('the page has the rule text of every desk that needs one', () => {
  const written = ['zendesk', 'zammad', 'freshdesk', 'topdesk'].flatMap((kind) =>
    ['handed-over', 'answered', 'withdrawn'].map((event) => `${kind}-${event}`),
  );

  expect(ruleTexts).toEqual(expect.arrayContaining([...written, 'generic-handed-over']));
});

test.each(ruleTexts)('the rule text %s is JSON of a shape that is read', (name) => {
  const value: unknown = JSON.parse(block(name));
  const filled = JSON.parse(block(name).replace(/"number": "[^"]*"/, '"number": "17"'));

  expect(value).toBeInstanceOf(Object);
  expect(name.startsWith('generic') ? readEnvelope(filled) : readWritten(filled)).not.toBeNull();
});

test.each(ruleTexts.filter((name) => /handed-over|answered/.test(name)))(
  'the rule text %s names what the recorded delivery has, free text first',
  (name) => {
    const keys = (text: string) => Object.keys((JSON.parse(text).data ?? JSON.parse(text)) as object);

    expect(keys(block(name))).toEqual(keys(recorded(name)));
    expect(['title', 'text']).toContain(keys(block(name))[0]);
  },
);

describe('the business rule of ServiceNow', () => {
  const journal = '2026-11-21 10:05:00 - Abel Tuter (Additional comments)\nYour manager\napproved it.\n\n';
  // What ServiceNow would fill in, were it sent as it is.
  const placeholder = `Costs ${'$'}{amount} "now"`;
  interface Sent {
    body: string;
    readonly headers: Record<string, string>;
  }
  /** Runs the rule of the page as ServiceNow would, and gives what it sent. */
  const runAll = (changes: object, previous: object | null, isColleague = true): readonly Sent[] => {
    const current = {
      u_onetenant: 'true',
      u_onetenant_scenario: 'join',
      state: '2',
      number: 'INC0010023',
      sys_id: '9d385017c611228701d22104cc95c371',
      sys_mod_count: '4',
      sys_updated_by: 'abel.tuter',
      short_description: placeholder,
      caller_id: {
        u_entra_object_id: 'a',
        user_name: 'anna@contoso.com',
        preferred_language: 'nl',
        changes: () => false,
      },
      comments: { changes: () => false, getJournalEntry: () => journal },
      ...changes,
    };
    const properties: Record<string, string> = { 'onetenant.user': 'onetenant', 'onetenant.secret': secret };
    const all: Sent[] = [];
    class RESTMessageV2 {
      readonly sent: Sent = { body: '', headers: {} };
      setEndpoint(address: string): void {
        this.sent.headers.to = address;
      }
      setHttpMethod(method: string): void {
        this.sent.headers.method = method;
      }
      setRequestHeader(name: string, value: string): void {
        this.sent.headers[name.toLowerCase()] = value;
      }
      setRequestBody(body: string): void {
        this.sent.body = body;
      }
      executeAsync(): void {
        all.push(this.sent);
      }
    }
    const gs = { getProperty: (name: string) => properties[name] ?? '', hasRole: () => isColleague };
    runInNewContext(block('servicenow'), { current, previous, gs, sn_ws: { RESTMessageV2 } });
    return all;
  };
  const run = (...way: Parameters<typeof runAll>): Sent | null => runAll(...way)[0] ?? null;
  const read = (sent: Sent | null) =>
    sent === null ? null : receive(aDesk(anEntry('servicenow')), sent.body, sent.headers);

  test('hands a ticket over when the box is ticked, with nothing in it that ServiceNow fills in', () => {
    const sent = run({}, { u_onetenant: 'false', state: '2' });

    expect(sent?.body).not.toContain('$');
    expect(read(sent)).toMatchObject({
      deliveryId: '9d385017c611228701d22104cc95c371-4-handed-over',
      event: {
        kind: 'handed-over',
        ticket: { title: placeholder, about: 'join', locale: 'nl', version: 4 },
      },
    });
    expect(read(run({}, null))).toMatchObject({ event: { kind: 'handed-over' } });
  });

  test('brings what a colleague answers, and neither the person nor a silent change', () => {
    const before = { u_onetenant: 'true', state: '2' };
    const comments = { changes: () => true, getJournalEntry: () => journal };

    expect(read(run({ comments }, before))).toMatchObject({
      event: { kind: 'colleague-answered', text: 'Your manager\napproved it.' },
    });
    expect(run({ comments }, before, false)).toBeNull();
    expect(run({}, before)).toBeNull();
  });

  test('takes a ticket back when it is resolved, once, and is silent about our own changes', () => {
    expect(read(run({ state: '6' }, { u_onetenant: 'true', state: '2' }))).toMatchObject({
      event: { kind: 'withdrawn' },
    });
    expect(run({ state: '7' }, { u_onetenant: 'true', state: '6' })).toBeNull();
    expect(run({ state: '6', sys_updated_by: 'onetenant' }, { u_onetenant: 'true', state: '2' })).toBeNull();
    expect(run({ u_onetenant: 'false' }, null)).toBeNull();
    expect(read(run({ u_onetenant: 'false' }, { u_onetenant: 'true', state: '2' }))).toMatchObject({
      event: { kind: 'withdrawn' },
    });
  });

  test('tells of an answer that resolves as both, and hands over anew for another caller', () => {
    const before = { u_onetenant: 'true', state: '2' };
    const comments = { changes: () => true, getJournalEntry: () => journal };
    const caller_id = { u_entra_object_id: 'b', user_name: 'ben@contoso.com', changes: () => true };

    expect(runAll({ comments, state: '6' }, before).map(read)).toMatchObject([
      { event: { kind: 'colleague-answered' } },
      { event: { kind: 'withdrawn' } },
    ]);
    expect(runAll({ caller_id }, before).map(read)).toMatchObject([
      { event: { kind: 'handed-over', ticket: { requester: { personId: 'b' }, requesterAtDesk: 'ben@contoso.com' } } },
    ]);
  });
});

describe('the entries', () => {
  const entries = blocks
    .filter(({ name }) => name === 'entry')
    .map(({ text }) => JSON.parse(text.replaceAll('whsec_<', `whsec_${'A'.repeat(40)}<`)) as DeskEntry);

  test('there is one for each kind', () => {
    expect(entries.map(({ kind }) => kind).toSorted()).toEqual(deskKindNames.toSorted());
  });

  test.each(entries.map((entry) => [entry.kind, entry] as const))('the entry of %s is taken', (_kind, entry) => {
    const [checked] = desksSchema.parse(JSON.stringify([entry]));
    if (checked === undefined) throw new Error('one entry gives one desk');

    const start = () => createDesks({ DESKS: [checked], DESK_PRIVATE_HOSTS: [] }, { now: () => 0 }, () => undefined);

    expect(start).not.toThrow();
  });
});

test('the page names every kind of desk, and every option of each in its own section', () => {
  const kindRow = /^\| `kind` \|(.*)\|$/m.exec(page)?.[1] ?? '';
  const general = page.slice(0, page.indexOf('\n## Zendesk')) + page.slice(page.indexOf('\n## When it does not work'));
  const offenders = deskKindNames.flatMap((kind) => {
    const section = page.split(/^## /m).find((text) => text.includes(`"kind": "${kind}"`)) ?? '';
    const told = `${section}${general}`;
    return Object.keys(deskKinds[kind].options.shape)
      .filter((option) => !told.includes(`\`${option}\``) && !told.includes(`"${option}"`))
      .map((option) => `${kind}: ${option}`);
  });

  expect([...kindRow.matchAll(/`(\w+)`/g)].map(([, name]) => name)).toEqual(deskKindNames);
  expect(offenders).toEqual([]);
});

test('every sample is of a kind that the page tells about', () => {
  for (const kind of deskKindNames) {
    const ticket = { event: 'withdrawn', number: '1', title: '', text: '' } as const;
    expect(sampleDelivery(kind, ticket, secret, 0).body).toContain('1');
    expect(page).toContain(`"kind": "${kind}"`);
  }
});
