import { createTranslator } from '../../src/i18n/translator.ts';
import type { TurnPoint } from '../../src/ports/turn-points.ts';
import { TeamsChat } from '../teams/teams-chat.ts';
import { Helpdesk } from './helpdesk.ts';
import { type Stage, setStage } from './stage.ts';

/** A turn about a ticket that is cut anywhere: the desk hears of it all the same, and once. */

const t = createTranslator('en');
let stage: Stage;
let desk: Helpdesk;
let endsAt: TurnPoint | null = null;

beforeAll(async () => {
  stage = await setStage({
    passes: (point) => {
      if (point !== endsAt) return;
      endsAt = null;
      throw new Error('the process ended here');
    },
  });
  desk = new Helpdesk(stage);
});

afterAll(() => stage.stop());

beforeEach(() => stage.sandbox.reset());

const points = ['read', 'ran', 'saved', 'sending', 'sent', 'settled'] as const satisfies readonly TurnPoint[];

test.each(points)('cut at %s, the proof is in the ticket once after a restart', async (point) => {
  const chat = await TeamsChat.install(stage, { as: 'global-admin-m365', locale: 'en' });
  const ticket = await desk.files('global-admin-m365');
  await chat.listens();
  await chat.presses('open-ticket');
  await chat.presses('sign-in');
  await chat.exchanges();
  await chat.presses('show-steps');
  stage.sandbox.core.people.complete('global-admin-m365');
  endsAt = point;
  await chat.presses('i-have-done-it').catch(() => undefined);

  // The last of the points may come behind the answer; the end of the bot waits for it.
  await stage.restartsBot();
  expect(endsAt).toBeNull();
  stage.passTime(60_000);
  await stage.works();
  // Before it was saved nothing happened: the person, or the channel, tries again.
  if (point === 'read' || point === 'ran') await chat.presses('i-have-done-it');
  await desk.hears(ticket, t('desk-notes.solved'));
  await stage.works();

  const solved = desk.notes(ticket).filter((note) => note.includes(t('desk-notes.solved')));
  expect(solved).toHaveLength(1);
  expect(desk.ticket(ticket.id).state).toBe('solved');
});
