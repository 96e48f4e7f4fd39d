import { type Stage, setStage } from '../conversations/stage.ts';
import { Visitor } from './visitor.ts';

/** The page of tickets in what is deployed: one file, without the packages that it was made from. */

jest.mock('../../src/app.ts', () => jest.requireActual('../deployment/bundled-app.ts'));

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.stop());

test('an operator signs in at the bundle, and others do not', async () => {
  const [operator, colleague] = [1, 2].map(() => new Visitor(stage.settings.PUBLIC_URL ?? ''));

  const list = await operator?.signsIn('desk-operator');
  const refused = await colleague?.signsIn('desk-colleague');

  expect([list?.status, list?.text]).toEqual([200, expect.stringContaining('<h1>Tickets</h1>')]);
  expect(refused?.status).toBe(403);
});
