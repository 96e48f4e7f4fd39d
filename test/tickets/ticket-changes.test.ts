import type { Requester, TicketId, TicketNews } from '../../src/domain/ticket.ts';
import * as changes from '../../src/tickets/ticket-changes.ts';
import type { Ticket } from '../../src/tickets/ticket-document.ts';
import { noon } from '../builders/facts.ts';

/** How a ticket changes, without a store or a desk. */

const second = { mark: 'delivery-2', hash: null };
const rules = { waitMs: 0, holdMs: 0, ticketPages: null };
const moment = { now: noon, deskLocale: 'en', rules };
const day = 86_400_000;
const ann: Requester = { personId: 'person-1', userPrincipalName: null, tenantId: 'tenant-1' };
const handed = {
  number: '4711',
  title: 'Azure,\n please',
  requester: ann,
  about: 'add-azure',
  locale: 'nl',
  version: 3,
} as const;
const ids = { id: 'ticket-1' as TicketId, deskId: 'desk', tenantId: 'tenant-1' };

const aTicket = (more: Partial<Ticket> = {}): Ticket => ({
  ...changes.beginTicket({ ...ids, handed, mark: 'delivery-1', hash: null }, noon),
  ...more,
});
const progress = (id: string): TicketNews => ({ id, at: changes.iso(noon), kind: 'progress', summary: `so far ${id}` });
const answered = (text: string, version: number | null = null) =>
  ({ kind: 'colleague-answered', number: '4711', text, version }) as const;

function hears(ticket: Ticket, news: TicketNews): Ticket {
  const heard = changes.hearNews(ticket, news, news.id, moment);
  if (heard === null) throw new Error('was known');
  return heard;
}

/** A ticket whose desk has so many effects to write. */
const withEffects = (count: number, ticket = aTicket()): Ticket =>
  Array.from({ length: count }).reduce<Ticket>(
    (before) => changes.planEffect(before, { what: 'reached' }, moment),
    ticket,
  );

test('a new ticket is received, in one line, and its person is to be found at once', () => {
  expect(aTicket()).toMatchObject({
    state: 'received',
    title: 'Azure, please',
    applied: ['delivery-1'],
    person: { nextAt: noon, tries: 0 },
    history: [{ to: 'received', because: null }],
  });
});

test('a ticket that is raised in a chat is made at the desk, with a colleague, in that chat', () => {
  const raised = changes.raiseTicket(
    {
      ...ids,
      requester: ann,
      about: 'join',
      title: 'Help\nme',
      summary: 's',
      transcript: null,
      conversation: 'chat-1',
    },
    moment,
  );

  expect(raised).toMatchObject({ state: 'with-human', conversation: 'chat-1', personId: 'person-1', person: null });
  expect(raised.outbox).toMatchObject([{ effect: { kind: 'create', title: 'Help me', requester: ann } }]);
});

describe('handed over again', () => {
  const known = aTicket({ state: 'talking', personId: 'person-1', conversation: 'chat-1', person: null });

  test('by the same person, only its texts are new', () => {
    const again = changes.handOverAgain(known, { ...handed, title: 'New', version: 4 }, second, noon);

    expect(again).toMatchObject({ state: 'talking', title: 'New', version: 4, conversation: 'chat-1', person: null });
  });

  test('in an older version, nothing is', () => {
    const again = changes.handOverAgain(known, { ...handed, title: 'Old', version: 2 }, second, noon);

    expect(again).toEqual({ ...known, applied: ['delivery-1', 'delivery-2'] });
  });

  test('for somebody else, nothing of the first person stays', () => {
    const held = { ...known, answers: [{ id: 'a', text: 'for Ann', at: changes.iso(noon) }] };
    const requester = { ...ann, personId: 'person-2' };
    const again = changes.handOverAgain(held, { ...handed, requester, version: 4 }, second, noon);

    expect(again).toMatchObject({ state: 'received', requester, personId: null, conversation: null, answers: [] });
    expect(again.person).not.toBeNull();
  });
});

