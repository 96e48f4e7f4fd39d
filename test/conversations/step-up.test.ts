import type { CardAction } from '../../cards/card-action.ts';
import type { Locale } from '../../src/i18n/locales.ts';
import { createTranslator } from '../../src/i18n/translator.ts';
import { Visitor } from '../operator/visitor.ts';
import { TeamsChat } from '../teams/teams-chat.ts';
import { Chat } from './chat.ts';
import { type Stage, setStage } from './stage.ts';

/** Somebody whose organisation wants more than a password proves who they are, and comes back to where they were. */

let stage: Stage;
let browser: Visitor;

beforeAll(async () => {
  stage = await setStage();
});

afterAll(() => stage.stop());

beforeEach(async () => {
  await stage.sandbox.reset();
  browser = new Visitor(stage.settings.PUBLIC_URL ?? '');
});

/** What differs between the channels. */
interface Channel {
  readonly locale: Locale;
  opens(as: string): Promise<Chat | TeamsChat>;
  signsIn(chat: Chat | TeamsChat): Promise<void>;
  /** How the person shows that Microsoft did not let them through. */
  returnsRefused(chat: Chat | TeamsChat): Promise<void>;
}

const channels: Readonly<Record<'Web Chat' | 'Teams', Channel>> = {
  'Web Chat': {
    locale: 'en',
    opens: (as) => stage.opensChat({ as, locale: 'en' }),
    async signsIn(chat) {
      if (chat instanceof Chat) await chat.signsIn();
    },
    async returnsRefused(chat) {
      await chat.types('skip');
    },
  },
  Teams: {
    locale: 'nl',
    opens: (as) => TeamsChat.install(stage, { as, locale: 'nl' }),
    async signsIn(chat) {
      if (chat instanceof TeamsChat) await chat.signsInByWindow();
    },
    // What Teams sends when its sign-in window is closed.
    async returnsRefused(chat) {
      await chat.sends({ type: 'invoke', name: 'signin/verifyState', value: { state: 'CancelledByUser' } });
    },
  },
};

const azure = 'second-factor-for-azure';
const graph = 'second-factor-for-graph';

