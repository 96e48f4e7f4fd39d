import { adminRequestDialog } from '../../dialogs/admin-request-dialog.ts';
import { beginDialog } from '../builders/dialog-chat.ts';
import { contosoId } from '../builders/facts.ts';
import { onTheWay, readFacts } from '../builders/played-conversation.ts';
import { kelley, withoutRole } from '../builders/stories.ts';

const progress = { ...onTheWay('join'), goal: { kind: 'admin-request', requestId: 'of-casey' } } as const;
const open = { kind: 'open', requesterName: 'Casey', scenario: 'add-azure' } as const;
const kelleyOpens = { progress, reading: readFacts(kelley), openedRequest: open };

test('says who asks for what, with a yes and a no', async () => {
  const { conversation } = await beginDialog(adminRequestDialog(), kelleyOpens);

  expect(conversation.titles).toEqual([conversation.t('card.admin-answer.title')]);
  expect(conversation.lastCard?.spoken).toContain('Casey');
  expect(conversation.lastCard?.offers).toEqual([
    { do: 'answer-request', answer: 'approved' },
    { do: 'answer-request', answer: 'declined' },
    { do: 'show-status' },
  ]);
  expect(conversation.waitsIn).toBe('admin-request');
});

test('who opens it is known from their own sign-in', async () => {
  const { conversation } = await beginDialog(adminRequestDialog(), kelleyOpens);

  expect(conversation.readers).toEqual([
    {
      ...kelley.identity,
      tenantId: contosoId,
      role: expect.objectContaining({ kind: 'active' }),
      acceptor: expect.objectContaining({ kind: expect.any(String) }),
    },
  ]);
});

test('whoever may not answer is told why, and can look again', async () => {
  const { conversation } = await beginDialog(adminRequestDialog(), {
    ...kelleyOpens,
    reading: readFacts(withoutRole),
    openedRequest: { kind: 'refused', because: 'role-missing' },
  });

  expect(conversation.readers[0]?.role.kind).not.toBe('active');
  expect(conversation.lastCard?.offers).toEqual([{ do: 'check-again' }, { do: 'show-menu' }]);
});

test('who is to accept a subscription is asked just that, and says so afterwards', async () => {
  const chat = await beginDialog(adminRequestDialog(), {
    ...kelleyOpens,
    openedRequest: { ...open, accepts: { link: null } },
  });
  const { conversation } = chat;

  expect(conversation.lastCard?.title).toBe(conversation.t('card.accept-answer.title'));
  await chat.presses({ do: 'answer-request', answer: 'approved' });
  expect(conversation.answers).toEqual(['of-casey approved']);
});

test('who is signed in to the wrong tenant is told which one it is for', async () => {
  const { conversation } = await beginDialog(adminRequestDialog(), {
    ...kelleyOpens,
    openedRequest: { kind: 'refused', because: 'other-target', forTenantId: 'the-target' },
  });

  expect(conversation.lastCard?.spoken).toContain('the-target');
  expect(conversation.lastCard?.offers).toEqual([{ do: 'sign-out' }, { do: 'check-again' }, { do: 'show-menu' }]);
});

test.each(['approved', 'declined'] as const)('%s is answered once, and the choices wait', async (answer) => {
  const chat = await beginDialog(adminRequestDialog(), kelleyOpens);
  await chat.presses({ do: 'answer-request', answer });
  const { conversation } = chat;

  expect(conversation.answers).toEqual([`of-casey ${answer}`]);
  expect(conversation.lastCard?.title).toBe(conversation.t(`card.admin-answer.${answer}-title`));
  expect(chat.wentTo).toEqual({ dialogId: 'choose-scenario', options: { isQuiet: true } });
});

test('an answer that does not count any more is told as such', async () => {
  const chat = await beginDialog(adminRequestDialog(), {
    ...kelleyOpens,
    answeredRequest: { kind: 'refused', because: 'already-answered' },
  });
  await chat.presses({ do: 'answer-request', answer: 'approved' });

  expect(chat.conversation.titles).not.toContain(chat.conversation.t('card.admin-answer.approved-title'));
  expect(chat.wentTo?.dialogId).toBe('choose-scenario');
});

test('checking again reads again', async () => {
  const chat = await beginDialog(adminRequestDialog(), kelleyOpens);
  await chat.presses({ do: 'check-again' });

  expect(chat.conversation.readFor).toEqual(['status', 'status']);
});

test.each([
  ['yes', { do: 'yes' }, 'of-casey approved'],
  ['no', { do: 'no' }, 'of-casey declined'],
] as const)('%s answers the request that is open', async (text, intent, answer) => {
  const chat = await beginDialog(adminRequestDialog(), kelleyOpens);
  await chat.types(text, intent);

  expect(chat.conversation.answers).toEqual([answer]);
});

test('other words approve and decline nothing: the request is shown again', async () => {
  const chat = await beginDialog(adminRequestDialog(), kelleyOpens);
  await chat.types('blue', null);

  expect(chat.conversation.answers).toEqual([]);
  expect(chat.conversation.titles).toHaveLength(2);
});

test('quiet, it waits, and nobody whose facts were not read can answer', async () => {
  const chat = await beginDialog(adminRequestDialog(), kelleyOpens, { isQuiet: true });
  expect([chat.conversation.shown, chat.conversation.readFor]).toEqual([[], []]);
  expect(chat.conversation.waitsIn).toBe('admin-request');

  await chat.presses({ do: 'answer-request', answer: 'approved' });
  expect(chat.conversation.answers).toEqual([]);
});

test('without a request the choices come', async () => {
  const chat = await beginDialog(adminRequestDialog(), { reading: readFacts(kelley) });

  expect(chat.wentTo?.dialogId).toBe('choose-scenario');
  expect(chat.conversation.readFor).toEqual([]);
});