test('a reply of a colleague wakes the chat, and waits where there is none', () => {
  const how = { mark: 'answer-1', hash: null };
  const inChat = changes.answerByColleague(aTicket({ conversation: 'chat-1' }), answered('Hello'), how, noon);
  const without = changes.answerByColleague(aTicket(), answered('Hello'), how, noon);

  expect(inChat.answers).toEqual(without.answers);
  expect(inChat.answers).toEqual([{ id: 'answer-1', text: 'Hello', at: changes.iso(noon) }]);
  expect([inChat.wake?.nextAt, without.wake]).toEqual([noon, null]);
});

test('an empty reply is remembered, and shown to nobody', () => {
  const how = { mark: 'answer-1', hash: null };
  const ticket = changes.answerByColleague(aTicket({ conversation: 'chat-1' }), answered('  '), how, noon);

  expect(ticket).toMatchObject({ answers: [], wake: null, applied: ['delivery-1', 'answer-1'] });
});

test('a reply that is known by its body is known for seven days', () => {
  const how = { mark: 'answer-1', hash: 'hash-1' };
  const ticket = changes.answerByColleague(aTicket(), answered('Hello'), how, noon);
  const untilMs = noon + changes.deliveryKnownDays * 86_400_000;

  expect(changes.isHeard(ticket, 'hash-1', untilMs - 1)).toBe(true);
  expect(changes.isHeard(ticket, 'hash-1', untilMs)).toBe(false);
  expect(changes.isHeard(ticket, 'hash-2', noon)).toBe(false);
});

test.each([
  ['talking', 4, 'withdrawn'],
  // Of the moment in which it was handed over, as far as a desk's clock goes.
  ['talking', 3, 'withdrawn'],
  ['talking', 2, 'talking'],
  ['solved', 4, 'solved'],
] as const)('one that is %s and taken back in version %i is %s', (state, version, expected) => {
  const event = { kind: 'withdrawn', number: '4711', version } as const;

  expect(changes.withdraw(aTicket({ state }), event, 'delivery-2', noon).state).toBe(expected);
});

test.each(['withdrawn', 'solved'] as const)(
  'one that was %s in this moment was not handed over in it again',
  (state) => {
    const ended = aTicket({ state, version: 3 });

    expect(changes.handOverAgain(ended, handed, second, noon).state).toBe(state);
    expect(changes.handOverAgain(ended, { ...handed, version: 4 }, second, noon).state).toBe('received');
  },
);

test('what still waits for the desk when it takes a ticket back goes there as a note alone, and so does what comes', () => {
  const waiting = changes.planEffect(aTicket(), { what: 'link' }, moment, 'A link');
  const event = { kind: 'withdrawn', number: '4711', version: 4 } as const;
  const taken = changes.withdraw(waiting, event, 'delivery-2', noon);
  const { outbox } = changes.planEffect(taken, { what: 'unreachable' }, moment);

  expect(outbox).toHaveLength(2);
  for (const { effect } of outbox) expect(effect).toMatchObject({ status: null, tag: null, reply: '' });
  const back = changes.handOverAgain(taken, { ...handed, version: 5 }, second, noon);
  const { effect } = changes.planEffect(back, { what: 'reached' }, moment).outbox.at(-1) ?? {};
  expect(effect).toMatchObject({ status: 'pending', reopens: true });
});

test.each([
  ['solved', 'solved', 2],
  ['needs-human', 'open', 2],
  ['reached', 'pending', 1],
] as const)(
  'of a state that the desk refused with a %s, a colleague hears unless nobody waits for it',
  (what, status, count) => {
    const message =
      what === 'reached'
        ? ({ what } as const)
        : what === 'solved'
          ? ({ what, summary: 'done' } as const)
          : ({ what, because: 'asked', summary: 'help', transcript: null } as const);
    const planned = changes.planEffect(aTicket(), message, moment);
    expect(planned.outbox[0]?.effect.status).toBe(status);
    const stateRefused = { status: 422, words: 'Root cause is required' };
    const ended = { kind: 'delivered', number: null, stateRefused } as const;
    const { outbox } = changes.endTry(planned, 'ticket-1-1', ended, moment);

    expect(outbox).toHaveLength(count);
    expect(outbox[0]).toMatchObject({ fate: 'delivered', stateRefused });
    if (count === 2) expect(outbox[1]?.effect.note).toContain('Root cause is required');
  },
);

