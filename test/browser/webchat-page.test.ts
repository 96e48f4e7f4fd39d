import type { Page } from 'playwright-core';
import { createTranslator } from '../../src/i18n/translator.ts';
import { signIn } from '../sandbox/visit.ts';
import {
  type Intranet,
  openIntranet,
  opensPanel,
  panelOf,
  picture,
  presses,
  says,
  shows,
  signsIn,
  violationsOn,
} from './intranet.ts';
import { listensTo } from './keyboard.ts';

const t = createTranslator('nl');
const launcher = '#onetenant-chat .launcher';
const providesToken =
  "document.addEventListener('onetenant', () => OneTenant.provideToken(({ resource }) => window.tokenFor(resource)));";
const listens =
  "window.heard = []; document.addEventListener('onetenant', () => { for (const name of ['open', 'close', 'message', 'state']) OneTenant.on(name, () => heard.push(name)); });";

let intranet: Intranet;

beforeAll(async () => {
  intranet = await openIntranet([
    { path: '/' },
    {
      path: '/api',
      script: listens,
      options: 'data-title="Vraag het hier" data-accent="#ffcc00" data-position="left"',
    },
    { path: '/link', body: '<p><a href="#onetenant">Stel je vraag</a></p>' },
    { path: '/greeting', options: 'data-greeting="Hulp nodig met Microsoft 365 of Azure?"' },
    { path: '/same-name', body: '<div id="OneTenant"></div>' },
    { path: '/english', language: 'en-GB' },
    { path: '/german', language: 'de-AT' },
    { path: '/sso', script: providesToken },
  ]);
});
afterAll(() => intranet.close());
afterEach(async () => {
  await Promise.all(intranet.browser.contexts().map((context) => context.close()));
  expect(intranet.strayRequests).toEqual([]);
});

test('before the first open a page loads one small script, under a strict policy of its own', async () => {
  const page = await visit('/');
  const requests: string[] = [];
  page.on('request', (request) => requests.push(new URL(request.url()).pathname));

  await page.reload();
  await page.locator(launcher).waitFor();

  expect(requests).toEqual(['/', '/webchat/embed.js']);
  await opensPanel(page);
  expect(intranet.complaints).toEqual([]);
});

test('an origin that is not on the list gets no panel', async () => {
  const page = await visit('/', intranet.strangeOrigin);

  await page.locator(launcher).click();

  const panel = panelOf(page);
  await expect(panel.locator('#chat').waitFor({ timeout: 2_000 })).rejects.toThrow('Timeout');
  expect(intranet.complaints.splice(0).join()).toContain('frame-ancestors');
});

test('a window that is blocked says so on a phone, and can be closed there', async () => {
  const context = await intranet.newReader({ locale: 'nl-NL', width: 390, height: 700 });
  const page = await context.newPage();
  await page.goto(`${intranet.strangeOrigin}/`);
  await page.locator(launcher).click();

  await page.getByText(t('webchat.launcher.failed')).waitFor();
  await page.getByRole('button', { name: t('webchat.launcher.close'), exact: true }).click();

  await page.locator(launcher).waitFor();
  expect(await page.locator('#onetenant-chat .holder').isVisible()).toBe(false);
  intranet.complaints.length = 0;
});

test('while the bot is away the window says so, and opens at a press once it is back', async () => {
  const page = await visit('/');
  await intranet.stage.stopsBot();
  await page.locator(launcher).click();
  await page.getByText(t('webchat.launcher.failed')).waitFor();

  await intranet.stage.startsBot();
  await page.getByRole('button', { name: t('webchat.launcher.tryAgain'), exact: true }).click();

  await panelOf(page).locator('.ac-adaptiveCard').first().waitFor();
  expect(await page.locator('#onetenant-chat .waiting').isVisible()).toBe(false);
  intranet.complaints.length = 0;
});

test('a page that swaps its body, as Turbo does, keeps the chat and what was said', async () => {
  const page = await visit('/');
  const panel = await opensPanel(page);
  await says(panel, 'help');
  await shows(panel, t('card.help.title'));

  await page.evaluate(
    "document.body.replaceWith(Object.assign(document.createElement('body'), { textContent: 'next' }))",
  );

  await page.getByText('next').waitFor();
  await shows(panel, t('card.help.title'));
  await page.locator(launcher).click();
  await panel.locator('#chat').waitFor({ state: 'hidden' });
});

