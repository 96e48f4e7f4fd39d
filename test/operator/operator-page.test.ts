import { type Stage, setStage } from '../conversations/stage.ts';
import { Visitor } from './visitor.ts';

/** The page of tickets over real HTTP: the bot, the simulated Entra, the simulated helpdesks. */

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
});
afterEach(async () => {
  stage.sandbox.core.faults.clear();
});
afterAll(() => stage.stop());

function visits(): Visitor {
  return new Visitor(stage.settings.PUBLIC_URL ?? '');
}

test('somebody with the role signs in and sees the list', async () => {
  const operator = visits();

  const page = await operator.signsIn('desk-operator');

  expect([page.status, page.text]).toEqual([200, expect.stringContaining('<h1>Tickets</h1>')]);
});