test('one that is taken back writes to nobody, and its chat is told', () => {
  const event = { kind: 'withdrawn', number: '4711', version: 4 } as const;
  const ticket = changes.withdraw(aTicket({ conversation: 'chat-1' }), event, 'delivery-2', noon);

  expect(ticket.person).toBeNull();
  expect(ticket.wake?.nextAt).toBe(noon);
});

test('the same news counts once', () => {
  const once = hears(aTicket(), progress('news-1'));

  expect(changes.hearNews(once, progress('news-1'), 'news-1', moment)).toBeNull();
  expect(once.outbox).toHaveLength(1);
});

test('once the person is here, nobody writes to them any more', () => {
  const ticket = hears(aTicket(), { id: 'n', at: changes.iso(noon), kind: 'taken-up', scenario: 'join' });

  expect(ticket).toMatchObject({ state: 'talking', person: null });
  expect(ticket.outbox).toMatchObject([{ effect: { status: 'pending', tag: 'onetenant-talking' } }]);
});

test('answers that were shown are waited for no more, and the desk hears nothing of it', () => {
  const answers = ['a', 'b'].map((id) => ({ id, text: id, at: changes.iso(noon) }));
  const ticket = hears(aTicket({ answers }), { id: 'n', at: changes.iso(noon), kind: 'answers-shown', answers: ['a'] });

  expect(ticket.answers.map(({ id }) => id)).toEqual(['b']);
  expect(ticket.outbox).toEqual([]);
});

test('effects are numbered, and each note ends with its own mark', () => {
  const { outbox } = withEffects(2);

  expect(outbox.map(({ effect }) => effect.id)).toEqual(['ticket-1-1', 'ticket-1-2']);
  for (const { effect } of outbox) expect(effect.note.endsWith(`[onetenant:${effect.id}]`)).toBe(true);
});

test('in a long queue new progress takes the place of the last, until somebody has tried to write it', () => {
  const full = withEffects(31);
  const first = hears(full, progress('news-1'));
  const second = hears(first, progress('news-2'));
  expect(second.outbox).toHaveLength(32);
  expect(second.outbox.at(-1)?.effect.note).toContain('so far news-2');

  const tried = { ...first, outbox: first.outbox.map((one) => ({ ...one, tries: 1, leaseUntil: noon + 1 })) };
  expect(hears(tried, progress('news-2')).outbox).toHaveLength(33);
});

test('of what the desk has, the newest hundred are kept; of what it still has to get, everything', () => {
  const written = withEffects(100);
  const delivered = { ...written, outbox: written.outbox.map((one) => ({ ...one, fate: 'delivered' as const })) };
  expect(withEffects(2, delivered).outbox).toHaveLength(101);
  expect(withEffects(2, delivered).outbox[0]?.effect.id).toBe('ticket-1-2');

  expect(withEffects(150).outbox).toHaveLength(150);
});

test('what was written is crossed off without its words, and a made ticket has its number', () => {
  const ticket = changes.endTry(
    withEffects(1),
    'ticket-1-1',
    { kind: 'delivered', number: '5000', stateRefused: null },
    moment,
  );

  expect(ticket.number).toBe('5000');
  expect(ticket.outbox).toMatchObject([{ fate: 'delivered', endedAt: changes.iso(noon), effect: { note: '' } }]);
});

