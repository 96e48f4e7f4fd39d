import type { FrameLocator, Page } from 'playwright-core';
import { createTranslator } from '../../src/i18n/translator.ts';
import { realContent } from '../questions/question-sets.ts';
import { type Intranet, openIntranet, opensOnPhone, presses, says, shows, signsIn } from './intranet.ts';

/** What people see without scrolling, in a window as large as a phone. */

const t = createTranslator('nl');
let intranet: Intranet;
let page: Page;
let panel: FrameLocator;

beforeAll(async () => {
  intranet = await openIntranet([{ path: '/' }]);
});
afterAll(() => intranet.close());
beforeEach(async () => {
  await intranet.stage.sandbox.reset();
  ({ page, panel } = await opensOnPhone(intranet));
});
afterEach(async () => {
  await page.context().close();
  expect(intranet.complaints).toEqual([]);
});

test('each new card is in view from its title to its button, what is unfolded stands below its line, and a choice in the place of its buttons', async () => {
  const seen: Record<string, readonly string[]> = {};

  await presses(panel, t('scenarios.add-azure.choice'));
  await shows(panel, t('card.sign-in.title'));
  seen['sign-in'] = await outOfView();
  expect(await panel.getByRole('button', { name: t('button.not-sure') }).count()).toBe(0);
  expect(await panel.locator('[data-chosen]').first().textContent()).toBe(t('scenarios.add-azure.choice'));
  await seesVerdict();
  seen.verdict = await outOfView();
  await unfoldsInPlace(t('card.verdict.checks-good', { count: 4 }), t('checks.work-account.yes'));
  await presses(panel, t('button.more'));
  await presses(panel, t('button.show-steps'));
  await shows(panel, t('steps.azure-open-sign-up.title'));
  seen.steps = await outOfView();
  await says(panel, 'status');
  await shows(panel, t('card.status.title'));
  seen.status = await outOfView();
  await says(panel, realContent().questions.nl?.[0]?.title ?? '');
  await shows(panel, t('card.answer.helped'));
  seen.answer = await outOfView();

  expect(seen).toEqual({ 'sign-in': [], verdict: [], steps: [], status: [], answer: [] });
});

test('a tick moves no more than it must to show the next thing to do, and what was unfolded stays unfolded', async () => {
  await presses(panel, t('scenarios.add-azure.choice'));
  await seesVerdict();
  await presses(panel, t('button.more'));
  await presses(panel, t('button.show-steps'));
  await shows(panel, t('steps.azure-open-sign-up.title'));
  await settles();
  await presses(panel, t('card.steps.counted', { count: 0, total: 5 }));
  await presses(panel, t('button.more'));
  const title = panel.getByText(t('card.steps.title', { scenario: t('scenarios.add-azure.name') }), { exact: true });
  await panel.getByRole('button', { name: t('button.tick-step', { step: 1 }) }).scrollIntoViewIfNeeded();
  await settles();
  const before = await title.boundingBox();

  await webChatScrollsAfterThePress();
  await presses(panel, t('button.tick-step', { step: 1 }));
  await shows(panel, t('card.steps.progress', { step: 2, total: 5 }));
  await settles();

  const moved = Math.abs(((await title.boundingBox())?.y ?? 0) - (before?.y ?? 0));
  expect(Math.min(moved, await pixelsBelowFocus())).toBeLessThanOrEqual(12);
  expect(await panel.getByRole('button', { name: t('button.remind-tomorrow') }).isVisible()).toBe(true);
  expect(await panel.getByRole('button', { name: t('button.untick-step', { step: 1 }) }).isVisible()).toBe(true);
  expect(await focusCovered()).toBe('');
});

