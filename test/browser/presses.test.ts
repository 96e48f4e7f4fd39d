import type { FrameLocator, Page } from 'playwright-core';
import type { Scenario } from '../../src/domain/scenario.ts';
import { createTranslator } from '../../src/i18n/translator.ts';
import { type Intranet, openIntranet, opensOnPhone, presses, shows, signsIn } from './intranet.ts';

/** How many presses it takes, the opening of the chat and the account in Microsoft's window among them. */

const t = createTranslator('nl');
let intranet: Intranet;
let page: Page;
let panel: FrameLocator;
let pressed: number;

beforeAll(async () => {
  intranet = await openIntranet([{ path: '/' }]);
});
afterAll(() => intranet.close());
beforeEach(async () => {
  ({ page, panel } = await opensOnPhone(intranet));
  pressed = 1;
});
afterEach(() => page.context().close());

test.each([
  { person: 'global-admin-m365', scenario: 'add-azure' },
  { person: 'billing-admin-azure', scenario: 'add-microsoft-365' },
  { person: 'two-tenants', scenario: 'join' },
] as const)('$person is done with $scenario after five presses', async ({ person, scenario }) => {
  await choosesAndSignsIn(scenario, person);
  await shows(panel, t(`verdict.${scenario}.ready.title`));

  intranet.stage.sandbox.core.people.complete(person);
  await press(t('button.i-have-done-it'));

  await shows(panel, t('card.proof.proven-title'));
  expect(pressed).toBeLessThanOrEqual(5);
});

test('a member who may not buy has the text for their administrator after six presses', async () => {
  await choosesAndSignsIn('add-microsoft-365', 'member-azure');
  await press(t('button.ask-admin'));

  await shows(panel, t('card.admin-request.title'));
  expect(pressed).toBeLessThanOrEqual(6);
});

async function choosesAndSignsIn(scenario: Scenario, person: string): Promise<void> {
  await press(t(`scenarios.${scenario}.choice`));
  await signsIn(page, panel, person);
  pressed += 2;
}

async function press(title: string): Promise<void> {
  await presses(panel, title);
  pressed += 1;
}