test('what a desk did not take is tried at its time, and after the last one it is dead', () => {
  const again = { kind: 'again', status: 503, nextAt: noon + 7, mayBeThere: true } as const;
  const later = changes.endTry(withEffects(1), 'ticket-1-1', again, moment);
  expect(later.outbox).toMatchObject([{ fate: 'waiting', nextAt: noon + 7, mayBeThere: true, lastStatus: 503 }]);

  const last = changes.endTry(withEffects(1), 'ticket-1-1', { ...again, nextAt: null }, moment);
  expect(last.outbox).toMatchObject([{ fate: 'dead', lastStatus: 503 }]);
});

test('the chat goes on when a hand-over is late, and when it arrived or never will', () => {
  const needed: TicketNews = {
    ...progress('news-1'),
    kind: 'needs-human',
    because: 'asked',
    summary: 'so far',
    transcript: null,
  };
  const asked = { ...hears(aTicket({ conversation: 'chat-1' }), needed), wake: null };
  const [outgoing] = asked.outbox;
  const tried = { ...asked, outbox: asked.outbox.map((one) => ({ ...one, tries: 1, leaseUntil: noon + 1 })) };
  const end = (ended: changes.TryEnded, ticket = tried) =>
    changes.endTry(ticket, outgoing?.effect.id ?? '', ended, moment);
  const again = { kind: 'again', status: 503, nextAt: noon + 7, mayBeThere: true } as const;
  const late = { ...end(again), wake: null };

  expect(changes.handOverFate(asked)).toBe('on-its-way');
  expect([404, 401, 422, 429, null].map((status) => changes.handOverFate(end({ ...again, status })))).toEqual([
    'refused',
    'refused',
    'refused',
    'late',
    'late',
  ]);
  expect([
    end({ kind: 'delivered', number: null, stateRefused: null }),
    end(again),
    end({ kind: 'refused', status: 422 }),
  ]).toMatchObject([{ wake: { nextAt: noon } }, { wake: { nextAt: noon } }, { wake: { nextAt: noon } }]);
  expect(changes.handOverFate(end({ kind: 'refused', status: 422 }))).toBe('failed');
  expect(end(again, late)).toMatchObject({ wake: null });
  expect(end({ kind: 'delivered', number: null, stateRefused: null }, late)).toMatchObject({ wake: { nextAt: noon } });
});

test('where the ticket is gone, everything that waits is dead, and so is what comes', () => {
  const gone = changes.endTry(withEffects(2), 'ticket-1-1', { kind: 'gone', status: 404 }, moment);
  expect(gone.outbox.map(({ fate }) => fate)).toEqual(['dead', 'dead']);
  expect(withEffects(1, gone).outbox.at(-1)?.fate).toBe('dead');
});

test('what is dead is sent again in its order, from the first try', () => {
  const gone = changes.endTry(withEffects(2), 'ticket-1-1', { kind: 'gone', status: 404 }, moment);
  const again = changes.replayDead(gone, noon + 9);

  expect(again.isGone).toBe(false);
  expect(again.outbox).toMatchObject([
    { fate: 'waiting', tries: 0, nextAt: noon + 9, endedAt: null, effect: { id: 'ticket-1-1' } },
    { fate: 'waiting', tries: 0, nextAt: noon + 9, endedAt: null, effect: { id: 'ticket-1-2' } },
  ]);
});

test('of a person who wants to be forgotten nothing stays, but what is on its way to the desk', () => {
  const from = { ...ids, requester: ann, about: 'join', title: 'Help', summary: 's', transcript: null } as const;
  const ticket = changes.raiseTicket({ ...from, conversation: 'chat-1' }, moment);
  const forgotten = changes.forgetPerson(ticket);

  expect(forgotten).toMatchObject({
    title: '',
    personId: null,
    person: null,
    wake: null,
    conversation: null,
    answers: [],
  });
  expect(JSON.stringify(forgotten)).not.toContain('person-1');
  expect(forgotten.outbox).toHaveLength(1);
});

