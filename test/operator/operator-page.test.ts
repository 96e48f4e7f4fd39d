import { type Stage, setStage } from '../conversations/stage.ts';
import { formTokenOf, Visitor } from './visitor.ts';

/** The page of tickets with everything behind it: the bot, the simulated Entra, the simulated helpdesks. */

let stage: Stage;

beforeAll(async () => {
  // Days pass here, and a ticket is not to go back to its desk meanwhile.
  stage = await setStage({ settings: { WAIT_DAYS: '0' } });
});
afterEach(() => stage.sandbox.core.faults.clear());
afterAll(() => stage.stop());

const title = 'Azure for the canary of Alex';

async function files(desk: string): Promise<string> {
  const response = await fetch(`${stage.sandbox.core.addresses.http}/sandbox/desk/${desk}/tickets`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ title, personId: 'member-m365', about: 'add-azure', locale: 'nl' }),
  });
  const { ticket } = (await response.json()) as { ticket: { number: string } };
  return ticket.number;
}

test('a ticket that a desk refuses for good is seen, sent again, and arrives', async () => {
  stage.sandbox.core.faults.add({ service: 'desk', path: '/desks/zendesk', fault: '403' });
  const number = await files('zendesk');
  await stage.works();
  // A desk that refuses is asked again for a week and more before it is given up.
  for (let days = 0; days < 14; days += 1) {
    stage.passTime(86_400_000);
    await stage.works();
  }
  const operator = new Visitor(stage.settings.PUBLIC_URL ?? '');

  const list = await operator.signsIn('desk-operator');
  const path = /href="(\/operator\/tickets\/[^"]+)"/.exec(list.text)?.[1] ?? '';
  const before = await operator.asks(path);
  stage.sandbox.core.faults.clear();
  const sent = await operator.sends(`${path}/replay`, formTokenOf(before));
  await stage.works();
  const after = await operator.asks(sent.headers.get('location') ?? '');

  expect(list.text).toContain(`>${number}</a>`);
  expect(before.text).toContain('class="bad">Not delivered');
  expect(after.text).not.toContain('class="bad"');
  expect(after.text).toContain('Delivered');
  expect([list.text, before.text, after.text].join()).not.toMatch(/canary|Alex|alex/);
});

test('every replica opens what another one sealed, and after a restart the session goes on', async () => {
  const operator = new Visitor(stage.settings.PUBLIC_URL ?? '');
  await operator.signsIn('desk-operator');

  await stage.restartsBot();

  expect((await operator.asks('/operator')).status).toBe(200);
});