test('a page with an element of the same name, and rules that hide what is empty, shows the chat', async () => {
  const page = await visit('/same-name');
  await page.evaluate(
    "document.adoptedStyleSheets = [new CSSStyleSheet()]; document.adoptedStyleSheets[0].replaceSync('div:empty{display:none}body{transform:scale(1)}')",
  );

  await page.evaluate('OneTenant.open()');

  await panelOf(page).locator('.ac-adaptiveCard').first().waitFor();
});

test('a page that closes the chat while its reader is elsewhere leaves them there', async () => {
  const page = await visit('/api');
  await page.evaluate('OneTenant.open()');
  await panelOf(page).locator('.ac-adaptiveCard').first().waitFor();
  await page.evaluate(
    "document.body.append(Object.assign(document.createElement('input'), { id: 'own' })); own.focus()",
  );

  await page.evaluate('OneTenant.close()');

  expect(await page.evaluate('document.activeElement.id')).toBe('own');
});

test('focus goes into the panel and back, and Escape closes it', async () => {
  const page = await visit('/');
  await page.locator(launcher).focus();
  await page.keyboard.press('Enter');
  const panel = panelOf(page);
  await panel.locator('[data-id=webchat-sendbox-input]:focus').waitFor();

  await page.keyboard.press('Escape');

  await page.locator(`${launcher}[aria-expanded=false]:focus`).waitFor();
  expect(await page.locator('#onetenant-chat .holder').isVisible()).toBe(false);
});

test('Escape in a card leaves the card and not the chat', async () => {
  const page = await visit('/');
  const panel = await opensPanel(page);
  await panel.locator('.ac-pushButton', { hasText: t('button.not-sure') }).focus();

  await page.keyboard.press('Escape');

  await panel.locator('.webchat__basic-transcript:focus-within').waitFor();
  expect(await page.locator('#onetenant-chat .holder').isVisible()).toBe(true);
  await page.keyboard.press('Escape');
  await panel.locator('[data-id=webchat-sendbox-input]:focus').waitFor();
  await page.keyboard.press('Escape');
  await page.locator(`${launcher}:focus`).waitFor();
});

test('a new message is told to screen readers once', async () => {
  const page = await visit('/');
  const panel = await opensPanel(page);
  const frame = page.frames().at(-1);
  if (frame !== undefined) await listensTo(frame);

  await says(panel, 'help');
  await shows(panel, t('card.help.title'));
  await panel.getByText('Zojuist').last().waitFor();
  const said = async (): Promise<number> => {
    const told = (await frame?.evaluate('heard')) as string[];
    return told.filter((text) => text.includes(t('card.help.title'))).length;
  };

  // It is said once the focus has moved.
  for (let tries = 0; tries < 50 && (await said()) === 0; tries += 1) await page.waitForTimeout(100);
  expect(await said()).toBe(1);
});

test('a page opens, closes and hears through its own script', async () => {
  const page = await visit('/api');
  await page.evaluate('OneTenant.open()');
  const panel = panelOf(page);
  await panel.locator('.ac-adaptiveCard').first().waitFor();
  expect(await panel.locator('#title').textContent()).toBe('Vraag het hier');

  await page.evaluate('OneTenant.close()');
  await panel.locator('#chat').waitFor({ state: 'hidden' });

  expect(await page.evaluate('[...new Set(heard)].sort()')).toEqual(['close', 'message', 'open', 'state']);
  expect(await page.locator(launcher).getAttribute('aria-label')).toBe(`Vraag het hier: ${t('webchat.launcher.open')}`);
});

test('a link to #onetenant opens the chat', async () => {
  const page = await visit('/link');

  await page.getByText('Stel je vraag').click();

  await panelOf(page).locator('.ac-adaptiveCard').first().waitFor();
});

test('a greeting is shown until it is hidden', async () => {
  const page = await visit('/greeting');
  await picture(page, 'webchat-launcher-nl');

  await page.getByRole('button', { name: t('webchat.launcher.dismiss') }).click();

  await page.getByText('Hulp nodig').waitFor({ state: 'hidden' });
});

