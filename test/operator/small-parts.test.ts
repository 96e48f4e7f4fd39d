import type { IncomingMessage } from 'node:http';
import fc from 'fast-check';
import { html, nothing } from '../../src/http/html.ts';
import { countsPart } from '../../src/http/operator/charts.ts';
import { createOperatorCookies } from '../../src/http/operator/operator-cookies.ts';
import { createOperatorKeys } from '../../src/http/operator/operator-keys.ts';
import { Overview, summaryOf } from '../../src/http/operator/overview.ts';
import { createTranslator } from '../../src/i18n/index.ts';
import { StoreFault } from '../../src/ports/document-store.ts';
import { MemoryDocumentStore } from '../builders/memory-document-store.ts';
import { anEffect, aRecord, FakeRecords, office } from './an-office.ts';

describe('the template', () => {
  test.each([
    ['<b>', '&#60;b&#62;'],
    ['"a" & \'b\'', '&#34;a&#34; &#38; &#39;b&#39;'],
    ['\u202Egnp.exe', '\uFFFDgnp.exe'],
    ['a\u0000b\u200Bc', 'a\uFFFDb\uFFFDc'],
    ['Zoë 👋', 'Zoë 👋'],
  ])('shows %p as text', (given, shown) => {
    expect(html`${given}`.text).toBe(shown);
  });

  test('takes HTML only from itself', () => {
    const rows = ['<a>', 'b'].map((text) => html`<li>${text}</li>`);

    expect(html`<ul>${rows}</ul>${nothing}${3}`.text).toBe('<ul><li>&#60;a&#62;</li><li>b</li></ul>3');
  });

  test('whatever is filled in, no tag and no attribute comes of it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (given) => {
        expect(html`<p title="${given}">${given}</p>`.text.replaceAll(/&#\d+;/g, '')).toMatch(
          /^<p title="[^<>"'`=&]*">[^<>"'`=&]*<\/p>$/u,
        );
      }),
    );
  });
});

describe('the key', () => {
  const clock = { now: () => 0 };

  test('is made once, however many replicas begin at the same moment', async () => {
    const store = new MemoryDocumentStore();
    const replicas = Array.from({ length: 8 }, () => createOperatorKeys({ store, clock, secret: undefined }));

    const keys = await Promise.all(replicas.map((one) => one.keyFor('session')));

    expect(new Set(keys.map((key) => Buffer.from(key).toString('hex'))).size).toBe(1);
  });

  test('of a session is not that of a sign-in, and needs the secret where there is one', async () => {
    const store = new MemoryDocumentStore();
    const [bare, secret] = [undefined, 'of the registration'].map((text) =>
      createOperatorKeys({ store, clock, secret: text }),
    );

    const keys = [await bare?.keyFor('session'), await bare?.keyFor('attempt'), await secret?.keyFor('session')];

    expect(new Set(keys.map((key) => Buffer.from(key ?? []).toString('hex'))).size).toBe(3);
  });

  test('that is no key lets nobody in', async () => {
    const store = new MemoryDocumentStore();
    await store.write('operator-key', { key: '' }, null);

    await expect(createOperatorKeys({ store, clock, secret: 's' }).keyFor('session')).rejects.toThrow(StoreFault);
  });
});

describe('a cookie', () => {
  const session = { tenantId: 't', sees: 'own-desks', formToken: 'x'.repeat(32) } as const;
  const cookiesAt = (publicUrl: string, store = new MemoryDocumentStore()) => {
    const clock = { now: () => 0 };
    return createOperatorCookies({ keys: createOperatorKeys({ store, clock, secret: 's' }), clock, publicUrl });
  };
  const sending = (cookie: string) => ({ headers: { cookie } }) as IncomingMessage;

  test('is bound to the host and to TLS where the bot is reached over https', async () => {
    const line = await cookiesAt('https://onetenant.contoso.com').keep('session', session);

    expect(line).toMatch(/^__Host-onetenant-operator-session=[\w.-]+; Path=\/; HttpOnly; SameSite=Lax; Secure$/);
  });

  test('tells nothing to who holds it, and is opened where it was made', async () => {
    const cookies = cookiesAt('https://onetenant.contoso.com');
    const [pair = ''] = (await cookies.keep('session', session)).split('; ');

    expect(Buffer.from(pair.split('=')[1] ?? '', 'base64url').toString('latin1')).not.toContain('own-desks');
    expect(await cookies.read('session', sending(`a=b; ${pair}`))).toEqual({ kind: 'read', value: session });
  });

  test('of another deployment that shares the store is worth nothing', async () => {
    const store = new MemoryDocumentStore();
    const [pair = ''] = (await cookiesAt('https://test.contoso.com', store).keep('session', session)).split('; ');

    expect(await cookiesAt('https://onetenant.contoso.com', store).read('session', sending(pair))).toEqual({
      kind: 'worthless',
    });
  });
});

test('a list that was being read while something changed is read again for the next', async () => {
  const book = new FakeRecords();
  const overview = new Overview(book, { now: () => 0 });
  const early = overview.snapshot();
  overview.forget();
  book.tickets = [aRecord('T-1')];

  await early;

  expect((await overview.snapshot()).rows.map(({ number }) => number)).toEqual(['T-1']);
  expect(book.looks).toBe(2);
});

test('the numbers count the chosen desk only, and a link that a desk passes on reaches nobody', async () => {
  const now = Date.parse('2026-11-20T12:00:00Z');
  const book = new FakeRecords();
  const step = (to: 'waiting' | 'talking' | 'solved', because: string | null = null) => ({
    at: '2026-11-20T10:00:00.000Z',
    to,
    because,
  });
  book.tickets = [
    aRecord('link', { history: [step('waiting', 'link')] }),
    aRecord('here', { history: [step('waiting', 'in-teams')], effects: [anEffect(), anEffect({ id: 'two' })] }),
    aRecord('done', { state: 'solved', history: [step('talking'), step('solved')] }),
    aRecord('once', { state: 'solved', changedAt: '2026-11-13T11:59:00.000Z', history: [step('talking')] }),
    aRecord('away', { state: 'withdrawn', about: 'status' }),
    aRecord('other', { deskId: office.otherDesk }),
  ];
  const snapshot = await new Overview(book, { now: () => now }).snapshot();
  const all = { desk: null, state: null, only: 'dead', page: 1 } as const;

  const own = summaryOf(snapshot, { ...all, desks: new Set([office.desk]) });
  const both = { ...all, desks: new Set([office.desk, office.otherDesk]) };

  expect(own).toMatchObject({ open: 2, dead: 1, solvedThisWeek: 1, states: { solved: 2, withdrawn: 1, waiting: 2 } });
  expect(own.funnels).toEqual([
    { about: 'add-azure', counts: { received: 4, reached: 3, 'taken-up': 2, solved: 2 } },
    { about: 'status', counts: { received: 1, reached: 1, 'taken-up': 0, solved: 0 } },
  ]);
  expect(summaryOf(snapshot, both).open).toBe(3);
  expect(summaryOf(snapshot, { ...both, desk: office.otherDesk })).toMatchObject({ open: 1, dead: 0 });
});

test('the number of what was not delivered leads to the tickets that it counts', async () => {
  const book = new FakeRecords();
  book.tickets = [aRecord('one', { effects: [anEffect()] })];
  const snapshot = await new Overview(book, { now: () => 0 }).snapshot();
  const hrefFor = (desk: string | null) => {
    const filter = { desks: new Set([office.desk]), desk, state: null, only: 'all', page: 1 } as const;
    const part = countsPart(createTranslator('en'), summaryOf(snapshot, filter), filter);
    const [, href = ''] = /href="([^"]*)"/.exec(part.text) ?? [];
    return href.replace(/&#(\d+);/g, (_all, code: string) => String.fromCharCode(Number(code)));
  };

  expect(hrefFor(office.desk)).toBe(`/operator?desk=${office.desk}&only=dead&page=1`);
  expect(hrefFor(null)).toBe('/operator?only=dead&page=1');
});
