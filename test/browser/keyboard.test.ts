import type { BrowserContext, Page } from 'playwright-core';
import type { Locale } from '../../src/i18n/locales.ts';
import { createTranslator } from '../../src/i18n/translator.ts';
import { type Intranet, openIntranet, opensPanel, panelOf, presses, says, shows } from './intranet.ts';
import { KeyboardUser } from './keyboard.ts';

/** The chat window with the keyboard alone: where the focus is after each press, and what is said. */

const t = createTranslator('nl');
let intranet: Intranet;
let reader: BrowserContext;

beforeAll(async () => {
  intranet = await openIntranet([
    { path: '/' },
    { path: '/en', language: 'en' },
    { path: '/nl', language: 'nl' },
    { path: '/de', language: 'de' },
    { path: '/link', body: '<p><a href="#onetenant">Stel je vraag</a></p>' },
    { path: '/greeting', options: 'data-greeting="Hulp nodig?"' },
  ]);
});
afterAll(() => intranet.close());
beforeEach(async () => {
  await intranet.stage.sandbox.reset();
  reader = await intranet.newReader();
});
afterEach(() => reader.close());

describe.each(['en', 'nl', 'de'] as const satisfies readonly Locale[])('in %s', (locale) => {
  const t = createTranslator(locale);

  test('from the page to the proof in at most 25 presses, and the focus is never lost', async () => {
    const page = await visits(`/${locale}`);
    const user = await KeyboardUser.opens(page);

    await user.press('Shift+Tab');
    await user.press('Shift+Tab');
    expect(await user.press('Enter')).toBe(t('scenarios.add-azure.choice'));
    await user.press('Enter');
    await user.isAt(t('button.sign-in'));
    expect(await user.cardName()).toBe(t('card.sign-in.title'));
    await user.hears(t('card.sign-in.only-reading'));
    await signsIn(user, 'global-admin-m365');
    await user.hears(t('webchat.panel.signInWaits'));
    await user.isAt(newWindow(t('links.azure-free'), locale));
    const [verdict = ''] = (await user.hears('megan.bowen@contoso.com')).slice(-1);
    expect(verdict).toContain(t('notices.agreement-unknown'));
    expect(await user.cardName()).toContain(t('card.state.ready'));

    await user.tabsTo(t('button.more'));
    await user.press('Enter');
    await user.tabsTo(t('button.show-steps'));
    await user.press('Enter');
    await user.hears(t('card.steps.progress', { step: 1, total: 5 }));
    await user.isAt(newWindow(t('links.azure-free'), locale));
    await user.tabsTo(t('button.tick-step', { step: 1 }));
    await user.press('Enter');
    await user.hears(t('card.steps.counted', { count: 1, total: 5 }));
    await user.isAt(newWindow(t('links.azure-sign-up'), locale));

    intranet.stage.sandbox.core.people.complete('global-admin-m365');
    await user.tabsTo(t('button.i-have-done-it'));
    await user.press('Enter');
    await user.hears('Contoso');
    await user.isAt(t('button.show-receipt'));
    expect(await user.cardName()).toContain(t('card.proof.proven-title'));

    expect(user.presses).toBeLessThanOrEqual(25);
    expect(user.notes.filter((note) => note.includes('has the focus'))).toEqual([]);
  });
});

test('used cards can be read and not be pressed, and the newest message is the first that Shift+Tab finds', async () => {
  const page = await visits('/');
  const panel = await opensPanel(page);
  await presses(panel, t('scenarios.add-azure.choice'));
  await shows(panel, t('card.sign-in.title'));

  const old = panel.getByRole('button', { name: t('scenarios.add-azure.choice'), exact: true });
  await panel.locator(`[aria-disabled=true][title="${t('scenarios.add-azure.choice')}"]`).waitFor();
  await old.focus();
  await page.keyboard.press('Enter');
  await says(panel, 'help');
  await shows(panel, t('card.help.title'));
  await panel.locator('.ac-adaptiveCard').nth(2).waitFor();
  expect(await panel.getByText(t('message.expired-button.title')).count()).toBe(0);

  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  const [active, newest] = await panel
    .locator('#chat')
    .evaluate((chat) => [
      chat.querySelector('.webchat__basic-transcript:focus')?.getAttribute('aria-activedescendant'),
      [...chat.querySelectorAll('.webchat__basic-transcript__activity-active-descendant')].at(-1)?.id,
    ]);
  expect(active).toBe(newest);
});

test('a sign-in that is left says that it waits, and that a code or another press helps', async () => {
  const page = await visits('/');
  const user = await KeyboardUser.opens(page);
  await user.press('Shift+Tab');
  await user.press('Shift+Tab');
  await user.press('Enter');
  await user.press('Enter');
  await user.isAt(t('button.sign-in'));
  const opened = page.waitForEvent('popup');
  await user.press('Enter');
  await (await opened).close();
  await user.hears(t('webchat.panel.signInWaits'));
  await user.comesBack();

  await user.hears(t('webchat.panel.signInOpen'));
  await user.isAt(t('button.sign-in'));
});

