import { tenants } from '../../sandbox/people/tenants.ts';
import { aRecord, type Office, office, openOffice } from './an-office.ts';
import { formTokenOf } from './visitor.ts';

/** Who gets to see tickets, and what is not read until that is known. */

let place: Office;
let usual: Office['rules'];

beforeAll(async () => {
  place = await openOffice();
  usual = { ...place.rules };
});
beforeEach(() => {
  place.book.tickets = [aRecord('T-1'), aRecord('F-1', { deskId: office.otherDesk })];
  place.book.looks = 0;
  place.book.isAway = false;
  Object.assign(place.rules, usual);
  // Each test has a minute of its own, so that none uses up the sign-ins of another.
  place.now += 120_000;
  place.events.length = 0;
});
afterEach(() => place.sandbox.reset());
afterAll(() => place.stop());

test('who is not signed in goes to Entra, and nothing of a ticket is read', async () => {
  const visitor = place.visitor();

  const seen = await visitor.asks('/operator');

  expect(seen.status).toBe(303);
  expect(seen.headers.get('location')).toContain('/oauth2/v2.0/authorize?');
  expect(seen.text).toBe('');
  expect(place.book.looks).toBe(0);
});

test('the cookies are out of reach of scripts and of other sites', async () => {
  const visitor = place.visitor();
  const begun = await visitor.asks('/operator');
  const ended = await visitor.asks((await visitor.comesBack('desk-operator')).href);

  for (const line of [...begun.headers.getSetCookie(), ...ended.headers.getSetCookie()])
    expect(line).toMatch(/^onetenant-operator-\w+=[^;]*; Path=\/; HttpOnly; SameSite=Lax(; Max-Age=0)?$/);
});

test('somebody with the role comes back to the page that they asked for', async () => {
  const visitor = place.visitor();

  const seen = await visitor.signsIn('desk-operator', `/operator/tickets/${aRecord('T-1').id}`);

  expect([seen.status, seen.text]).toEqual([200, expect.stringContaining('<h1>Ticket T-1 at ')]);
  expect(place.events).toEqual([{ event: 'operator.signed-in' }]);
});

test.each(['desk-colleague', 'global-admin-m365'])(
  '%s has no role, reads what to do, and no ticket is looked at',
  async (person) => {
    const visitor = place.visitor();

    const seen = await visitor.signsIn(person);

    expect([seen.status, seen.text]).toEqual([403, expect.stringContaining('OneTenant.Operator')]);
    expect(seen.text).toContain('href="/operator/sign-in"');
    expect(place.book.looks).toBe(0);
    expect([...visitor.cookies.keys()]).toEqual([]);
    expect(place.events).toEqual([{ event: 'operator.refused', because: 'role-missing' }]);
  },
);

test('the same name of a role in a foreign tenant opens nothing', async () => {
  place.rules.deskTenants = [tenants.fabrikam.id];

  const seen = await place.visitor().signsIn('desk-operator');

  expect([seen.status, place.book.looks]).toEqual([403, 0]);
  expect(place.events).toEqual([{ event: 'operator.refused', because: 'foreign-tenant' }]);
});

test('a tenant that may not use the bot has no operators', async () => {
  place.rules.allowedTenants = [tenants.fabrikam.id];

  expect((await place.visitor().signsIn('desk-operator')).status).toBe(403);
});

test('whoever is let in sees the desks of their own tenant, and no other', async () => {
  const visitor = place.visitor();

  const list = await visitor.signsIn('desk-operator');
  const foreign = await visitor.asks(`/operator/tickets/${aRecord('F-1').id}`);
  const absent = await visitor.asks(`/operator/tickets/${aRecord('none').id}`);
  const table = await visitor.asks('/operator/outcomes.csv');

  expect(list.text).toContain('T-1');
  expect([list.text, table.text].join()).not.toContain('F-1');
  expect([foreign.status, foreign.text]).toEqual([404, absent.text]);
});

test('an operator of the tenant that the bot lives in sees every desk', async () => {
  place.rules.botTenantId = tenants.contoso.id;

  const list = await place.visitor().signsIn('desk-operator');

  expect(list.text).toContain('T-1');
  expect(list.text).toContain('F-1');
});