test.each([
  ['/english', 'en'],
  ['/german', 'de'],
] as const)(
  '%s: the panel speaks the language of the page, and then that of the conversation',
  async (path, locale) => {
    const panel = await opensPanel(await visit(path));

    expect(await panel.locator('html').getAttribute('lang')).toBe(locale);
    expect(await panel.locator('#start-over').getAttribute('aria-label')).toBe(
      createTranslator(locale)('webchat.panel.startOver'),
    );
    await shows(panel, createTranslator(locale)('card.welcome.first-title'));

    await says(panel, 'Nederlands');
    await panel.locator('html[lang=nl]').waitFor();
    await panel.locator(`[placeholder="${t('webchat.panel.placeholder')}"]`).waitFor();
    expect(await panel.locator('#start-over').getAttribute('aria-label')).toBe(t('webchat.panel.startOver'));
    const message = panel.locator('.webchat__basic-transcript__activity', { has: panel.locator('.ac-adaptiveCard') });
    await panel.locator('.webchat__basic-transcript__activity[lang=nl]').first().waitFor();
    expect(await message.first().getAttribute('lang')).toBe(locale);
    await says(panel, 'taal');
    await panel.locator('.ac-pushButton[lang=de]', { hasText: 'Deutsch' }).waitFor();
  },
);

test('no key is in an address, in storage or in the page', async () => {
  const page = await visit('/');
  const answered = page.waitForResponse((response) => response.url().endsWith('/api/webchat/token'));
  await opensPanel(page);
  const { token } = (await (await answered).json()) as { token: string };

  for (const frame of page.frames()) {
    const kept = await frame.evaluate(
      'JSON.stringify([location.href, { ...localStorage }, { ...sessionStorage }, document.cookie, document.documentElement.outerHTML])',
    );
    expect(kept).not.toContain(token);
    expect(kept).not.toContain(String(intranet.stage.settings.DIRECT_LINE_SECRET));
  }
});

test('the sign-in of the page itself is used when it offers one', async () => {
  const page = await visit('/sso', intranet.origin, async (resource) => {
    expect(resource).toBe(intranet.stage.sandbox.core.registrations.signIn.scope);
    return String((await signIn(intranet.stage.sandbox, 'global-admin-m365')).access_token);
  });
  const panel = await opensPanel(page);

  await presses(panel, t('scenarios.add-azure.choice'));
  await presses(panel, t('button.sign-in'));

  await shows(panel, t('verdict.add-azure.ready.title'));
  expect(await panel.getByText(t('card.sign-in.open-window')).count()).toBe(0);
});

test('when the sign-in of the page is not good, the usual one is offered', async () => {
  const panel = await opensPanel(await visit('/sso', intranet.origin, async () => 'not-a-token'));

  await presses(panel, t('scenarios.add-azure.choice'));
  await presses(panel, t('button.sign-in'));

  await shows(panel, t('card.sign-in.open-window'));
});

test('where the browser keeps the sites apart, a code signs in', async () => {
  const page = await visit('/', intranet.otherSite);
  const panel = await opensPanel(page);
  await presses(panel, t('scenarios.add-azure.choice'));
  const popup = await signsIn(page, panel, 'global-admin-m365');

  await says(panel, /\b\d{6}\b/.exec(await popup.locator('[data-outcome="code"]').innerText())?.[0] ?? '');

  await shows(panel, t('verdict.add-azure.ready.title'));
});

test.each([
  { name: 'light', width: 1280, colorScheme: 'light', forcedColors: 'none' },
  { name: 'dark', width: 1280, colorScheme: 'dark', forcedColors: 'none' },
  { name: 'narrow', width: 320, colorScheme: 'light', forcedColors: 'none' },
  { name: 'forced colours', width: 390, colorScheme: 'dark', forcedColors: 'active' },
] as const)('nothing on the page or in the panel shuts people out ($name)', async ({ name, ...look }) => {
  const reader = await intranet.newReader({ height: 800, ...look });
  const page = await reader.newPage();
  await page.goto(`${intranet.origin}/`);
  expect(await violationsOn(page)).toEqual([]);

  const panel = await opensPanel(page);
  await presses(panel, t('scenarios.add-azure.choice'));
  await says(panel, t('button.sign-in'));
  await shows(panel, t('card.sign-in.open-window'));
  await says(panel, t('button.without-sign-in'));
  await shows(panel, t('card.steps.unchecked'));
  if (name === 'dark') await picture(page, 'webchat-dark-nl');
  expect(await violationsOn(page)).toEqual([]);
  expect(await tooWide(page)).toEqual([]);
  await panel.locator('[role=listitem]').first().waitFor({ state: 'attached' });
  expect(await looksOf(page)).toEqual({ fainterThan3: [], withoutRing: [], cutAtTheSide: [] });
  await spacesOut(page);
  expect(await tooWide(page)).toEqual([]);
  expect(await cutOff(page)).toEqual([]);

  await reader.setOffline(true);
  await panel.locator('#state[data-state=offline]').waitFor();
  expect(await violationsOn(page)).toEqual([]);
});

