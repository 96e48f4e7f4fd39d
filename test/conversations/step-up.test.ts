import type { CardAction } from '../../cards/card-action.ts';
import { stepUpMs } from '../../src/bot/sign-in/step-ups.ts';
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
  // One address may open so many a minute.
  stage.passTime(60_000);
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
    expect(chat.words()).toContain(t('card.step-up.title-proof-azure'));
    expect(chat.words()).not.toContain(t('agreement.title'));
    expect(linksIn(chat)).toHaveLength(1);
    expect(actionsIn(chat)).toEqual([name === 'Teams' ? 'Action.Submit' : 'Action.OpenUrl']);

    const page = await browser.goes(linkIn(chat), azure, { proof: 'given' });
    expect(page.text).toContain(t('step-up.pages.done.title'));
    await hears(chat, t('verdict.add-azure.ready.title'));
    expect(chat.words()).not.toContain(t('card.step-up.title-proof-azure'));

    // The same visit: the facts are fresh, and nobody is asked again.
    stage.sandbox.core.people.complete(azure);
    await chat.presses('show-steps');
    await chat.presses('i-have-done-it');
    expect(chat.words()).toContain(t('card.proof.proven-title'));
    await chat.presses('show-status');
    expect(chat.words()).not.toContain(t('card.step-up.title-proof-azure'));
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
    expect(chat.words()).toContain(t('card.step-up.title-proof-azure'));
  });

  test('what was proved in one chat is worth nothing in another of the same person', async () => {
    const chat = await asksFor(azure, 'choose-scenario', { scenario: 'add-azure' });
    await browser.goes(linkIn(chat), azure, { proof: 'given' });
    await hears(chat, t('verdict.add-azure.ready.title'));

    const other = await stage.opensChat({ as: azure, locale: 'en' });
    await other.presses('show-status');
    await other.presses('sign-in');
    await other.signsIn();
    expect(other.words()).toContain(createTranslator('en')('card.step-up.title-proof-azure'));
  });

  test('what was proved goes with the process, and with a session that is revoked', async () => {
    const chat = await asksFor(azure, 'choose-scenario', { scenario: 'add-azure' });
    await browser.goes(linkIn(chat), azure, { proof: 'given' });
    await hears(chat, t('verdict.add-azure.ready.title'));
    stage.passTime(60_000);
    stage.sandbox.core.people.revoke(azure);
    stage.passTime(60_000);
    await chat.presses('check-again');
    await proves(chat, t('card.step-up.title-sign-in-azure'));

    await stage.restartsBot();
    await chat.presses('check-again');
    expect(chat.words()).toContain(t('card.step-up.title-proof-azure'));
  });

  /** Is asked, and proves it in the window. */
  async function proves(chat: Chat | TeamsChat, asked = t('card.step-up.title-proof-azure')): Promise<void> {
    expect(chat.words()).toContain(asked);
    await browser.goes(linkIn(chat), azure, { proof: 'given' });
    await hears(chat, t('verdict.add-azure.ready.title'));
  }

  test('a second factor for Graph is asked for with the status, which then shows everything', async () => {
    const chat = await asksFor(graph, 'show-status');
    expect(chat.words()).toContain(t('card.step-up.title-proof-graph'));

    await browser.goes(linkIn(chat), graph, { proof: 'given' });
    await hears(chat, 'Southridge Video');
    expect(chat.words()).not.toContain(t('reasons.second-proof.meaning'));
  });

  test('a device that is not managed ends the attempt, and the person hears once what an administrator can do', async () => {
    const chat = await asksFor('managed-device', 'choose-scenario', { scenario: 'add-azure' });
    expect(chat.words()).toContain(t('card.step-up.title-device-azure'));
    const refused = await browser.goes(linkIn(chat), 'managed-device', { proof: 'refused' });
    expect(refused.text).toContain('AADSTS53000');

    await channel.returnsRefused(chat);
    expect(chat.words()).toContain(t('message.step-up-without.text'));
    expect(chat.words()).not.toContain('Microsoft Entra');
    await chat.presses('answer-agreement', { answer: 'not-sure' });
    expect(chat.words().split(t('reasons.device-refused.meaning'))).toHaveLength(2);
    expect(chat.words()).toContain(t('reasons.device-refused.way-out'));
    expect(chat.words()).toContain(t('verdict.add-azure.unsure.title'));
    expect(linksIn(chat)).toHaveLength(0);

    // Another attempt takes a press, and ends the same way.
    await chat.presses('check-again');
    expect(linksIn(chat)).toHaveLength(1);
    await browser.goes(linkIn(chat), 'managed-device', { proof: 'refused' });
    await channel.returnsRefused(chat);
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
    expect(chat.words()).toContain(t('card.step-up.title-sign-in-azure'));
    await browser.goes(linkIn(chat), 'global-admin-m365');
    await hears(chat, t('verdict.add-azure.ready.title'));
  });

  test.each([
    ['of the same tenant', 'global-admin-m365', 'member-m365'],
    ['of another tenant', azure, 'member-m365'],
  ])('an account %s proves nothing, and the person hears which one it takes', async (_name, own, foreign) => {
    const chat = await isAsked(own);
    const wanted = stage.sandbox.core.people.get(own)?.userPrincipalName ?? '';

    const page = await browser.goes(linkIn(chat), foreign, { proof: 'given' });
    expect(page.status).toBe(403);
    expect(page.text).toContain(t('step-up.pages.other-account.title'));
    expect(page.text.replaceAll('&#46;', '.')).toContain(wanted);
    await hears(chat, t('card.step-up.other-account'));
    expect(chat.words()).toContain(wanted);

    // The next window asks which account, and everything goes on from there.
    const entra = new URL((await browser.asks(linkIn(chat))).headers.get('location') ?? 'missing:');
    expect(entra.searchParams.get('prompt')).toBe('select_account');
    expect(entra.searchParams.get('login_hint')).toBeNull();
    await browser.goes(linkIn(chat), own, { proof: 'given' });
    await hears(chat, t('verdict.add-azure.ready.title'));
    expect(everythingIn(chat)).not.toContain('Alex Wilber');
  });

  test('after another account for the second time, the chat goes on with what could be read', async () => {
    const chat = await isAsked(azure);
    await browser.goes(linkIn(chat), 'member-m365', { proof: 'given' });
    await hears(chat, t('card.step-up.other-account'));
    const again = linkIn(chat);
    // In Teams, the window of the first attempt may be closed only now.
    if (chat instanceof TeamsChat)
      await chat.sends({ type: 'invoke', name: 'signin/verifyState', value: { state: 'CancelledByUser' } });
    await browser.goes(again, 'member-m365', { proof: 'given' });

    await hears(chat, t('agreement.title'));
    await chat.presses('answer-agreement', { answer: 'not-sure' });
    expect(chat.words()).toContain(t('verdict.add-azure.unsure.title'));
    expect(chat.words()).toContain(t('reasons.second-proof.meaning'));
    expect(everythingIn(chat)).toContain(t('message.step-up-other-account.text'));
    expect(everythingIn(chat)).not.toContain('Alex Wilber');
  });

  /** Is asked for more than their sign-in showed. */
  async function isAsked(as: string): Promise<Chat | TeamsChat> {
    const chat = await asksFor(as, 'choose-scenario', { scenario: 'add-azure' });
    if (as === azure) return chat;
    stage.passTime(60_000);
    stage.sandbox.core.people.revoke(as);
    stage.passTime(60_000);
    await chat.presses('check-again');
    return chat;
  }
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
      expect(status).toBe(409);
      expect(text).toContain(t('step-up.pages.used.title'));
    }
    await stage.works();
    await chat.listens();
    expect(chat.heard).toEqual([]);
  });

  test('counts only in the browser that opened it', async () => {
    const { chat, url } = await link();
    const back = await comesBack(url);

    const stranger = new Visitor(browser.bot);
    expect((await stranger.asks(back)).status).toBe(400);
    await stranger.asks(url);
    expect((await stranger.asks(back)).status).toBe(400);
    expect((await browser.asks(back)).status).toBe(200);
    await chat.hears(t('verdict.add-azure.ready.title'));
  });

  test.each(['first', 'last'])(
    'is open in two windows: the one opened %s may come back first, and the other is told so',
    async (first) => {
      const { chat, url } = await link();
      const windows = [await comesBack(url), await comesBack(url)];
      const [one, other] = first === 'first' ? windows : windows.toReversed();

      expect((await browser.asks(one ?? '')).status).toBe(200);
      const late = await browser.asks(other ?? '');
      expect(late.status).toBe(409);
      expect(late.text).toContain(t('step-up.pages.used.text'));
      await chat.hears(t('verdict.add-azure.ready.title'));
    },
  );

  test('two windows that come back at the same moment: one counts, and the other is told so', async () => {
    const { chat, url } = await link();
    const windows = [await comesBack(url), await comesBack(url)];

    const seen = await Promise.all(windows.map((back) => browser.asks(back)));
    expect(seen.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    await chat.hears(t('verdict.add-azure.ready.title'));
    await stage.works();
    await chat.listens();
    expect(chat.heard).toEqual([]);
  });

  test('does not spoil the one of another chat in the same browser', async () => {
    const one = await link();
    const other = await link();
    const windows = [await comesBack(one.url), await comesBack(other.url)];

    for (const back of windows) expect((await browser.asks(back)).status).toBe(200);
    await one.chat.hears(t('verdict.add-azure.ready.title'));
    await other.chat.hears(t('verdict.add-azure.ready.title'));
  });

  test('is over after a day, and with the deletion of what is stored', async () => {
    const { url } = await link();
    stage.passTime(stepUpMs);
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
    await chat.hears(t('message.step-up-without.text'));
    await chat.presses('answer-agreement', { answer: 'not-sure' });
    expect(chat.words()).toContain(t('verdict.add-azure.unsure.title'));
    expect(chat.words()).toContain(t('reasons.second-proof.meaning'));
  });

  test('waits while people ask something else, and the card comes again', async () => {
    const { chat } = await link();
    await chat.types('hello');
    expect(chat.words()).toContain(t('card.step-up.title-proof-azure'));
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

function everythingIn(chat: Chat | TeamsChat): string {
  return chat instanceof Chat ? chat.words(chat.transcript) : chat.words([...chat.messages.values()]);
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