test('cancelled at Entra, there is a way to begin again', async () => {
  const visitor = place.visitor();
  const begun = await visitor.asks('/operator');
  const url = new URL(begun.headers.get('location') ?? '');
  url.searchParams.set('choice', 'cancel');

  const seen = await visitor.goes(url.href);

  expect([seen.status, seen.text]).toEqual([400, expect.stringContaining('href="/operator/sign-in"')]);
  expect(place.events).toEqual([{ event: 'operator.refused', because: 'sign-in-failed' }]);
});

test('a code that somebody else got is not taken', async () => {
  const [thief, victim] = [place.visitor(), place.visitor()];
  const stolen = await victim.comesBack('desk-operator');
  await thief.asks('/operator');

  const seen = await thief.asks(stolen.href);

  expect([seen.status, thief.cookies.has('onetenant-operator-session')]).toEqual([400, false]);
});

test('a code that comes back a second time is not taken, even with the cookie of the first', async () => {
  const visitor = place.visitor();
  const back = await visitor.comesBack('desk-operator');
  const cookie = visitor.cookies.get('onetenant-operator-attempt') ?? '';
  await visitor.asks(back.href);

  const withoutCookie = await visitor.asks(back.href);
  visitor.cookies.set('onetenant-operator-attempt', cookie);
  const withCookie = await visitor.asks(back.href);

  expect([withoutCookie.status, withCookie.status]).toEqual([400, 400]);
});

test('a changed state is not taken, and asks nothing of Entra', async () => {
  const visitor = place.visitor();
  const back = await visitor.comesBack('desk-operator');
  const asked = place.sandbox.core.requests.list().length;
  back.searchParams.set('state', 'another');

  expect((await visitor.asks(back.href)).status).toBe(400);
  expect(place.sandbox.core.requests.list()).toHaveLength(asked);
});

test('a failing link does not sign anybody out', async () => {
  const visitor = place.visitor();
  await visitor.signsIn('desk-operator');

  await visitor.asks('/operator/signed-in?code=x&state=y');

  expect((await visitor.asks('/operator')).status).toBe(200);
});

test('a sign-in that takes longer than ten minutes begins again', async () => {
  const visitor = place.visitor();
  const back = await visitor.comesBack('desk-operator');
  place.now += 11 * 60_000;

  expect((await visitor.asks(back.href)).status).toBe(400);
});

test('after an hour the session is over, with the way back to where they were', async () => {
  const visitor = place.visitor();
  const path = `/operator/tickets/${aRecord('T-1').id}`;
  await visitor.signsIn('desk-operator');
  place.now += 3_601_000;
  place.book.looks = 0;

  const seen = await visitor.asks(path);

  expect([seen.status, place.book.looks]).toEqual([401, 0]);
  expect(seen.text).toContain(`href="/operator/sign-in?to&#61;${encodeURIComponent(path)}"`);
  expect(visitor.cookies.has('onetenant-operator-session')).toBe(false);
});

test('just before the hour it still is', async () => {
  const visitor = place.visitor();
  await visitor.signsIn('desk-operator');
  place.now += 3_590_000;

  expect((await visitor.asks('/operator')).status).toBe(200);
});

test.each([
  ['made up', () => 'eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..AAAAAAAAAAAAAAAA.AAAA.AAAAAAAAAAAAAAAAAAAAAA'],
  ['with another letter', (real: string) => `${real.slice(0, -3)}${real.at(-3) === 'A' ? 'B' : 'A'}${real.slice(-2)}`],
  ['that says that it needs no key', () => 'eyJhbGciOiJub25lIn0.eyJ2YWx1ZSI6e319.'],
  ['of a hundred thousand letters', () => 'A'.repeat(10_000)],
  ['that is empty', () => ''],
  [
    'of more than an hour ago',
    (real: string) => {
      place.now += 3_601_000;
      return real;
    },
  ],
])('a cookie %s is worth nothing', async (_what, forge) => {
  const visitor = place.visitor();
  await visitor.signsIn('desk-operator');
  const name = 'onetenant-operator-session';
  visitor.cookies.set(name, forge(visitor.cookies.get(name) ?? ''));
  place.book.looks = 0;

  expect([(await visitor.asks('/operator')).status, place.book.looks]).toEqual([401, 0]);
});

