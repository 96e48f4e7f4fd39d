import { tenants } from '../../sandbox/people/tenants.ts';
import type { Scenario } from '../../src/domain/scenario.ts';
import { createTranslator } from '../../src/i18n/translator.ts';
import type { Chat } from './chat.ts';
import { type Stage, setStage } from './stage.ts';

/** What the bot does by itself: reminders, and requests to an administrator. */

let stage: Stage;
const t = createTranslator('en');
const minute = 60_000;

beforeAll(async () => {
  stage = await setStage();
});

afterAll(() => stage.stop());

async function waitsForResult(as: string): Promise<Chat> {
  const chat = await stage.opensChat({ as, locale: 'en' });
  await chat.presses('choose-scenario', { scenario: 'add-azure' });
  await chat.presses('sign-in');
  await chat.signsIn();
  await chat.presses('show-steps');
  await chat.presses('i-have-done-it');
  return chat;
}

/** A chat's token lives half an hour, so its window renews it all day. */
async function letPass(chat: Chat, minutes: number): Promise<void> {
  await chat.renews();
  for (let passed = 0; passed < minutes; passed += 20) {
    stage.passTime(20 * minute);
    await chat.renews();
  }
  await stage.works();
}

test('somebody who needs forty minutes to sign in comes to what they asked for', async () => {
  const chat = await stage.opensChat({ as: 'global-admin-m365', locale: 'en' });
  await chat.presses('choose-scenario', { scenario: 'add-azure' });
  await chat.presses('sign-in');
  await letPass(chat, 40);

  await chat.signsIn();
  expect(chat.words()).toContain(t('verdict.add-azure.ready.title'));
});

test('"tell me when it shows": the bot looks by itself, and tells the proof', async () => {
  const chat = await waitsForResult('global-admin-m365');
  await chat.types('tell me when it shows');
  expect(chat.words()).toContain(t('card.reminder.title'));

  stage.passTime(6 * minute);
  await stage.works();
  await chat.listens();
  expect(chat.words()).toBe('');

  stage.sandbox.core.people.complete('global-admin-m365');
  stage.passTime(16 * minute);
  await stage.works();
  await chat.hears(t('card.proof.proven-title'));
});

test('"remind me tomorrow" asks once, and the reminder outlives a restart', async () => {
  const chat = await waitsForResult('member-m365');
  await chat.types('remind me tomorrow');
  await stage.restartsBot();

  await letPass(chat, 25 * 60);

  await chat.hears(t('message.reminder.text'));
});

test('who has both by then is not reminded to do steps', async () => {
  const chat = await waitsForResult('m365-ending');
  await chat.types('remind me tomorrow');
  stage.sandbox.core.people.complete('m365-ending');
  await chat.types(t('button.check-again'));
  expect(chat.words()).toContain(t('card.proof.proven-title'));

  await letPass(chat, 25 * 60);
  await chat.listens();
  expect(chat.words()).toBe('');
});

test('who had both from the beginning is told so, and not promised a reminder', async () => {
  stage.sandbox.core.people.complete('billing-admin-azure');
  const chat = await stage.opensChat({ as: 'billing-admin-azure', locale: 'en' });
  await chat.presses('choose-scenario', { scenario: 'add-microsoft-365' });
  await chat.presses('sign-in');
  await chat.signsIn();
  expect(chat.words()).toContain(t('verdict.add-microsoft-365.already-done.title'));

  await chat.types('remind me tomorrow');
  expect(chat.words()).not.toContain(t('card.reminder.title'));
  expect(chat.words()).toContain(t('verdict.add-microsoft-365.already-done.title'));
});

test('"stop reminding" stops it', async () => {
  const chat = await waitsForResult('right-to-left');
  await chat.types('tell me when it shows');

  await chat.types('stop reminding');
  expect(chat.words()).toContain(t('message.reminders-stopped.text'));

  stage.sandbox.core.people.complete('right-to-left');
  stage.passTime(10 * minute);
  await stage.works();
  await chat.listens();
  expect(chat.words()).toBe('');
});

async function asksAdmin(
  scenario: Scenario = 'add-microsoft-365',
  as = 'member-azure',
): Promise<{ chat: Chat; code: string }> {
  const chat = await stage.opensChat({ as, locale: 'en' });
  await chat.presses('choose-scenario', { scenario });
  await chat.presses('sign-in');
  await chat.signsIn();
  await chat.presses('ask-admin');
  const code = /request ([\w-]{36})/.exec(chat.words())?.[1] ?? '';
  expect(code).toHaveLength(36);
  return { chat, code };
}

async function opensRequest(as: string, code: string): Promise<Chat> {
  const chat = await stage.opensChat({ as, locale: 'en' });
  await chat.types(`request ${code}`);
  await chat.presses('sign-in');
  await chat.signsIn();
  return chat;
}

test('an administrator of the same tenant approves, and the chat of who asked goes on by itself', async () => {
  const { chat, code } = await asksAdmin();

  const admin = await opensRequest('billing-admin-azure', code);
  expect(admin.words()).toContain(t('card.admin-answer.what-it-means'));
  await admin.presses('answer-request', { answer: 'approved' });
  expect(admin.words()).toContain(t('card.admin-answer.approved-title'));

  await stage.works();
  await chat.hears(t('message.admin-approved.text'));
});

test('an Owner without any role in the directory answers who asks to become one', async () => {
  const { chat, code } = await asksAdmin('join', 'conditional-owner');

  const owner = await opensRequest('asks-for-the-move', code);
  expect(owner.words()).toContain('as an Owner of the Azure subscription');
  await owner.presses('answer-request', { answer: 'approved' });

  await stage.works();
  await chat.hears(t('message.admin-approved.text'));
});