test('Escape on nothing in particular does not close the chat', async () => {
  const page = await visits('/');
  const panel = await opensPanel(page);
  await panel.locator('#title').click();

  await page.keyboard.press('Escape');

  expect(await page.locator('#onetenant-chat .holder').isVisible()).toBe(true);
  await panel.locator('[data-id=webchat-sendbox-input]:focus').waitFor();
});

test('a window that is opened again has the focus where it was, and the page gets it back where it came from', async () => {
  const page = await visits('/link');
  const link = page.getByText('Stel je vraag');
  await link.focus();
  await page.keyboard.press('Enter');
  const panel = panelOf(page);
  await panel.locator('.ac-adaptiveCard').first().waitFor();
  const choice = panel.getByRole('button', { name: t('button.not-sure'), exact: true });
  await choice.focus();
  await page.evaluate('OneTenant.close()');

  await page.locator('a:focus', { hasText: 'Stel je vraag' }).waitFor();
  await page.keyboard.press('Enter');

  await panel.locator(`.ac-pushButton[title="${t('button.not-sure')}"]:focus`).waitFor();
});

test('a greeting that is hidden hands the focus to the button that it stands beside', async () => {
  const page = await visits('/greeting');
  await page.getByRole('button', { name: t('webchat.launcher.dismiss') }).focus();

  await page.keyboard.press('Enter');

  await page.locator('#onetenant-chat .launcher:focus').waitFor();
});

test('what was not sent is said, and the focus stays in the chat after it was sent again', async () => {
  const page = await visits('/');
  const user = await KeyboardUser.opens(page);
  await page.route('**/v3/directline/conversations/*/activities', (route) =>
    route.fulfill({ status: 400, body: '{}' }),
  );
  await page.keyboard.type('help');
  await page.keyboard.press('Enter');
  await user.hears(t('webchat.panel.notSent'));
  await page.unroute('**/v3/directline/conversations/*/activities');

  await user.panel.locator('.webchat__activity-status button, button.webchat__activity-status').first().focus();
  await page.keyboard.press('Enter');

  await user.hears(t('card.help.title'));
  expect(await user.focus()).not.toContain('has the focus');
});

test.each(['light', 'dark'] as const)(
  'the ring of what has the focus is inside it, in two colours that differ (%s)',
  async (colorScheme) => {
    const looker = await intranet.newReader({ colorScheme });
    const page = await looker.newPage();
    await page.goto(`${intranet.origin}/`);
    const user = await KeyboardUser.opens(page);
    await user.press('Shift+Tab');
    await user.press('Shift+Tab');
    await user.press('Enter');
    await user.isAt(t('scenarios.add-azure.choice'));
    // With reduced motion everything changes within 0.01 ms, which is still a frame.
    await page.waitForTimeout(200);

    const ring = (await page
      .frames()
      .at(-1)
      ?.evaluate(`(() => {
      const { outlineStyle, outlineWidth, outlineOffset, outlineColor, boxShadow } = getComputedStyle(document.activeElement);
      const colours = [outlineColor, /rgb\\([^)]*\\)/.exec(boxShadow)?.[0] ?? ''];
      return { outlineStyle, outlineWidth, outlineOffset, colours };
    })()`)) as { readonly colours: readonly string[] };

    expect(ring).toMatchObject({ outlineStyle: 'solid', outlineWidth: '2px', outlineOffset: '-2px' });
    expect(contrast(ring.colours)).toBeGreaterThan(7);
    await looker.close();
  },
);

/** Of two colours as a browser writes them. Source: WCAG 2.2, "contrast ratio". */
function contrast(colours: readonly string[]): number {
  const [dark = 0, light = 0] = colours.map(luminance).sort((one, other) => one - other);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [...colour.matchAll(/\d+/g)].map(([part]) => {
    const share = Number(part) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

async function visits(path: string): Promise<Page> {
  const page = await reader.newPage();
  await page.goto(`${intranet.origin}${path}`);
  return page;
}

/** The window of the sign-in is a page of its own; a person there presses what Microsoft shows. */
async function signsIn(user: KeyboardUser, person: string): Promise<void> {
  const opened = user.page.waitForEvent('popup');
  await user.press('Enter');
  const popup = await opened;
  await popup.locator(`button[value="${person}"]`).press('Enter');
  await popup.waitForEvent('close').catch(() => undefined);
  await user.page.bringToFront();
}

function newWindow(label: string, locale: Locale): string {
  return `${label} (${createTranslator(locale)('webchat.panel.newWindow')})`;
}
