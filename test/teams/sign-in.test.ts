import { failureMessages } from '../../dialogs/sign-in-dialog.ts';
import { createTranslator } from '../../src/i18n/translator.ts';
import { signInFailures } from '../../src/ports/journal.ts';
import { type Stage, setStage } from '../conversations/stage.ts';
import { type Answer, TeamsChat } from './teams-chat.ts';

/** Everything that can happen on the way into a sign-in from Teams. */

let stage: Stage;
const t = createTranslator('en');
const minute = 60_000;

beforeAll(async () => {
  stage = await setStage();
});

afterAll(() => stage.stop());

beforeEach(() => stage.sandbox.reset());

async function asksToSignIn(as = 'global-admin-m365', locale: 'en' | 'nl' = 'en'): Promise<TeamsChat> {
  const chat = await TeamsChat.install(stage, { as, locale });
  await chat.presses('show-status');
  await chat.presses('sign-in');
  return chat;
}

function exchangesSeen(): number {
  return stage.sandbox.core.requests.list().filter(({ path }) => path.endsWith('/usertoken/exchange')).length;
}

async function consent(person: string, given: boolean): Promise<void> {
  await fetch(`${stage.sandbox.core.addresses.http}/sandbox/teams/consent`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ person, given }),
  });
}

test('the sign-in card names what Teams can exchange', async () => {
  const chat = await asksToSignIn();

  const [card] = chat.signInCards();
  expect(card?.content.tokenExchangeResource).toMatchObject({ id: expect.any(String), uri: expect.any(String) });
});

test.each([2, 5])(
  '%i clients at once: one exchange counts, all are answered alike, the status is told once',
  async (clients) => {
    const chat = await asksToSignIn();

    const answers = await chat.exchanges({ clients });

    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: clients }, () => 200));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(answers[0]?.body).toMatchObject({ connectionName: 'onetenant', failureDetail: null });
    expect(exchangesSeen()).toBe(1);
    expect(countOf(chat.words(), t('card.status.title'))).toBe(1);
  },
);

test('a client that comes a day later with the same exchange changes nothing', async () => {
  const chat = await asksToSignIn();
  await chat.exchanges();

  const [late] = await chat.exchanges();

  expect(late?.status).toBe(200);
  expect(chat.heard).toEqual([]);
  expect(exchangesSeen()).toBe(1);
});

test('an exchange that is delivered again by the same activity is answered again in the same words', async () => {
  const chat = await asksToSignIn();
  const [card] = chat.signInCards();
  const resource = card?.content.tokenExchangeResource as { id: string } | undefined;
  const invoke = {
    type: 'invoke',
    id: 'one-and-the-same',
    name: 'signin/tokenExchange',
    value: { id: resource?.id, connectionName: 'onetenant', token: 'not a token' },
  };

  const first = await chat.sends(invoke);
  const again = await chat.sends(invoke);

  expect(first.status).toBe(412);
  expect(again).toMatchObject({ status: 412, body: first.body });
});

test.each([
  ['a token that has expired', { tokenIs: 'expired' }, 412],
  ['no token', { tokenIs: 'missing' }, 400],
  ['another connection', { connectionName: 'somebody-elses' }, 400],
] as const)('%s: every client hears so, and nothing else happens', async (_what, exchange, status) => {
  const chat = await asksToSignIn();

  const answers = await chat.exchanges({ ...exchange, clients: 3 });

  expect(answers.map((answer) => answer.status)).toEqual([status, status, status]);
  expect(chat.heard).toEqual([]);
  expect(status === 400 ? exchangesSeen() : 0).toBe(0);
});

test('without consent there is one card, the window still works, and the job goes on', async () => {
  await consent('global-admin-m365', false);
  const chat = await asksToSignIn();

  const [answer] = await chat.exchanges();
  expect(answer).toMatchObject({ status: 412, body: { failureDetail: expect.any(String) } });
  expect(chat.heard).toEqual([]);

  await chat.signsInByWindow();
  expect(chat.words()).toContain(t('card.status.title'));
});

test('a token service that is away is no consent either: the window is the other way in', async () => {
  const chat = await asksToSignIn();
  stage.sandbox.core.faults.add({ service: 'token-service', path: '/usertoken/exchange', fault: '500', times: 1 });

  const [answer] = await chat.exchanges();

  expect(answer?.status).toBe(412);
  await chat.signsInByWindow();
  expect(chat.words()).toContain(t('card.status.title'));
});

test('three sign-ins that fail lead to somebody who can help', async () => {
  await consent('global-admin-m365', false);
  const chat = await asksToSignIn();
  await chat.exchanges({ clients: 3 });
  for (const _again of [2, 3]) {
    await chat.types('sign in');
    await chat.exchanges();
  }

  expect(chat.words()).toContain(t('message.sign-in-keeps-failing.text'));
  expect(chat.button('talk-to-person')).toBeDefined();
});

test.each(
  (['en', 'nl'] as const).flatMap((locale) =>
    [...signInFailures, 'tomorrowscode' as const].map((code) => ({ code, locale })),
  ),
)('$code, in $locale: 200, plain words, and a button that works', async ({ code, locale }) => {
  const words = createTranslator(locale);
  const chat = await asksToSignIn('global-admin-m365', locale);

  const answer = await chat.signInFails(code);

  expect(answer.status).toBe(200);
  const [card] = chat.signInCards();
  expect(chat.heard).toHaveLength(1);
  expect(card?.content.tokenExchangeResource).toBeUndefined();
  expect(String(card?.content.text)).not.toContain(code);
  expect(String(card?.content.text)).toContain(
    words(`message.${failureMessages[code === 'tomorrowscode' ? 'other' : code]}.title`),
  );
  expect(String(card?.content.text).length).toBeGreaterThan(40);
  await chat.signsInByWindow();
  expect(chat.words()).toContain(words('card.status.title'));
});

