import { backFromSignIn, explainSignInDialog } from '../../dialogs/explain-sign-in-dialog.ts';
import { beginDialog } from '../builders/dialog-chat.ts';
import { someFacts } from '../builders/facts.ts';
import { onTheWay } from '../builders/played-conversation.ts';

const signedOut = { isSignedIn: false, progress: onTheWay('add-azure') };

test('says why a sign-in helps, and offers to go on without one', async () => {
  const { conversation } = await beginDialog(explainSignInDialog(), signedOut);

  expect(conversation.titles).toEqual([conversation.t('card.sign-in.title')]);
  expect(conversation.lastCard?.offers).toEqual(
    expect.arrayContaining([{ do: 'sign-in' }, { do: 'without-sign-in' }, { do: 'back' }]),
  );
  expect(conversation.waitsIn).toBe('explain-sign-in');
});

test('its button opens the sign-in, and where that takes no window, it is a press like any other', async () => {
  const shown = async (signInLink: string | null) => {
    const { conversation } = await beginDialog(explainSignInDialog(), { ...signedOut, signInLink });
    return conversation.cards[0]?.actions[0];
  };

  expect(await shown('https://token.botframework.com/1')).toMatchObject({
    data: { do: 'sign-in' },
    signInLink: 'https://token.botframework.com/1',
  });
  expect(await shown(null)).not.toHaveProperty('signInLink');
});

test('whoever comes back from the window goes on, and that they signed in is noted', async () => {
  const chat = await beginDialog(explainSignInDialog(), { progress: onTheWay('join') }, backFromSignIn);

  expect(chat.wentTo?.dialogId).toBe('check');
  expect(chat.conversation.events).toEqual([{ event: 'sign-in.done' }]);
});

test('a code that is typed signs in', async () => {
  const chat = await beginDialog(explainSignInDialog(), { ...signedOut, found: ['signed-in'] });
  await chat.types('123456');

  expect(chat.conversation.codes).toEqual(['123456']);
  expect(chat.wentTo?.dialogId).toBe('check');
  expect(chat.conversation.events).toEqual([{ event: 'sign-in.done' }]);
});

test('a wrong code leads on to the sign-in, which counts the tries', async () => {
  const chat = await beginDialog(explainSignInDialog(), signedOut);
  await chat.types('123456');

  expect(chat.conversation.said).toEqual(['wrong-code']);
  expect(chat.wentTo?.dialogId).toBe('sign-in');
  expect(chat.conversation.events).toEqual([{ event: 'sign-in.code-refused' }]);
});

test('a code of another account brings the explanation again', async () => {
  const chat = await beginDialog(explainSignInDialog(), { ...signedOut, found: ['other-account'] });
  await chat.types('123456');

  expect(chat.conversation.titles).toHaveLength(2);
});

test.each([
  [onTheWay('join').goal, 'check'],
  [{ kind: 'status' }, 'status'],
  [{ kind: 'suggestion' }, 'suggestion'],
  [{ kind: 'admin-request', requestId: 'request-of-somebody' }, 'admin-request'],
  [{ kind: 'ticket', ticketId: 'ticket-of-somebody' }, 'ticket'],
  [null, 'choose-scenario'],
] as const)('whoever is signed in is asked nothing: the goal %j goes straight to %s', async (goal, dialogId) => {
  const chat = await beginDialog(explainSignInDialog(), { progress: { ...onTheWay('join'), goal } });

  expect(chat.conversation.shown).toEqual([]);
  expect(chat.wentTo).toEqual({ dialogId, options: null });
});

test.each(['sign-in', 'yes', 'check-again'] as const)('%s leads to the sign-in', async (wish) => {
  const chat = await beginDialog(explainSignInDialog(), signedOut);
  await chat.presses({ do: wish });

  expect(chat.wentTo).toEqual({ dialogId: 'sign-in', options: null });
});

test.each(['without-sign-in', 'no', 'show-steps'] as const)(
  '%s leads to the general steps, and nothing read before counts',
  async (wish) => {
    const chat = await beginDialog(explainSignInDialog(), {
      isSignedIn: false,
      progress: onTheWay('add-azure', { facts: someFacts() }),
    });
    await chat.presses({ do: wish });

    expect(chat.wentTo).toEqual({ dialogId: 'steps', options: null });
    expect(chat.conversation.progress.facts).toBeNull();
  },
);

test.each([{ kind: 'status' }, { kind: 'suggestion' }] as const)(
  'without a sign-in there is nothing to show for %j, so the choices come',
  async (goal) => {
    const chat = await beginDialog(explainSignInDialog(), {
      isSignedIn: false,
      progress: { ...onTheWay('join'), goal },
    });
    await chat.presses({ do: 'without-sign-in' });

    expect(chat.wentTo?.dialogId).toBe('choose-scenario');
    expect(chat.conversation.said).toEqual(['sign-in-cancelled']);
  },
);

test('quiet, it waits and does not even look for a sign-in', async () => {
  const chat = await beginDialog(explainSignInDialog(), { progress: onTheWay('join') }, { isQuiet: true });

  expect(chat.conversation.shown).toEqual([]);
  expect(chat.wentTo).toBeNull();
  expect(chat.conversation.waitsIn).toBe('explain-sign-in');
});

test('anything else gets the explanation again', async () => {
  const chat = await beginDialog(explainSignInDialog(), signedOut);
  await chat.types('blue');

  expect(chat.conversation.said).toEqual(['not-understood']);
  expect(chat.conversation.titles).toHaveLength(2);
});
