import { locales } from '../../src/i18n/locales.ts';
import { createTranslator } from '../../src/i18n/translator.ts';
import { TeamsChat, ticksAll } from '../teams/teams-chat.ts';
import type { Chat } from './chat.ts';
import { Helpdesk } from './helpdesk.ts';
import { type Stage, setStage } from './stage.ts';
import { storedDocument, storedKeys } from './stored-bytes.ts';

/** What people see of tickets that a helpdesk hands over, and what the desk sees of the chat. */

let stage: Stage;
let desk: Helpdesk;
let deskWords: ReturnType<typeof createTranslator>;

beforeAll(async () => {
  stage = await setStage();
  desk = new Helpdesk(stage);
  const deskLocale = stage.settings.DESKS.find(({ id }) => id === desk.id)?.locale ?? 'en';
  deskWords = createTranslator(deskLocale as 'en');
});

afterAll(() => stage.stop());

beforeEach(() => stage.sandbox.reset());

/** Takes the newest ticket up and signs in without being asked. */
async function takesUp(chat: TeamsChat): Promise<void> {
  await chat.presses('open-ticket');
  await chat.presses('sign-in');
  await chat.exchanges();
}

/** What the link in the desk's public answer holds. */
function codeIn(notes: readonly string[]): string {
  const code = notes.map((note) => /\/webchat\/ticket#([\w-]+)/.exec(note)?.[1]).find((one) => one !== undefined);
  if (code === undefined) throw new Error(`no link in: ${notes.join('\n---\n')}`);
  return code;
}

function opensLink(chat: Chat, code: string): Promise<number> {
  return chat.sends({ type: 'event', name: 'ticket.open', value: { code } });
}

describe.each(locales)('in Teams, in %s', (locale) => {
  const t = createTranslator(locale);

  test('a ticket is announced, taken up, solved, and the proof stands in it', async () => {
    const chat = await TeamsChat.install(stage, { as: 'global-admin-m365', locale });
    await chat.types(t('button.show-help'));
    const ticket = await desk.files('global-admin-m365', { title: 'Azure for **me**' });
    await chat.listens();
    expect(chat.words()).toContain(t('tickets.arrived.title'));
    expect(chat.words()).toContain(ticket.number);
    expect(chat.words()).toContain('Azure for \\*\\*me\\*\\*');
    expect(chat.words()).toContain(t('tickets.arrived.desk-sees', { desk: desk.name }));

    await takesUp(chat);
    expect(chat.words()).toContain(t('verdict.add-azure.ready.title'));
    await desk.hears(ticket, deskWords('desk-notes.verdict.ready'));
    expect(desk.notes(ticket).join()).toContain(
      deskWords('desk-notes.taken-up', { scenario: deskWords('scenarios.add-azure.name') }),
    );

    await chat.presses('show-steps');
    await ticksAll(chat);
    stage.sandbox.core.people.complete('global-admin-m365');
    await chat.presses('i-have-done-it');
    expect(chat.words()).toContain(t('card.proof.proven-title'));

    await desk.hears(ticket, deskWords('desk-notes.solved'));
    expect(desk.notes(ticket).at(-1)).toContain(deskWords('scenarios.add-azure.done'));
    expect(desk.ticket(ticket.id).state).toBe('solved');
    const name = stage.sandbox.core.people.get('global-admin-m365')?.displayName ?? '';
    expect(desk.notes(ticket).join()).not.toContain(name);
  });
});

describe('in Teams', () => {
  const t = createTranslator('en');

  test('the ticket is told once, however often the desk hands it over', async () => {
    const chat = await TeamsChat.install(stage, { as: 'global-admin-m365', locale: 'en' });
    await desk.files('global-admin-m365');
    await chat.listens();
    await stage.works();
    await stage.restartsBot();
    await stage.works();
    await chat.listens();

    expect(chat.words()).not.toContain(t('tickets.arrived.title'));
  });

  test('somebody who is in the middle of something else loses nothing of it', async () => {
    const chat = await TeamsChat.install(stage, { as: 'global-admin-m365', locale: 'en' });
    await chat.presses('choose-scenario', { scenario: 'join' });
    await desk.files('global-admin-m365');
    await chat.listens();
    expect(chat.words()).toContain(t('tickets.arrived.title'));

    await chat.presses('sign-in');
    expect(chat.signInCards()).toHaveLength(1);
    await chat.exchanges();
    expect(chat.words()).toContain(t('card.verdict.comes-here-title'));

    await chat.presses('open-ticket');
    expect(chat.words()).toContain(t('verdict.add-azure.ready.title'));
    await chat.types('my tickets');
    await chat.presses('leave-ticket');
    expect(chat.words()).toContain(t('card.verdict.comes-here-title'));
  });

  test('two tickets of one person are kept apart', async () => {
    const chat = await TeamsChat.install(stage, { as: 'global-admin-m365', locale: 'en' });
    const first = await desk.files('global-admin-m365', { title: 'First' });
    const second = await desk.files('global-admin-m365', { title: 'Second', about: 'status' });
    await chat.listens();

    await chat.types(`ticket ${first.number}`);
    await chat.presses('sign-in');
    await chat.exchanges();
    await chat.presses('show-steps');
    await chat.presses('tick-step', { done: true });
    expect(chat.words()).toContain(t('button.untick-step', { step: 1 }));

    await chat.types('my tickets');
    expect(chat.words()).toContain('First');
    expect(chat.words()).toContain('Second');
    await chat.types(`ticket ${second.number}`);
    expect(chat.words()).toContain(t('card.status.title'));
    expect(chat.words()).toContain(t('tickets.name', { number: second.number, desk: desk.name }));

    await chat.types(`ticket ${first.number}`);
    expect(chat.words()).toContain(t('button.untick-step', { step: 1 }));
    await desk.hears(first, deskWords('desk-notes.progress'));
    await desk.hears(second, deskWords('desk-notes.status-shown'));
    expect(desk.notes(second).join()).not.toContain(deskWords('scenarios.add-azure.name'));
  });

  test('not now leaves it open, and no help hands it to a colleague', async () => {
    const chat = await TeamsChat.install(stage, { as: 'global-admin-m365', locale: 'en' });
    const ticket = await desk.files('global-admin-m365');
    await chat.listens();

    await chat.presses('put-off-ticket');
    expect(chat.words()).toContain(t('tickets.put-off'));
    await chat.types('my tickets');
    expect(chat.words()).toContain(t('tickets.standing.put-off'));

    const other = await desk.files('global-admin-m365', { title: 'Another' });
    await chat.listens();
    await chat.presses('decline-ticket');
    await desk.hears(other, deskWords('desk-notes.declined'));
    expect(desk.notes(ticket).join()).not.toContain(deskWords('desk-notes.declined'));
  });

  test('the number of somebody else’s ticket gets the same answer as one that never was', async () => {
    const owner = await TeamsChat.install(stage, { as: 'global-admin-m365', locale: 'en' });
    const ticket = await desk.files('global-admin-m365');
    await owner.listens();
    const mallory = await TeamsChat.install(stage, { as: 'member-m365', locale: 'en' });

    await mallory.types(`ticket ${ticket.number}`);
    const foreign = mallory.words();
    await mallory.types('ticket 99999');

    expect(foreign).toContain(t('tickets.notice.unknown.title'));
    expect(mallory.words()).toBe(foreign);
  });

  test('the number of somebody else’s ticket leads nowhere either in the window in which it was open', async () => {
    const ticket = await desk.files('global-admin-m365');
    await desk.hears(ticket, '/webchat/ticket#');
    const chat = await stage.opensChat({ as: 'global-admin-m365', locale: 'en' });
    await opensLink(chat, codeIn(desk.notes(ticket)));
    await chat.presses('sign-in');
    await chat.signsIn();
    await chat.types('sign out');

    await chat.types(`ticket ${ticket.number}`);
    expect(chat.words()).toContain(t('tickets.notice.unknown.title'));
  });

  test('what a colleague answers is shown once and as plain text, and the person can answer back', async () => {
    const chat = await TeamsChat.install(stage, { as: 'global-admin-m365', locale: 'en' });
    const ticket = await desk.files('global-admin-m365');
    await chat.listens();
    await takesUp(chat);
    await chat.types('talk to a person');
    expect(chat.words()).toContain(t('tickets.hand-over.title', { desk: desk.name }));
    expect(desk.notes(ticket).join()).not.toContain(deskWords('desk-notes.needs-human.asked'));
    await chat.presses('hand-over', { course: false });
    await desk.hears(ticket, deskWords('desk-notes.needs-human.asked'));

    await desk.answers(ticket, 'See [here](https://evil.example) <at>all</at>');
    await chat.listens();
    expect(chat.words()).toContain(t('tickets.answers.title', { desk: desk.name }));
    expect(chat.words()).toContain('\\[here\\] (https://evil.example)');
    await stage.works();
    await chat.listens();
    expect(chat.words()).not.toContain(t('tickets.answers.title', { desk: desk.name }));

    await chat.presses('answer-colleague');
    await chat.types('yes');
    expect(chat.words()).toContain(t('tickets.answer-back.title', { desk: desk.name }));
    await chat.types('yes');
    expect(chat.words()).toContain(t('tickets.answer-back.sent', { desk: desk.name }));
    await desk.hears(ticket, deskWords('desk-notes.person-answered'));
    expect(desk.notes(ticket).at(-1)).toContain('yes');
  });

  test('how the chat went goes along only when the person says so, and holds nothing that was typed', async () => {
    const chat = await TeamsChat.install(stage, { as: 'global-admin-m365', locale: 'en' });
    const ticket = await desk.files('global-admin-m365');
    await chat.listens();
    await takesUp(chat);
    await chat.types('my secret words are tulip and canal');
    await chat.types('talk to a person');
    await chat.presses('hand-over', { course: true });

    await desk.hears(ticket, deskWords('desk-notes.transcript'));
    expect(desk.notes(ticket).at(-1)).toContain(deskWords('tickets.course.verdict'));
    expect(desk.notes(ticket).join()).not.toContain('tulip');

    const other = await desk.files('global-admin-m365', { title: 'Another' });
    await chat.listens();
    await takesUp(chat);
    await chat.types('talk to a person');
    await chat.presses('hand-over', { course: false });
    await desk.hears(other, deskWords('desk-notes.needs-human.asked'));
    expect(desk.notes(other).join()).not.toContain(deskWords('desk-notes.transcript'));
  });

  test('a ticket that the desk takes back is no longer open here', async () => {
    const chat = await TeamsChat.install(stage, { as: 'global-admin-m365', locale: 'en' });
    const ticket = await desk.files('global-admin-m365');
    await chat.listens();
    await desk.closes(ticket);
    await stage.works();
    await chat.listens();
    expect(chat.words()).toContain(
      t('tickets.withdrawn', { ticket: t('tickets.name', { number: ticket.number, desk: desk.name }) }),
    );

    await chat.presses('open-ticket');
    await chat.presses('sign-in');
    await chat.exchanges();
    expect(chat.words()).toContain(t('tickets.notice.gone.title'));
  });

  test('the bot may stop in the middle, and the desk hears everything once', async () => {
    const chat = await TeamsChat.install(stage, { as: 'global-admin-m365', locale: 'en' });
    const ticket = await desk.files('global-admin-m365');
    await chat.listens();
    await takesUp(chat);
    await stage.restartsBot();
    await chat.presses('show-steps');
    stage.sandbox.core.people.complete('global-admin-m365');
    await chat.presses('i-have-done-it');
    await stage.restartsBot();

    await desk.hears(ticket, deskWords('desk-notes.solved'));
    const solved = desk.notes(ticket).filter((note) => note.includes(deskWords('desk-notes.solved')));
    expect(solved).toHaveLength(1);
  });
});

describe('in Teams, later', () => {
  const t = createTranslator('en');

  test('a ticket that its desk opens again is announced again', async () => {
    const chat = await TeamsChat.install(stage, { as: 'global-admin-m365', locale: 'en' });
    const ticket = await desk.files('global-admin-m365');
    await chat.listens();
    await chat.presses('decline-ticket');
    await desk.hears(ticket, deskWords('desk-notes.declined'));

    await desk.handsOver(ticket);
    await chat.listens();
    expect(chat.words()).toContain(t('tickets.arrived.title'));
  });

  test('somebody of whom the desk knows only the user name is found, and opens the ticket', async () => {
    const chat = await TeamsChat.install(stage, { as: 'global-admin-m365', locale: 'en' });
    await desk.files('global-admin-m365', { knows: 'user-name' });
    await chat.listens();
    expect(chat.words()).toContain(t('tickets.arrived.title'));

    await takesUp(chat);
    expect(chat.words()).toContain(t('verdict.add-azure.ready.title'));
  });

  test('a ticket of which the desk knows only the user name opens to nobody else', async () => {
    // Nobody can look the name up, so the link is for whoever signs in with it.
    stage.sandbox.core.faults.add({ service: 'graph', fault: '503' });
    const ticket = await desk.files('global-admin-m365', { knows: 'user-name', title: 'Very private' });
    await desk.hears(ticket, '/webchat/ticket#');
    stage.sandbox.core.faults.clear();
    const chat = await stage.opensChat({ as: 'member-m365', locale: 'en' });
    await opensLink(chat, codeIn(desk.notes(ticket)));
    await chat.presses('sign-in');
    await chat.signsIn();

    expect(chat.words()).toContain(t('tickets.notice.other-person.title'));
    expect(chat.words(chat.transcript)).not.toContain('Very private');
  });

  test('a mail address alone finds nobody', async () => {
    const chat = await TeamsChat.install(stage, { as: 'global-admin-m365', locale: 'en' });
    const ticket = await desk.files('global-admin-m365', { knows: 'mail-only' });
    await chat.listens();

    expect(chat.words()).not.toContain(t('tickets.arrived.title'));
    await desk.hears(ticket, deskWords('desk-notes.unrouted.nobody-named'));
  });

  test('somebody who blocked the bot gets a link from the desk', async () => {
    const chat = await TeamsChat.install(stage, { as: 'global-admin-m365', locale: 'en' });
    await chat.block(true);
    const ticket = await desk.files('global-admin-m365');

    await desk.hears(ticket, '/webchat/ticket#');
  });

  test('what a colleague said before the person took the ticket up is shown when they do', async () => {
    const chat = await TeamsChat.install(stage, { as: 'global-admin-m365', locale: 'en' });
    const ticket = await desk.files('global-admin-m365');
    await desk.answers(ticket, 'The bot can help you');
    await chat.listens();
    expect(chat.words()).not.toContain('The bot can help you');

    await takesUp(chat);
    expect(chat.words()).toContain('The bot can help you');
  });

  test('somebody who did not want the bot’s help can still open the ticket, and then reads what a colleague said', async () => {
    const chat = await TeamsChat.install(stage, { as: 'global-admin-m365', locale: 'en' });
    const ticket = await desk.files('global-admin-m365');
    await chat.listens();
    await chat.presses('decline-ticket');
    await desk.hears(ticket, deskWords('desk-notes.declined'));
    await desk.answers(ticket, 'I look at it tomorrow');
    await chat.types('my tickets');
    expect(chat.words()).toContain(t('tickets.standing.with-human'));

    await takesUp(chat);
    expect(chat.words()).toContain('I look at it tomorrow');
  });

  test('a reminder that was promised in a ticket comes while the person is in another', async () => {
    const chat = await TeamsChat.install(stage, { as: 'global-admin-m365', locale: 'en' });
    const first = await desk.files('global-admin-m365', { title: 'First' });
    await desk.files('global-admin-m365', { title: 'Second', about: 'status' });
    await chat.listens();
    await chat.types(`ticket ${first.number}`);
    await chat.presses('sign-in');
    await chat.exchanges();
    await chat.types('remind me tomorrow');
    await chat.types('my tickets');
    await chat.presses('open-ticket', {});
    stage.passTime(25 * 3_600_000);
    await stage.works();
    await chat.listens();

    expect(chat.words()).toContain(t('message.reminder.text'));
    await chat.presses('show-steps');
    expect(chat.words()).toContain(t('steps.azure-open-sign-up.title'));
  });

  test('another question does not end in the ticket, and the way back is a word', async () => {
    const chat = await TeamsChat.install(stage, { as: 'global-admin-m365', locale: 'en' });
    const ticket = await desk.files('global-admin-m365');
    await chat.listens();
    await takesUp(chat);
    await desk.hears(ticket, deskWords('desk-notes.verdict.ready'));
    const heard = desk.notes(ticket).length;

    await chat.types('3');
    expect(chat.words()).toContain(
      t('tickets.left', { ticket: t('tickets.name', { number: ticket.number, desk: desk.name }) }),
    );
    expect(chat.words()).toContain(t('card.verdict.comes-here-title'));
    await stage.works();
    expect(desk.notes(ticket)).toHaveLength(heard);
    await chat.types(`ticket ${ticket.number}`);
    expect(chat.words()).toContain(t('verdict.add-azure.ready.title'));
  });
});

describe.each(locales)('by the link in the desk’s answer, in %s', (locale) => {
  const t = createTranslator(locale);

  test('somebody without the app signs in and is at the very step', async () => {
    const ticket = await desk.files('global-admin-m365', { locale });
    await desk.hears(ticket, '/webchat/ticket#');
    const chat = await stage.opensChat({ as: 'global-admin-m365', locale });

    await opensLink(chat, codeIn(desk.notes(ticket)));
    expect(chat.words()).toContain(t('tickets.from-link'));
    expect(chat.words()).toContain(t('card.sign-in.title'));
    expect(chat.words()).not.toContain(t('tickets.name', { number: ticket.number, desk: desk.name }));
    await chat.presses('sign-in');
    await chat.signsIn();

    expect(chat.words()).toContain(t('verdict.add-azure.ready.title'));
    expect(chat.words()).toContain(ticket.number);
    await desk.hears(ticket, deskWords('desk-notes.verdict.ready'));
  });

  test('the link works once, and says what to do the second time', async () => {
    const ticket = await desk.files('global-admin-m365', { locale });
    await desk.hears(ticket, '/webchat/ticket#');
    const code = codeIn(desk.notes(ticket));
    const chat = await stage.opensChat({ as: 'global-admin-m365', locale });
    await opensLink(chat, code);
    const second = await stage.opensChat({ as: 'global-admin-m365', locale });

    await opensLink(second, code);
    expect(second.words()).toContain(t('tickets.notice.link-spent.title'));
    expect(second.words()).not.toContain(ticket.number);
  });
});

describe('in a chat window', () => {
  const t = createTranslator('en');

  test('somebody else who opens the link sees nothing of the ticket, and the desk hears it once', async () => {
    const ticket = await desk.files('global-admin-m365', { title: 'Very private' });
    await desk.hears(ticket, '/webchat/ticket#');
    const code = codeIn(desk.notes(ticket));
    const chat = await stage.opensChat({ as: 'member-m365', locale: 'en' });
    await opensLink(chat, code);
    await chat.presses('sign-in');
    await chat.signsIn();
    expect(chat.words()).toContain(t('tickets.notice.other-person.title'));
    await opensLink(chat, code);
    await chat.presses('sign-in');
    await chat.signsIn();
    expect(chat.words()).toContain(t('tickets.notice.other-person.title'));
    await chat.types('my tickets');

    const seen = chat.words(chat.transcript);
    expect(seen).not.toContain('Very private');
    expect(seen).not.toContain(t('tickets.name', { number: ticket.number, desk: desk.name }));
    await desk.hears(ticket, deskWords('desk-notes.needs-human.other-person'));
    await stage.works();
    const told = desk.notes(ticket).filter((note) => note.includes(deskWords('desk-notes.needs-human.other-person')));
    expect(told).toHaveLength(1);
    expect(desk.notes(ticket).join()).not.toContain(deskWords('desk-notes.progress'));
  });

  test('a question without an answer goes to a colleague as the person wrote it, and they learn whether it arrived', async () => {
    const chat = await stage.opensChat({ as: 'global-admin-m365', locale: 'en' });
    await chat.types('who waters the plants in the blue hall');
    await chat.presses('talk-to-person');
    expect(JSON.stringify(chat.cards())).toContain('"value":"who waters the plants in the blue hall"');
    expect(chat.words()).toContain(t('tickets.hand-over.nobody'));
    const button = chat.button('hand-over', { course: false });
    await chat.submits({ ...button?.data, asked: 'Who waters the plants?\nOn Friday' });
    expect(chat.words()).toContain(t('tickets.hand-over.on-its-way', { desk: desk.name }));
    await stage.works();

    const ticket = desk.tickets().at(-1);
    if (ticket === undefined) throw new Error('no ticket');
    await chat.hears(t('tickets.name', { number: ticket.number, desk: desk.name }));
    expect(ticket.title).toBe('Who waters the plants? On Friday');
    expect(desk.notes(ticket).join()).toContain('Who waters the plants?\nOn Friday');
    const chats = storedKeys(stage, 'conversation/').map((key) => storedDocument(stage, key));
    expect(chats.join()).not.toContain('waters');
  });

  test('what is typed while the card is open is the question, and the desk learns who asks and which answer they saw', async () => {
    const chat = await TeamsChat.install(stage, { as: 'global-admin-m365', locale: 'en' });
    await chat.types('is azure active directory free?');
    await chat.types('talk to a person');
    const known = chat.words();
    expect(known).toMatch(new RegExp(`${t('tickets.hand-over.known.answer')}: .*Entra`));
    expect(known).toContain(t('tickets.hand-over.known.person'));
    await chat.types('could somebody order the red bicycles for us');
    expect(JSON.stringify(chat.heard)).toContain('"value":"could somebody order the red bicycles for us"');
    await chat.types('yes');
    await stage.works();

    const note = desk.notes(desk.tickets().at(-1) ?? { id: '' }).join();
    expect(note).toContain('could somebody order the red bicycles for us');
    expect(note).toContain(deskWords('tickets.hand-over.known.answer'));
    expect(note).toContain(deskWords('tickets.hand-over.known.tenant'));
  });

  test.each(['partner-admin', 'personal-account'])(
    '%s goes to a colleague with a name, though no directory tells it',
    async (as) => {
      const chat = await stage.opensChat({ as, locale: 'en' });
      await chat.presses('choose-scenario', { scenario: 'add-azure' });
      await chat.presses('sign-in');
      await chat.signsIn();
      await chat.types('talk to a person');
      const { displayName = '', userPrincipalName = '' } = stage.sandbox.core.people.get(as) ?? {};
      const shown = chat.words().replaceAll('\\', '');

      expect(shown).toContain(`${t('tickets.hand-over.known.person')}: ${displayName} (${userPrincipalName})`);
    },
  );

  test('talking to a person makes a ticket, and the hub of the channel is told', async () => {
    const chat = await stage.opensChat({ as: 'global-admin-m365', locale: 'en' });
    const before = desk.tickets().length;
    await chat.types('talk to a person');
    expect(desk.tickets()).toHaveLength(before);
    await chat.presses('hand-over', { course: false });
    expect(chat.words()).toContain(t('tickets.hand-over.on-its-way', { desk: desk.name }));
    expect(chat.events).toMatchObject([{ name: 'handoff.initiate', value: { desk: desk.name, locale: 'en' } }]);
    expect(chat.events[0]?.attachments ?? []).toEqual([]);
    await stage.works();
    expect(desk.tickets()).toHaveLength(before + 1);

    const ticket = desk.tickets().at(-1);
    if (ticket === undefined) throw new Error('no ticket');
    await desk.answers(ticket, 'We are on it');
    await chat.hears('We are on it');
    await chat.sends({ type: 'event', name: 'handoff.status', value: { state: 'accepted' } });
    expect(chat.words()).toContain(t('tickets.handoff.accepted'));
  });

  /** The person of a ticket opens it from its link, signs in, and reads a verdict. */
  async function opensPrivateTicket() {
    const ticket = await desk.files('global-admin-m365', { title: 'Very private' });
    await desk.hears(ticket, '/webchat/ticket#');
    const chat = await stage.opensChat({ as: 'global-admin-m365', locale: 'en' });
    await opensLink(chat, codeIn(desk.notes(ticket)));
    await chat.presses('sign-in');
    await chat.signsIn();
    await desk.hears(ticket, deskWords('desk-notes.verdict.ready'));
    return { ticket, chat };
  }

  test('who signs in after the person of a ticket is outside of it, and sees nothing of it', async () => {
    const { ticket, chat } = await opensPrivateTicket();
    const heard = desk.notes(ticket).length;
    await chat.types('sign out');

    await chat.types('1');
    await chat.presses('sign-in');
    await chat.signsIn('member-m365');
    await chat.types('my tickets');
    expect(chat.words()).toContain(t('tickets.mine.none'));
    expect(chat.words()).not.toContain('Very private');
    await stage.works();
    expect(desk.notes(ticket)).toHaveLength(heard);
  });

  test('who signs in after the sign-in of a ticket’s person ended is outside of it, and the desk hears it once', async () => {
    const { ticket, chat } = await opensPrivateTicket();
    await stage.endsSignIns();

    await chat.presses('check-again');
    await chat.signsIn('member-m365');
    await desk.hears(ticket, deskWords('desk-notes.needs-human.other-person'));
    const heard = desk.notes(ticket).length;
    await chat.presses('check-again');
    await stage.works();
    expect(desk.notes(ticket)).toHaveLength(heard);
    await chat.types('my tickets');
    expect(chat.words()).not.toContain('Very private');
  });

  test('not sending sends nothing', async () => {
    const chat = await stage.opensChat({ as: 'global-admin-m365', locale: 'en' });
    await chat.types('talk to a person');
    await chat.types('no');
    expect(chat.words()).toContain(t('tickets.hand-over.not-sent'));
    await stage.works();

    expect(desk.tickets()).toEqual([]);
  });

  test('a status of a hub that nobody asked for says nothing', async () => {
    const chat = await stage.opensChat({ as: 'global-admin-m365', locale: 'en' });
    await chat.sends({ type: 'event', name: 'handoff.status', value: { state: 'accepted', message: 'click me' } });

    expect(chat.words()).toBe('');
  });
});