test('a message that comes by itself after a tick leaves alone whoever reads further up', async () => {
  await presses(panel, t('scenarios.add-azure.choice'));
  await seesVerdict();
  await presses(panel, t('button.i-have-done-it'));
  await shows(panel, t('card.proof.not-visible-yet-title'));
  await presses(panel, t('button.remind-when-visible'));
  await shows(panel, t('card.reminder.title'));
  await says(panel, t('button.show-steps'));
  await shows(panel, t('card.steps.progress', { step: 1, total: 5 }));
  await settles();
  await presses(panel, t('button.tick-step', { step: 1 }));
  await shows(panel, t('card.steps.progress', { step: 2, total: 5 }));
  await settles();
  await scrollsUp();
  const before = await place();

  intranet.stage.sandbox.core.people.complete('global-admin-m365');
  intranet.stage.passTime(16 * 60_000);
  await intranet.stage.works();
  await shows(panel, t('card.proof.proven-title'));
  await settles();

  expect(Math.abs((await place()) - before)).toBeLessThanOrEqual(2);
});

/** What is unfolded stands right below its line, and the line stays where it is. */
async function unfoldsInPlace(line: string, first: string): Promise<void> {
  const fold = panel.getByRole('button', { name: line });
  const before = await fold.boundingBox();
  await fold.click();
  await settles();
  const after = await fold.boundingBox();
  const part = await panel.getByText(first).boundingBox();
  const gap = (part?.y ?? 0) - (after?.y ?? 0) - (after?.height ?? 0);
  expect(Math.abs((after?.y ?? 0) - (before?.y ?? 0))).toBeLessThanOrEqual(2);
  expect([Math.min(gap, 0), Math.max(gap, 16)]).toEqual([0, 16]);
}

async function seesVerdict(): Promise<void> {
  await signsIn(page, panel, 'global-admin-m365');
  await shows(panel, t('verdict.add-azure.ready.title'));
}

/** As it does on a slow machine, before the answer is there. Nobody turns the wheel or presses a key for it. */
async function webChatScrollsAfterThePress(): Promise<void> {
  await panel.locator('.webchat__basic-transcript__scrollable').evaluate((node) => {
    node.addEventListener('click', () => setTimeout(() => (node.scrollTop -= 32)), { capture: true, once: true });
  });
}

async function scrollsUp(): Promise<void> {
  await panel.locator('#chat').hover();
  await page.mouse.wheel(0, -2_000);
  await settles();
}

/** In pixels from the top. */
async function place(): Promise<number> {
  return panel.locator('.webchat__basic-transcript__scrollable').evaluate((node) => node.scrollTop);
}

/** What lies over what has the focus; empty where nothing does and it is in view. */
async function focusCovered(): Promise<string> {
  return panel.locator(':focus').evaluate((active) => {
    const { x, y, width, height } = active.getBoundingClientRect();
    const seen = active.ownerDocument.elementFromPoint(x + width / 2, y + height / 2);
    return active.contains(seen) ? '' : (seen?.outerHTML.slice(0, 80) ?? 'out of view');
  });
}

/** Between what has the focus and the end of what is in view. */
async function pixelsBelowFocus(): Promise<number> {
  const bottom = await panel.locator(':focus').evaluate((active) => active.getBoundingClientRect().bottom);
  const view = await panel
    .locator('.webchat__basic-transcript__scrollable')
    .evaluate((node) => node.getBoundingClientRect().bottom);
  return Math.abs(view - bottom);
}

/** Web Chat scrolls for a while after it has drawn. */
async function settles(): Promise<void> {
  await page.waitForTimeout(2_500);
}

/** The parts of the newest card that cannot be seen: its title, its first button. */
async function outOfView(): Promise<readonly string[]> {
  await settles();
  return panel.locator('.webchat__basic-transcript__scrollable').evaluate((node) => {
    const view = node.getBoundingClientRect();
    const card = [...node.querySelectorAll('.ac-adaptiveCard')].at(-1);
    const parts = { title: card?.querySelector('[role="heading"]'), button: card?.querySelector('.style-positive') };
    return Object.entries(parts).flatMap(([name, part]) => {
      const box = part?.getBoundingClientRect();
      if (box === undefined) return [];
      const isSeen = box.top >= view.top && box.bottom <= view.bottom;
      return isSeen
        ? []
        : [`${name} at ${Math.round(box.top)} to ${Math.round(box.bottom)} of ${view.top} to ${view.bottom}`];
    });
  });
}