describe.each(['Web Chat', 'Teams'] as const)('in %s', (name) => {
  const channel = channels[name];
  const t = createTranslator(channel.locale);

  async function asksFor(as: string, press: CardAction['do'], members: Record<string, unknown> = {}) {
    const chat = await channel.opens(as);
    await chat.presses(press, members);
    await chat.presses('sign-in');
    await channel.signsIn(chat);
    return chat;
  }

  test('a second factor for Azure is asked for once, in the sign-in window, and the verdict follows by itself', async () => {
    const chat = await asksFor(azure, 'choose-scenario', { scenario: 'add-azure' });
    expect(chat.words()).toContain(t('card.step-up.title-azure'));
    expect(chat.words()).not.toContain(t('agreement.title'));
    expect(linksIn(chat)).toHaveLength(1);
    expect(actionsIn(chat)).toEqual([name === 'Teams' ? 'Action.Submit' : 'Action.OpenUrl']);

    const page = await browser.goes(linkIn(chat), azure, { proof: 'given' });
    expect(page.text).toContain(t('step-up.pages.done.title'));
    await hears(chat, t('verdict.add-azure.ready.title'));
    expect(chat.words()).not.toContain(t('card.step-up.title-azure'));

    // The same visit: the facts are fresh, and nobody is asked again.
    stage.sandbox.core.people.complete(azure);
    await chat.presses('show-steps');
    await chat.presses('i-have-done-it');
    expect(chat.words()).toContain(t('card.proof.proven-title'));
    await chat.presses('show-status');
    expect(chat.words()).not.toContain(t('card.step-up.title-azure'));
    expect(chat.words()).toContain('Coho Winery');
  });

  test('what was proved is over after an hour, and with the sign-in', async () => {
    const chat = await asksFor(azure, 'choose-scenario', { scenario: 'add-azure' });
    await browser.goes(linkIn(chat), azure, { proof: 'given' });
    await hears(chat, t('verdict.add-azure.ready.title'));
    await waits(chat, 45);
    await chat.presses('check-again');
    expect(chat.words()).toContain(t('verdict.add-azure.ready.title'));

    await waits(chat, 15);
    await chat.presses('check-again');
    await proves(chat);
    await chat.types(channel.locale === 'nl' ? 'afmelden' : 'sign out');
    await chat.presses('choose-scenario', { scenario: 'add-azure' });
    await chat.presses('sign-in');
    await channel.signsIn(chat);
    expect(chat.words()).toContain(t('card.step-up.title-azure'));
  });

  test('what was proved in one chat is worth nothing in another of the same person', async () => {
    const chat = await asksFor(azure, 'choose-scenario', { scenario: 'add-azure' });
    await browser.goes(linkIn(chat), azure, { proof: 'given' });
    await hears(chat, t('verdict.add-azure.ready.title'));

    const other = await stage.opensChat({ as: azure, locale: 'en' });
    await other.presses('show-status');
    await other.presses('sign-in');
    await other.signsIn();
    expect(other.words()).toContain(createTranslator('en')('card.step-up.title-azure'));
  });

  test('what was proved goes with the process, and with a session that is revoked', async () => {
    const chat = await asksFor(azure, 'choose-scenario', { scenario: 'add-azure' });
    await browser.goes(linkIn(chat), azure, { proof: 'given' });
    await hears(chat, t('verdict.add-azure.ready.title'));
    stage.passTime(60_000);
    stage.sandbox.core.people.revoke(azure);
    stage.passTime(60_000);
    await chat.presses('check-again');
    await proves(chat);

    await stage.restartsBot();
    await chat.presses('check-again');
    expect(chat.words()).toContain(t('card.step-up.title-azure'));
  });

  /** Is asked, and proves it in the window. */
  async function proves(chat: Chat | TeamsChat): Promise<void> {
    expect(chat.words()).toContain(t('card.step-up.title-azure'));
    await browser.goes(linkIn(chat), azure, { proof: 'given' });
    await hears(chat, t('verdict.add-azure.ready.title'));
  }

  test('a second factor for Graph is asked for with the status, which then shows everything', async () => {
    const chat = await asksFor(graph, 'show-status');
    expect(chat.words()).toContain(t('card.step-up.title-graph'));

    await browser.goes(linkIn(chat), graph, { proof: 'given' });
    await hears(chat, 'Southridge Video');
    expect(chat.words()).not.toContain(t('reasons.second-proof.meaning'));
  });

  test('a device that is not managed ends the attempt, and the person hears what an administrator can do', async () => {
    const chat = await asksFor('managed-device', 'choose-scenario', { scenario: 'add-azure' });
    const refused = await browser.goes(linkIn(chat), 'managed-device', { proof: 'refused' });
    expect(refused.text).toContain('AADSTS53000');

    await channel.returnsRefused(chat);
    expect(chat.words()).toContain(t('message.step-up-failed.text'));
    await chat.presses('answer-agreement', { answer: 'not-sure' });
    expect(chat.words()).toContain(t('reasons.device-refused.meaning'));
    expect(chat.words()).toContain(t('verdict.add-azure.unsure.title'));
    expect(linksIn(chat)).toHaveLength(0);
  });

  test('a revoked session asks the person to sign in once more, and goes on', async () => {
    const chat = await asksFor('global-admin-m365', 'choose-scenario', { scenario: 'add-azure' });
    expect(chat.words()).toContain(t('verdict.add-azure.ready.title'));
    stage.passTime(60_000);
    stage.sandbox.core.people.revoke('global-admin-m365');
    stage.passTime(60_000);

    await chat.presses('check-again');
    expect(chat.words()).toContain(t('card.step-up.title-azure'));
    await browser.goes(linkIn(chat), 'global-admin-m365');
    await hears(chat, t('verdict.add-azure.ready.title'));
  });

  test('what another person proves counts for nothing, and the person hears of it', async () => {
    const chat = await asksFor('global-admin-m365', 'choose-scenario', { scenario: 'add-azure' });
    stage.passTime(60_000);
    stage.sandbox.core.people.revoke('global-admin-m365');
    stage.passTime(60_000);
    await chat.presses('check-again');

    const page = await browser.goes(linkIn(chat), 'member-m365');

    expect(page.status).toBe(403);
    expect(page.text).toContain(t('step-up.pages.other-account.title'));
    // In Teams, the words and the card that they go with are two messages.
    await hears(chat, t('agreement.title'));
    await chat.presses('answer-agreement', { answer: 'not-sure' });
    expect(chat.words()).toContain(t('verdict.add-azure.unsure.title'));
    const all = chat instanceof Chat ? chat.words(chat.transcript) : chat.words([...chat.messages.values()]);
    expect(all).toContain(t('message.step-up-other-account.text'));
    expect(all).not.toContain('Alex Wilber');
  });
});