test('a change of state is remembered with its reason, and where nothing changes nothing is', () => {
  const handedOver = hears(aTicket(), {
    id: 'news-1',
    at: changes.iso(noon),
    kind: 'needs-human',
    because: 'asked',
    summary: '',
    transcript: null,
  });
  expect(handedOver.history.at(-1)).toEqual({ at: changes.iso(noon), to: 'with-human', because: 'asked' });
  expect(hears(handedOver, progress('news-2')).history).toHaveLength(handedOver.history.length);
});

test('what the person writes at the desk is no reply to them', () => {
  const how = { mark: 'answer-1', hash: null };
  const ticket = aTicket({ conversation: 'chat-1', requesterAtDesk: 'Desk-User-7' });
  const own = changes.answerByColleague(ticket, { ...answered('Hello'), author: 'desk-user-7' }, how, noon);
  const other = changes.answerByColleague(ticket, { ...answered('Hello'), author: 'desk-user-8' }, how, noon);

  expect(own).toMatchObject({ answers: [], wake: null, applied: ['delivery-1', 'answer-1'] });
  expect(other.answers).toHaveLength(1);
});

test('each person that a ticket is handed over for is a round of its own', () => {
  const same = changes.handOverAgain(aTicket({ state: 'solved' }), { ...handed, version: 4 }, second, noon);
  const requester = { ...ann, personId: 'person-2' };
  const other = changes.handOverAgain(aTicket(), { ...handed, requester, version: 4 }, second, noon);

  expect([same.round, other.round]).toEqual([0, 1]);
});

describe('a ticket that waits for its person', () => {
  const patient = { ...moment, rules: { ...rules, waitMs: 3 * day } };
  const later = (ms: number) => ({ ...patient, now: noon + ms });
  const begun = (kind: 'taken-up' | 'declined') => {
    const news: TicketNews = { id: kind, at: changes.iso(noon), kind, scenario: 'join' } as TicketNews;
    const heard = changes.hearNews(aTicket({ conversation: 'chat-1' }), news, kind, patient);
    if (heard === null) throw new Error('was known');
    return heard;
  };

  test('reminds them a day before, and goes back then with its reason, open', () => {
    const waiting = begun('taken-up');
    expect(changes.losePatience(waiting, later(2 * day - 1))).toBeNull();

    const reminded = changes.losePatience(waiting, later(2 * day));
    expect(reminded).toMatchObject({
      state: 'talking',
      patience: { isReminded: true },
      wake: { nextAt: noon + 2 * day },
    });
    expect(reminded?.outbox).toHaveLength(waiting.outbox.length);

    const back = reminded === null ? null : changes.losePatience(reminded, later(3 * day));
    expect(back).toMatchObject({ state: 'with-human', patience: null, wake: { nextAt: noon + 3 * day } });
    expect(back?.history.at(-1)).toMatchObject({ because: 'left-off' });
    expect(back?.outbox.at(-1)?.effect).toMatchObject({ status: 'open', tag: 'onetenant-no-reaction' });
    expect(back?.outbox.at(-1)?.effect.note).toContain('3 days');
  });

  test('waits anew with everything that its person does, and no more once it is with a colleague', () => {
    const reminded = changes.losePatience(begun('taken-up'), later(2 * day));
    if (reminded === null) throw new Error('was not reminded');

    const anew = changes.hearNews(reminded, progress('news-2'), 'news-2', later(2 * day));
    expect(anew?.patience).toMatchObject({ isReminded: false, nextAt: noon + 4 * day });
    expect(begun('declined').patience).toBeNull();
    const event = { kind: 'withdrawn', number: '4711', version: 4 } as const;
    expect(changes.withdraw(reminded, event, 'delivery-2', noon).patience).toBeNull();
  });

  const showing = (shown: 'already-done' | 'status'): TicketNews => ({
    id: 'news-2',
    at: changes.iso(noon),
    kind: 'progress',
    summary: 'Nothing is to be done.',
    shown,
  });

  test.each(['already-done', 'status'] as const)(
    'whose person was shown what they asked for (%s) goes back with that',
    (shown) => {
      const heard = changes.hearNews(begun('taken-up'), showing(shown), 'news-2', patient);
      const reminded = heard === null ? null : changes.losePatience(heard, later(2 * day));
      const back = reminded === null ? null : changes.losePatience(reminded, later(3 * day));

      expect(back).toMatchObject({
        state: 'with-human',
        history: [expect.anything(), expect.anything(), { because: shown }],
      });
      expect(back?.outbox.at(-1)?.effect).toMatchObject({
        status: 'open',
        note: expect.stringMatching(/OneTenant showed the person .* 3 days\./),
      });
    },
  );

  test('whose person goes on after that is left off like any other', () => {
    const shown = changes.hearNews(begun('taken-up'), showing('already-done'), 'news-2', patient);
    const more = shown === null ? null : changes.hearNews(shown, progress('news-3'), 'news-3', patient);
    const reminded = more === null ? null : changes.losePatience(more, later(2 * day));

    expect((reminded === null ? null : changes.losePatience(reminded, later(3 * day)))?.history.at(-1)).toMatchObject({
      because: 'left-off',
    });
  });

  test('waits for ever where an organisation wants that', () => {
    const heard = hears(aTicket(), { id: 'n', at: changes.iso(noon), kind: 'taken-up', scenario: 'join' });
    expect(heard.patience).toBeNull();
  });
});

