import { Helpdesk } from '../conversations/helpdesk.ts';
import { type Stage, setStage } from '../conversations/stage.ts';
import { TeamsChat } from '../teams/teams-chat.ts';

/** Somebody left, or blocked the bot: the channel says no once, and is not asked again. */

const hourMs = 3_600_000;

let stage: Stage;
let desk: Helpdesk;
beforeAll(async () => {
  stage = await setStage();
  desk = new Helpdesk(stage, 'generic');
});
afterAll(() => stage.stop());

function callsToChannel(): readonly string[] {
  return stage.sandbox.core.requests
    .list()
    .filter(({ service, method }) => service === 'connector' && method === 'POST')
    .map(({ path, status }) => `${status} ${path.endsWith('/activities') ? 'message' : 'conversation'}`);
}

async function stateOf(number: string): Promise<{ readonly state: string; readonly history: readonly object[] }> {
  const entry = stage.settings.DESKS.find(({ id }) => id === desk.id);
  const id = /\[onetenant:([\w-]+)-\d+\]/.exec(desk.notes(desk.ticket(number)).join())?.[1] ?? '';
  const response = await fetch(`${stage.settings.PUBLIC_URL}/api/tickets/${id}`, {
    headers: { authorization: `Bearer ${entry?.readKeys[0]}` },
  });
  return (await response.json()) as { state: string; history: object[] };
}

test.each<readonly [string, string, string, (chat: TeamsChat) => Promise<void>]>([
  ['blocked the bot', 'global-admin-m365', '403 conversation', (chat) => chat.block(true)],
  ['took the app away', 'member-m365', '403 conversation', (chat) => chat.installation('remove')],
  ['is no longer there', 'global-admin-m365', '404 conversation', (chat) => chat.refuses(404, 'ConversationNotFound')],
])('who %s is written to once, and the desk gets a link', async (_what, person, answer, happens) => {
  const chat = await TeamsChat.install(stage, { as: person, locale: 'en' });
  await happens(chat);
  stage.sandbox.core.requests.clear();

  const ticket = await desk.files(person);
  await desk.hears(ticket, 'link');
  for (let hours = 0; hours < 24; hours += 1) {
    stage.passTime(hourMs);
    await stage.works();
  }

  expect(callsToChannel()).toEqual([answer]);
  expect(await stateOf(ticket.id)).toMatchObject({
    state: 'waiting',
    history: expect.arrayContaining([expect.objectContaining({ to: 'waiting', because: 'link' })]),
  });
  await chat.block(false);
});