describe('a link of a step-up', () => {
  const t = createTranslator('en');

  async function link(): Promise<{ readonly chat: Chat; readonly url: string }> {
    const chat = await stage.opensChat({ as: azure, locale: 'en' });
    await chat.presses('choose-scenario', { scenario: 'add-azure' });
    await chat.presses('sign-in');
    await chat.signsIn();
    return { chat, url: linkIn(chat) };
  }

  /** Goes to Entra and proves it, and gives the address back instead of going there. */
  async function comesBack(url: string): Promise<string> {
    const sent = await browser.asks(url);
    const entra = new URL(sent.headers.get('location') ?? 'missing:');
    entra.searchParams.set('person', azure);
    entra.searchParams.set('proof', 'given');
    return (await fetch(entra, { redirect: 'manual' })).headers.get('location') ?? '';
  }

  test('hands the claims on to Entra, for the resource that asked, in the tenant and with the name of the person', async () => {
    const { url } = await link();
    const entra = new URL((await browser.asks(url)).headers.get('location') ?? 'missing:');
    const { searchParams: query } = entra;

    expect(entra.pathname).toContain(stage.sandbox.core.people.get(azure)?.homeTenantId);
    expect(query.get('scope')).toContain(`${stage.settings.ARM_URL}/.default`);
    expect(JSON.parse(query.get('claims') ?? '')).toMatchObject({
      access_token: { capolids: { essential: true }, xms_cc: { values: ['cp1'] } },
    });
    expect(query.get('code_challenge_method')).toBe('S256');
    expect(query.get('login_hint')).toBe('jana.whitfield@cohowinery.com');
    expect(query.get('redirect_uri')).toBe(`${stage.settings.PUBLIC_URL}/step-up/signed-in`);
  });

  test('works once: coming back a second time, or opening it again, changes nothing', async () => {
    const { chat, url } = await link();
    const back = await comesBack(url);
    expect((await browser.asks(back)).status).toBe(200);
    await chat.hears(t('verdict.add-azure.ready.title'));

    const again = await browser.asks(back);
    const reopened = await browser.asks(url);

    for (const { status, text } of [again, reopened]) {
      expect(status).toBe(400);
      expect(text).toContain(t('step-up.pages.old.title'));
    }
    await stage.works();
    await chat.listens();
    expect(chat.heard).toEqual([]);
  });

  test('counts only in the browser that opened it, and only its newest opening', async () => {
    const { chat, url } = await link();
    const first = await comesBack(url);
    const second = await comesBack(url);

    expect((await new Visitor(browser.bot).asks(second)).status).toBe(400);
    expect((await browser.asks(first)).status).toBe(400);
    // The page that refused took the browser's part away, as after any attempt.
    const third = await comesBack(url);
    expect((await browser.asks(third)).status).toBe(200);
    await chat.hears(t('verdict.add-azure.ready.title'));
  });

  test('is over after a quarter of an hour, and with the deletion of what is stored', async () => {
    const { url } = await link();
    stage.passTime(16 * 60_000);
    expect((await browser.asks(url)).status).toBe(400);

    const { chat, url: other } = await link();
    await chat.types('delete my data');
    await chat.presses('delete-my-data-now');
    expect((await browser.asks(other)).status).toBe(400);
  });

  test('that nobody gave out leads nowhere', async () => {
    for (const path of [
      '/step-up/open/x',
      `/step-up/open/${'a'.repeat(43)}`,
      '/step-up/signed-in',
      '/step-up/signed-in?state=..&code=x',
    ]) {
      const seen = await browser.asks(path);
      expect(seen.status).toBe(400);
      expect(seen.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    }
  });

  test('of somebody who cancels at Microsoft leads on with what could be read', async () => {
    const { chat, url } = await link();
    const page = await browser.goes(url, azure, { choice: 'cancel' });

    expect(page.text).toContain(t('step-up.pages.refused.title'));
    await chat.hears(t('message.step-up-failed.text'));
    await chat.presses('answer-agreement', { answer: 'not-sure' });
    expect(chat.words()).toContain(t('verdict.add-azure.unsure.title'));
    expect(chat.words()).toContain(t('reasons.second-proof.meaning'));
  });

  test('waits while people ask something else, and the card comes again', async () => {
    const { chat } = await link();
    await chat.types('hello');
    expect(chat.words()).toContain(t('card.step-up.title-azure'));
    await chat.types('why');
    expect(chat.words()).toContain(t('why.step-up'));
  });
});

/** Time passes, in which Web Chat keeps its connection. */
async function waits(chat: Chat | TeamsChat, minutes: number): Promise<void> {
  for (let passed = 0; passed < minutes; passed += 15) {
    stage.passTime(15 * 60_000);
    if (chat instanceof Chat) await chat.renews();
  }
}

async function hears(chat: Chat | TeamsChat, words: string): Promise<void> {
  if (chat instanceof Chat) return chat.hears(words);
  let all = '';
  for (let look = 0; look < 200 && !all.includes(words); look += 1) {
    await chat.listens();
    all += chat.words();
    if (!all.includes(words)) await new Promise((resolve) => setTimeout(resolve, 25));
  }
  expect(all).toContain(words);
}

function linkIn(chat: Chat | TeamsChat): string {
  const link = linksIn(chat).at(-1);
  if (link === undefined) throw new Error(`no link of a step-up in: ${chat.words()}`);
  return link;
}

function linksIn({ heard }: Chat | TeamsChat): readonly string[] {
  return [...JSON.stringify(heard).matchAll(/"(?:url|value)":"([^"]+\/step-up\/open\/[^"]+)"/g)].map(
    ([, url]) => url ?? '',
  );
}

function actionsIn({ heard }: Chat | TeamsChat): readonly string[] {
  const content = heard.at(-1)?.attachments?.[0]?.content as { actions?: readonly { type: string }[] } | undefined;
  return (content?.actions ?? []).map(({ type }) => type);
}
