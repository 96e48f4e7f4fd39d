import { BotAdapter } from '../../src/adapters/bot-framework/bot-adapter.ts';
import { createBotCredentials } from '../../src/adapters/entra/bot-credentials.ts';
import { type Stage, setStage } from '../conversations/stage.ts';
import { TeamsChat } from './teams-chat.ts';

/** Somebody of whom only the Entra object id is known is reached in their own chat with the bot. */

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
});

afterAll(() => stage.stop());

beforeEach(() => stage.sandbox.reset());

function anAdapter(): BotAdapter {
  const clock = { now: () => Date.now() };
  const credentials = createBotCredentials(stage.settings, clock);
  return new BotAdapter({
    botAppId: stage.settings.BOT_APP_ID,
    tokenServiceUrl: stage.settings.TOKEN_SERVICE_URL,
    botToken: () => credentials.token(),
    connectorHosts: [new URL(stage.sandbox.core.addresses.http).host],
    clock,
  });
}

function personIn(as: string, serviceUrl = `${stage.sandbox.core.addresses.http}/connector/`) {
  const person = stage.sandbox.core.people.get(as);
  if (person === undefined) throw new Error(`nobody is ${as}`);
  return { personId: person.objectId, tenantId: person.homeTenantId, serviceUrl };
}

test('the message lands in the chat that the person already has', async () => {
  const chat = await TeamsChat.install(stage, { as: 'member-m365', locale: 'en' });

  await anAdapter().reachPerson(personIn('member-m365'), async (context) => {
    await context.sendActivity('your ticket was answered');
  });
  await chat.listens();

  expect(chat.words()).toBe('your ticket was answered');
});

test('without the app installed Teams refuses, and nothing is said', async () => {
  const said = anAdapter().reachPerson(personIn('member-m365'), async (context) => {
    await context.sendActivity('never');
  });

  await expect(said).rejects.toMatchObject({ code: 'CHANNEL_FAULT', status: 403 });
});

test('an address that is not on the list is never called', async () => {
  const person = personIn('member-m365', 'https://elsewhere.example/');

  await expect(anAdapter().reachPerson(person, async () => undefined)).rejects.toThrow('not allowed');
});
