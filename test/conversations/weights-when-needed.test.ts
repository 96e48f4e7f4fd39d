import type { Stage } from './stage.ts';

/** The weights that tell a wish from a question: 0.8 MB, for whoever types a sentence. */

const mockLoaded = jest.fn();

jest.mock('../../src/adapters/search/intent-weights.ts', () => {
  mockLoaded();
  return jest.requireActual('../../src/adapters/search/intent-weights.ts');
});

let stage: Stage;

beforeAll(async () => {
  // Loaded here, so that what loading it brings along is counted.
  const { setStage } = await import('./stage.ts');
  stage = await setStage();
});

afterAll(() => stage.stop());

test('neither a start nor a pressed button loads them; the first sentence does, once', async () => {
  const chat = await stage.opensChat({ as: 'global-admin-m365', locale: 'en' });
  await chat.presses('choose-scenario', { scenario: 'add-azure' });
  expect(chat.button('sign-in')).toBeDefined();
  expect(mockLoaded).not.toHaveBeenCalled();

  await chat.types('we run on azure and would like microsoft 365 as well');
  await chat.types('can we merge two tenants?');

  expect(mockLoaded).toHaveBeenCalledTimes(1);
});