test('the cookie of a sign-in under way is not a session', async () => {
  const visitor = place.visitor();
  await visitor.asks('/operator');
  visitor.cookies.set('onetenant-operator-session', visitor.cookies.get('onetenant-operator-attempt') ?? '');

  expect((await visitor.asks('/operator')).status).toBe(401);
});

test('a session ends when its tenant is taken off the list', async () => {
  const visitor = place.visitor();
  await visitor.signsIn('desk-operator');
  place.rules.allowedTenants = [tenants.fabrikam.id];

  expect((await visitor.asks('/operator')).status).toBe(401);
});

test('removing the key from the store ends every session within five minutes', async () => {
  const visitor = place.visitor();
  await visitor.signsIn('desk-operator');
  await place.store.remove('operator-key');
  place.now += 5 * 60_000;

  expect((await visitor.asks('/operator')).status).toBe(401);
});

test('signed out is signed out', async () => {
  const visitor = place.visitor();
  const list = await visitor.signsIn('desk-operator');

  const out = await visitor.sends('/operator/sign-out', formTokenOf(list));

  expect([out.status, out.headers.get('location')]).toEqual([303, '/operator/signed-out']);
  expect(visitor.cookies.has('onetenant-operator-session')).toBe(false);
  expect((await visitor.asks('/operator/signed-out')).text).toContain('You are signed out');
  expect((await visitor.asks('/operator')).status).toBe(303);
});

test.each([
  'https://evil.example/',
  '//evil.example',
  '/operator/outcomes.csv',
  '/operator/../api',
  'javascript:alert(1)',
])('nobody is sent on to %s after signing in', async (to) => {
  const visitor = place.visitor();
  const begun = await visitor.asks(`/operator/sign-in?to=${encodeURIComponent(to)}`);
  const url = new URL(begun.headers.get('location') ?? '');
  url.searchParams.set('person', 'desk-operator');
  const back = (await fetch(url, { redirect: 'manual' })).headers.get('location') ?? '';

  expect((await visitor.asks(back)).headers.get('location')).toBe('/operator');
});

test('while Entra is down the page says so, and when to come back', async () => {
  const visitor = place.visitor();
  const back = await visitor.comesBack('desk-operator');
  place.sandbox.core.faults.add({ service: 'login', fault: '503' });

  const seen = await visitor.asks(back.href);

  expect([seen.status, seen.headers.get('retry-after')]).toEqual([503, '30']);
});

test('while the store is away the page says so', async () => {
  const visitor = place.visitor();
  await visitor.signsIn('desk-operator');
  place.book.isAway = true;
  place.now += 31_000;

  const seen = await visitor.asks('/operator');

  expect([seen.status, seen.text]).toEqual([503, expect.stringContaining('Not available right now')]);
});

test('the twenty-first sign-in of one address in a minute has to wait', async () => {
  const visitor = place.visitor();
  const from = (address: string) => visitor.asks('/operator/sign-in', { headers: { 'x-forwarded-for': address } });
  for (let count = 0; count < 20; count += 1) expect((await from('192.0.2.1')).status).toBe(303);

  expect([(await from('192.0.2.1')).status, (await from('192.0.2.2')).status]).toEqual([429, 303]);
});

test.each([
  ['nl-BE,nl;q=0.9', 'nl', 'Je mag geen tickets zien'],
  ['de-AT', 'de', 'Du darfst noch keine Tickets sehen'],
  ['zxx,de;q=0.3,en;q=0.8', 'en', 'You cannot see tickets yet'],
  ['zxx', 'en', 'You cannot see tickets yet'],
])('who reads %s reads %s', async (accepted, language, title) => {
  const visitor = place.visitor();
  visitor.language = accepted;

  const seen = await visitor.signsIn('desk-colleague');

  expect(seen.text).toContain(`<html lang="${language}">`);
  expect(seen.text).toContain(`<h1>${title}</h1>`);
});