test('each client tells its failure; one answer is enough', async () => {
  const chat = await asksToSignIn();
  await chat.signInFails('invokeerror');

  const second = await chat.signInFails('invokeerror');

  expect(second.status).toBe(200);
  expect(chat.heard).toEqual([]);
});

test('a failure that comes when nothing waits is answered with words, once', async () => {
  const chat = await TeamsChat.install(stage, { as: 'global-admin-m365', locale: 'en' });

  const first = await chat.signInFails('installedappnotfound');
  expect(first.status).toBe(200);
  expect(chat.words()).toContain(t('message.sign-in-app-missing.title'));
  expect(chat.words()).toContain(t('message.sign-in-app-missing.text'));

  await chat.signInFails('installedappnotfound');
  expect(chat.heard).toEqual([]);
});

test('an exchange that comes when no prompt waits counts all the same', async () => {
  const chat = await asksToSignIn();
  await chat.types('help');
  stage.passTime(20 * minute);

  const [answer] = await chat.exchanges();

  expect(answer?.status).toBe(200);
  await chat.types('status');
  expect(chat.words()).toContain(t('card.status.title'));
});

test('the window of a sign-in that nobody waits for any more still signs in', async () => {
  const chat = await asksToSignIn();
  await chat.types('cancel');

  await chat.signsInByWindow();
  await chat.types('status');

  expect(chat.words()).toContain(t('card.status.title'));
});

test('somebody who closes the window is asked what then', async () => {
  const chat = await asksToSignIn();

  const answer = await chat.sends({ type: 'invoke', name: 'signin/verifyState', value: { state: 'CancelledByUser' } });

  expect(answer.status).toBe(200);
  expect(chat.words()).toContain(t('message.sign-in-cancelled.text'));
});

test('at most three codes are tried, whether they are typed or sent', async () => {
  const chat = await asksToSignIn();
  const before = stage.sandbox.core.requests.list().length;
  const codes: Answer[] = [];
  for (const state of ['000001', '12345', '000003', '000004', '000005', '000006', '000007', '000008']) {
    codes.push(await chat.sends({ type: 'invoke', name: 'signin/verifyState', value: { state } }));
  }

  expect(codes.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 404));
  const asked = stage.sandbox.core.requests
    .list()
    .slice(before)
    .filter(({ path }) => path.endsWith('/GetToken'));
  // Two of the first three are six digits, and after each it is looked whether a turn that was cut had used it; three more
  // find no prompt; beginning anew looks whether somebody is signed in.
  expect(asked.length).toBeLessThanOrEqual(8);
  expect([...chat.messages.values()].map((message) => chat.words([message])).join()).toContain(
    t('message.too-many-codes.text'),
  );
});

test('somebody else of the same tenant in the window: signed out, told, and nothing is read', async () => {
  const chat = await asksToSignIn('member-m365');
  const colleague = stage.sandbox.core.people
    .list()
    .find(
      ({ id, homeTenantId }) =>
        id !== 'member-m365' && homeTenantId === stage.sandbox.core.people.get('member-m365')?.homeTenantId,
    );
  expect(colleague).toBeDefined();

  await chat.signsInByWindow(colleague?.id);

  expect(chat.words()).toContain(t('message.sign-in-other-account.text'));
  expect(stage.sandbox.core.requests.list().filter(({ service }) => service === 'graph')).toEqual([]);
  await chat.types('status');
  expect(chat.words()).toContain(t('card.sign-in.title'));
});

test('an account of another tenant in the window: warned, signed out, and nothing is read', async () => {
  const chat = await asksToSignIn('global-admin-m365');

  await chat.signsInByWindow('billing-admin-azure');

  expect(chat.words()).toContain(t('message.sign-in-other-tenant.text'));
  expect(stage.sandbox.core.requests.list().filter(({ service }) => service === 'graph')).toEqual([]);
});

test('a token of somebody else is refused by every replica and told once', async () => {
  const chat = await asksToSignIn('global-admin-m365');

  const answers = await chat.exchanges({ account: 'billing-admin-azure', clients: 3 });

  expect(answers.map(({ status }) => status)).toEqual([412, 412, 412]);
  expect(countOf(chat.words(), t('message.sign-in-other-tenant.text'))).toBe(1);
});

test('a token that an event brings is never used', async () => {
  const chat = await asksToSignIn();

  await chat.sends({
    type: 'event',
    name: 'tokens/response',
    value: { connectionName: 'onetenant', token: 'brought by an event', channelId: 'msteams' },
  });

  expect(chat.words()).not.toContain(t('card.status.title'));
  expect(stage.sandbox.core.requests.list().filter(({ service }) => service === 'graph')).toEqual([]);
});

test('a day later the chat goes on where it was, without signing in again', async () => {
  const chat = await TeamsChat.install(stage, { as: 'global-admin-m365', locale: 'en' });
  await chat.presses('choose-scenario', { scenario: 'add-azure' });
  await chat.presses('sign-in');
  await chat.exchanges();
  await chat.presses('show-steps');
  const tick = chat.button('tick-step', { done: true });
  if (tick === undefined) throw new Error('nothing to tick');
  await stage.restartsBot();
  stage.passTime(25 * 60 * minute);

  await chat.executes(tick);

  expect(chat.words()).toContain(t('card.steps.done'));
});

test('after signing out the status asks for a sign-in', async () => {
  const chat = await asksToSignIn();
  await chat.exchanges();

  await chat.types('sign out');
  await chat.types('status');

  expect(chat.words()).toContain(t('card.sign-in.title'));
});

function countOf(text: string, part: string): number {
  return text.split(part).length - 1;
}