test('a declined request is told', async () => {
  const { chat, code } = await asksAdmin();
  const admin = await opensRequest('billing-admin-azure', code);

  await admin.presses('answer-request', { answer: 'declined' });

  await stage.works();
  await chat.hears(t('message.admin-declined.text'));
});

test.each([
  ['an administrator of another tenant', 'global-admin-m365', 'expired'],
  ['a colleague without the role', 'member-azure', 'own-request'],
] as const)('%s cannot answer', async (_who, as, because) => {
  const { code } = await asksAdmin();

  const other = await opensRequest(as, code);

  expect(other.words()).toContain(t(`card.admin-answer.refused.${because}`));
  expect(other.button('answer-request')).toBeUndefined();
});

test('a request is answered once', async () => {
  const { code } = await asksAdmin();
  const first = await opensRequest('billing-admin-azure', code);
  const second = await opensRequest('billing-admin-azure', code);
  await first.presses('answer-request', { answer: 'approved' });

  await second.presses('answer-request', { answer: 'declined' });

  expect(second.words()).toContain(t('card.admin-answer.refused.already-answered'));
});

test('a request that nobody made is told as no longer valid', async () => {
  const admin = await opensRequest('billing-admin-azure', 'x'.repeat(22));

  expect(admin.words()).toContain(t('card.admin-answer.refused.expired'));
});

describe('moving a subscription', () => {
  const link = 'https://portal.azure.com/#view/accept';

  async function asksAcceptor(): Promise<Chat> {
    const owner = await stage.opensChat({ as: 'asks-for-the-move', locale: 'en' });
    await owner.presses('choose-scenario', { scenario: 'join' });
    await owner.presses('sign-in');
    await owner.signsIn();
    await owner.presses('ask-acceptor');
    expect(owner.words()).toContain(t('card.accept-request.title'));
    return owner;
  }

  async function fillsIn(owner: Chat, typed: { targetTenant: string; acceptLink: string }): Promise<void> {
    await owner.submits({ ...(owner.button('ask-acceptor')?.data as object), ...typed });
  }

  test.each(['nothing', 'guest', 'member-azure', 'conditional-owner'])(
    'whoever presses for it gets the text for who accepts: %s',
    async (as) => {
      const chat = await stage.opensChat({ as, locale: 'en' });
      await chat.presses('choose-scenario', { scenario: 'join' });
      await chat.presses('sign-in');
      await chat.signsIn();
      await chat.types(t('button.ask-acceptor'));
      expect(chat.words()).toContain(t('card.accept-request.title'));

      await fillsIn(chat, { targetTenant: tenants.alpine.id, acceptLink: '' });

      expect(chat.words()).toMatch(/request [\w-]{36}/);
      if (as === 'nothing' || as === 'guest') expect(chat.words()).toContain('from its current tenant');
    },
  );

  test('who will not accept is passed on to the Owner too', async () => {
    const owner = await asksAcceptor();
    await fillsIn(owner, { targetTenant: tenants.alpine.id, acceptLink: '' });
    const code = /request ([\w-]{36})/.exec(owner.words())?.[1] ?? '';

    const acceptor = await opensRequest('accepts-the-move', code);
    await acceptor.presses('answer-request', { answer: 'declined' });

    await stage.works();
    await owner.hears(t('card.accept-answer.told-declined'));
  });

  test('who accepts gets the link, the Owner hears that it was accepted, and the bot looks whether it moved', async () => {
    const owner = await asksAcceptor();

    const targetTenant = tenants.alpine.id;
    await fillsIn(owner, { targetTenant, acceptLink: 'https://contoso.com/accept' });
    expect(owner.words()).toContain(t('card.accept-request.refused.link-refused'));
    expect(JSON.stringify(owner.heard)).toContain(targetTenant);

    await fillsIn(owner, { targetTenant, acceptLink: link });
    const text = JSON.stringify(owner.heard);
    expect(text).toContain(link);
    const code = /request ([\w-]{36})/.exec(text)?.[1] ?? '';
    expect(code).toHaveLength(36);

    // Global Administrator too, but of another tenant.
    const stranger = await opensRequest('global-admin-m365', code);
    expect(stranger.words()).toContain(targetTenant);
    expect(stranger.button('answer-request')).toBeUndefined();
    expect(JSON.stringify(stranger.heard)).not.toContain(link);

    const acceptor = await opensRequest('accepts-the-move', code);
    expect(JSON.stringify(acceptor.heard)).toContain(link);
    stage.sandbox.core.people.complete('asks-for-the-move');
    await acceptor.presses('answer-request', { answer: 'approved' });
    expect(acceptor.words()).toContain(t('card.admin-answer.told'));

    await stage.works();
    const [, told = ''] = t('card.accept-answer.told-accepted', { date: '|' }).split('|');
    await owner.hears(told);
    expect(owner.words()).not.toContain(t('blank.date'));
    expect(owner.words()).toContain(t('card.proof.left-old-tenant-title'));
  });
});

test('an answer that the channel could not take yet, with 412, comes by itself', async () => {
  const chat = await stage.opensChat({ as: 'global-admin-m365', locale: 'en' });
  stage.sandbox.core.faults.add({ service: 'connector', fault: '412', times: 1 });
  await chat.presses('choose-scenario', { scenario: 'add-azure' });
  expect(chat.words()).toBe('');

  stage.passTime(30_000);
  await stage.works();
  await chat.listens();

  expect(chat.words()).toContain(t('card.sign-in.title'));
});