describe('progress after the first', () => {
  const gathering = { ...moment, rules: { ...rules, holdMs: 1_800_000 } };
  const tells = (ticket: Ticket, news: TicketNews) => {
    const heard = changes.hearNews(ticket, news, news.id, gathering);
    if (heard === null) throw new Error('was known');
    return heard;
  };
  const three = ['a', 'b', 'c'].reduce<Ticket>((ticket, id) => tells(ticket, progress(id)), aTicket());

  test('is gathered: of three, the first and the last are told', () => {
    expect(
      three.outbox.map(({ effect, isHeld, nextAt }) => [effect.note.includes('so far c'), isHeld, nextAt]),
    ).toEqual([
      [false, false, noon],
      [true, true, noon + 1_800_000],
    ]);
  });

  test('goes with the end, and before anything else', () => {
    const solved = tells(three, { id: 'end', at: changes.iso(noon), kind: 'solved', summary: 'done' });
    expect(solved.outbox.map(({ effect }) => effect.status)).toEqual([null, 'solved']);

    const declined = tells(three, { id: 'no', at: changes.iso(noon), kind: 'declined' });
    expect(declined.outbox.map(({ isHeld, nextAt }) => [isHeld, nextAt])).toEqual([
      [false, noon],
      [false, noon],
      [false, noon],
    ]);
  });
});

test.each([
  ['reached', 'For you: nothing.'],
  ['declined', 'For you: decide who goes on with it.'],
] as const)('the last line of a note says what a colleague is to do: %s', (what, line) => {
  const paged = { ...moment, rules: { ...rules, ticketPages: 'https://bot/operator/tickets/' } };
  const note = changes.planEffect(aTicket(), { what }, paged).outbox[0]?.effect.note.split('\n') ?? [];

  expect(note.slice(-3)).toEqual([line, '', '[onetenant:ticket-1-1]']);
  expect(note.includes('More: https://bot/operator/tickets/ticket-1')).toBe(what === 'declined');
});

test.each([
  ['asked', 'For you: answer the person.'],
  ['not-proven', 'For you: decide who goes on with it.'],
  ['other-person', 'For you: decide who goes on with it.'],
] as const)('what a colleague is to do about a hand-over follows from its reason: %s', (because, line) => {
  const message = { what: 'needs-human', because, summary: 'so far', transcript: null } as const;

  expect(changes.planEffect(aTicket(), message, moment).outbox[0]?.effect.note.split('\n').at(-3)).toBe(line);
});