async function visit(
  path: string,
  origin = intranet.origin,
  tokenFor?: (resource: string) => Promise<string>,
): Promise<Page> {
  const page = await (await intranet.newReader()).newPage();
  if (tokenFor !== undefined) await page.exposeFunction('tokenFor', tokenFor);
  await page.goto(`${origin}${path}`);
  return page;
}

/** What has a frame or a ground that can hardly be seen, what is cut off at a side, and what has no ring of two pixels while it has the focus. Source: WCAG 2.2, 1.4.11 and 2.4.7. */
async function looksOf(page: Page): Promise<unknown> {
  // What the keyboard was used for last decides whether a browser draws the ring.
  await page.keyboard.press('Shift');
  return page
    .frames()
    .at(-1)
    ?.evaluate(`(async () => {
    const luminance = (colour) => {
      const [red, green, blue] = colour.map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const contrast = (...colours) => {
      const [dark, light] = colours.map(luminance).sort((one, other) => one - other);
      return (light + 0.05) / (dark + 0.05);
    };
    const partsOf = (colour) => (colour.match(/[\\d.]+/g) ?? []).map(Number);
    const isClear = (colour) => colour.length === 3 || colour[3] > 0.75;
    const groundOf = (node) => {
      for (let at = node; at; at = at.parentElement) {
        const ground = partsOf(getComputedStyle(at).backgroundColor);
        if (isClear(ground)) return ground.slice(0, 3);
      }
      return [255, 255, 255];
    };
    const controls = [...document.querySelectorAll('a[href], button, input, textarea')].filter(
      (one) => one.checkVisibility() && one.ariaDisabled !== 'true' && !one.disabled && one.tabIndex >= 0,
    );
    const nameOf = (one) => one.id || one.title || one.textContent.trim() || one.className;
    const isFramed = (one) => one.matches('.ac-pushButton, .ac-input, #mend') && !one.hasAttribute('aria-controls') && !one.closest('[id^="small-"]');
    const fainterThan3 = controls.filter(isFramed).filter((one) => {
      const around = groundOf(one.parentElement);
      const { borderTopColor, backgroundColor } = getComputedStyle(one);
      return [borderTopColor, backgroundColor].map(partsOf).filter(isClear).every((colour) => contrast(colour.slice(0, 3), around) < 3);
    });
    const isCut = (one) => {
      const { left, right } = one.getBoundingClientRect();
      for (let at = one.parentElement; at && !at.matches('.ac-adaptiveCard, #chat, body'); at = at.parentElement) {
        const around = at.getBoundingClientRect();
        if (getComputedStyle(at).overflowX !== 'visible' && (left < around.left - 1 || right > around.right + 1)) return true;
      }
      return false;
    };
    const before = document.activeElement;
    const hasRing = async (one) => {
      one.focus();
      // With reduced motion everything changes within 0.01 ms, which is still a frame.
      await new Promise((resolve) => setTimeout(resolve, 50));
      const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(one);
      const ring = partsOf(outlineColor).slice(0, 3);
      const other = /rgb\\([^)]*\\)/.exec(boxShadow)?.[0];
      const beside = other ? partsOf(other) : groundOf(one);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && contrast(ring, beside) >= 3;
    };
    const withoutRing = [];
    for (const one of controls) if (!(await hasRing(one))) withoutRing.push(one);
    before?.focus?.();
    return { fainterThan3: fainterThan3.map(nameOf), withoutRing: withoutRing.map(nameOf), cutAtTheSide: controls.filter((one) => one.closest('.ac-adaptiveCard') && isCut(one)).map(nameOf) };
  })()`);
}

/** The spacing that a reader may set. Source: WCAG 2.2, 1.4.12. */
async function spacesOut(page: Page): Promise<void> {
  await page
    .frames()
    .at(-1)
    ?.evaluate(`(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }');
    document.adoptedStyleSheets = [sheet];
  })()`);
}

/** Texts of cards and buttons that are longer than what is seen of them. */
async function cutOff(page: Page): Promise<unknown> {
  return page
    .frames()
    .at(-1)
    ?.evaluate(`[...document.querySelectorAll('.ac-textBlock, .ac-pushButton, #ask button, #mend')]
    .filter((one) => one.checkVisibility() && (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 4))
    .map(({ textContent }) => textContent)`);
}

/** Frames whose content is wider than they are. */
async function tooWide(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  for (const frame of page.frames()) {
    const isTooWide = await frame.evaluate('document.documentElement.scrollWidth > innerWidth');
    if (isTooWide) found.push(frame.url());
  }
  return found;
}
