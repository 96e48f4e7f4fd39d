import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { keepProgress } from '../../../src/bot/record/conversation-changes.ts';
import { type ConversationRecord, openRecord, storedRecord } from '../../../src/bot/record/conversation-record.ts';
import { carryOver, recordVersion } from '../../../src/bot/record/record-migrations.ts';
import { createTranslator } from '../../../src/i18n/translator.ts';
import type { Json } from '../../../src/ports/document-store.ts';
import type { Chat } from '../../conversations/chat.ts';
import { type Stage, setStage } from '../../conversations/stage.ts';
import { putDocument, storedDocument, storedKeys } from '../../conversations/stored-bytes.ts';

/** Conversations that another release stored: older ones go on, newer ones are left alone. */

interface Snapshot {
  readonly key: string;
  readonly value: {
    readonly version: number;
    readonly checkpoint: string;
    readonly reference: { readonly serviceUrl: string; readonly user: { readonly id: string } };
  };
}

const folder = join(__dirname, 'snapshots');
const t = createTranslator('en');

/** What the chat does next from each kept record, and what it then shows. */
const goesOn: Readonly<Record<string, (chat: Chat) => Promise<void>>> = {
  'v1-choose-scenario': async (chat) => {
    await chat.presses('choose-scenario', { scenario: 'add-azure' });
    expect(chat.words()).toContain(t('card.sign-in.title'));
  },
  'v1-explain-sign-in': async (chat) => {
    await chat.presses('without-sign-in');
    expect(chat.words()).toContain(t('scenarios.add-azure.name'));
  },
  'v1-sign-in': async (chat) => {
    await chat.types('continue without signing in');
    expect(chat.words()).toContain(t('scenarios.add-azure.name'));
  },
  'v1-agreement': async (chat) => {
    await chat.presses('answer-agreement', { answer: 'enterprise' });
    expect(chat.words()).toContain(t('blockers.enterprise-agreement.title'));
  },
  'v1-verdict': async (chat) => {
    await chat.presses('show-steps');
    expect(chat.words()).toContain(t('steps.azure-open-sign-up.title'));
  },
  'v1-status': async (chat) => {
    await chat.presses('check-again');
    expect(chat.words()).toContain(t('roles.global-administrator'));
  },
  'v1-suggestion': async (chat) => {
    await chat.types('yes');
    expect(chat.words()).toContain(t('verdict.add-azure.ready.title'));
  },
  'v1-join-confirmation': async (chat) => {
    await chat.presses('confirm-join');
    expect(chat.words()).toContain(t('steps.join-open-subscription.title'));
  },
  'v1-steps': async (chat) => {
    await chat.presses('tick-step');
    expect(chat.words()).toContain(t('button.untick-step', { step: 1 }));
  },
  'v1-proof': async (chat) => {
    await chat.presses('check-again');
    expect(chat.words()).toContain(t('card.proof.not-visible-yet-title'));
    await chat.types('stop reminding');
    expect(chat.words()).toContain(t('message.reminders-stopped.text'));
  },
  'v2-steps': async (chat) => {
    await chat.presses('tick-step');
    expect(chat.words()).toContain(t('button.untick-step', { step: 1 }));
  },
  'v2-confirming': async (chat) => {
    await chat.types('no');
    expect(chat.words()).toContain(t('message.data-kept.text'));
    expect(chat.words()).toContain(t('steps.azure-open-sign-up.title'));
  },
  'v2-looking-on': async (chat) => {
    expect(chat.words()).toContain(t('answer.cannot-tell'));
    expect(chat.words()).not.toContain(t('message.looking-on.text'));
    expect(chat.button('check-again')).toBeDefined();
  },
  'v3-steps': async (chat) => {
    await chat.presses('tick-step');
    expect(chat.words()).toContain(t('button.untick-step', { step: 1 }));
  },
  'v3-proof': async (chat) => {
    await chat.presses('check-again');
    expect(chat.words()).toContain(t('card.proof.not-visible-yet-title'));
  },
  'v4-steps': async (chat) => {
    await chat.presses('tick-step');
    expect(chat.words()).toContain(t('button.untick-step', { step: 1 }));
    await chat.types('stop reminding');
    expect(chat.words()).toContain(t('message.reminders-stopped.text'));
  },
  'v4-recheck': async (chat) => {
    expect(chat.words()).toContain(t('answer.cannot-tell'));
    expect(chat.words()).not.toContain(t('message.looking-on.text'));
    expect(chat.button('check-again')).toBeDefined();
  },
  'v4-ticket': async (chat) => {
    await chat.presses('tick-step');
    expect(chat.words()).toContain(t('button.untick-step', { step: 1 }));
    await chat.types('my tickets');
    await chat.presses('leave-ticket');
    expect(chat.words()).toContain(t('card.sign-in.title'));
  },
  'v5-steps': async (chat) => {
    expect(chat.words()).toContain(t('steps.join-find-who-accepts.body'));
    expect(chat.words()).toContain(t('card.steps.counted', { count: 2, total: 8 }));
  },
};

/** What waits for the very next word cannot be asked for once more. */
const waitsForOneWord = ['v2-confirming'];
/** These read again, so the person is still signed in. */
const signedIn = ['v1-status', 'v1-suggestion', 'v1-proof', 'v3-proof'];
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.replace('.json', ''));

function snapshot(name: string): Snapshot {
  return JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as Snapshot;
}

/** What fields of older versions are called today, and in what. */
const newNames: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '': { checkpoint: 'dialogId', journey: 'progress', lookingOn: 'recheck' },
  journey: { errand: 'goal' },
  lookingOn: { moment: 'dialogId', looks: 'tries' },
  reminder: { wish: 'kind', looks: 'readings', blindLooks: 'failedReadings' },
  outside: { checkpoint: 'dialogId', journey: 'progress' },
  place: { checkpoint: 'dialogId', journey: 'progress' },
};
/** Steps that are other steps today. Nothing that was ticked of them counts. */
const newSteps: Readonly<Record<string, readonly string[]>> = {
  'join-become-member-of-both': ['join-find-who-accepts'],
  'join-choose-target': ['join-send-request', 'join-accept-request'],
};
/** Their insides are the same in every version. */
const unchanged = ['dialogs', 'outbox', 'reference', 'facts', 'factsBefore'];

interface StoredPlan {
  readonly steps: readonly string[];
  readonly done: readonly string[];
}

function planOfToday(plan: StoredPlan): StoredPlan {
  return {
    ...plan,
    steps: plan.steps.flatMap((step) => newSteps[step] ?? [step]),
    done: plan.done.filter((step) => newSteps[step] === undefined),
  };
}

function inWordsOfToday(value: object, inside = ''): object {
  const names = newNames[inside] ?? {};
  return Object.fromEntries(
    Object.entries(value).map(([name, member]: [string, unknown]) => {
      if (name === 'plan') return [name, member === null ? null : planOfToday(member as StoredPlan)];
      if (member === 'facts') return [name, (value as { readonly facts?: unknown }).facts];
      const isPlain = typeof member !== 'object' || member === null || unchanged.includes(name);
      if (isPlain) return [names[name] ?? name, member];
      if (Array.isArray(member))
        return [name, member.map((one: unknown) => (typeof one === 'object' && one ? inWordsOfToday(one) : one))];
      return [names[name] ?? name, inWordsOfToday(member, name)];
    }),
  );
}

test('every kept record has a way on that is tried', () => {
  expect(names.sort()).toEqual(Object.keys(goesOn).sort());
});

test('of every version before this one there are kept records', () => {
  const versions = names.map((name) => snapshot(name).value.version);
  const older = Array.from({ length: recordVersion - 1 }, (_, index) => index + 1);

  expect(versions).toEqual(expect.arrayContaining(older));
});

test.each(names)('%s opens in the version of today, at its checkpoint, with all that was in it', (name) => {
  const { value } = snapshot(name);

  const opened = openRecord(value as unknown as Json);

  expect(opened).toMatchObject({ kind: 'opened', record: { ...inWordsOfToday(value), version: recordVersion } });
});

describe('facts that are those of the check before', () => {
  const opened = (name: string): ConversationRecord => {
    const record = openRecord(snapshot(name).value as unknown as Json);
    if (record.kind !== 'opened') throw new Error('it should open');
    return record.record;
  };
  const throughTheStore = (record: ConversationRecord) => JSON.parse(JSON.stringify(storedRecord(record))) as Json;

  test('are written down once, and are both there again', () => {
    const record = opened('v3-steps');
    keepProgress(record, { factsBefore: record.progress.facts });

    const stored = throughTheStore(record);

    expect(JSON.stringify(stored).split('"readAt"')).toHaveLength(2);
    expect(openRecord(stored)).toEqual({ kind: 'opened', record });
  });

  test('are written down twice when they are not the same, or not there', () => {
    const differing = opened('v3-proof');
    const none = { ...differing, progress: { ...differing.progress, facts: null, factsBefore: null } };

    for (const record of [differing, none]) {
      expect(storedRecord(record)).toBe(record);
      expect(openRecord(throughTheStore(record))).toEqual({ kind: 'opened', record });
    }
  });
});

test.each([
  null,
  'text',
  [],
  {},
  { version: '1' },
  { version: 0 },
  { version: 1.5 },
  { version: 1 },
  { version: recordVersion },
])('%j is no conversation, and no error', (stored) => {
  expect(openRecord(stored as Json)).toEqual({ kind: 'unreadable' });
});

test('a newer version is only known by its number', () => {
  expect(carryOver({ version: recordVersion + 1, all: 'else' })).toEqual({ kind: 'newer', version: recordVersion + 1 });
});

describe('on the stage', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await setStage();
  });

  afterAll(() => stage.stop());

  const keyOf = (chat: Chat): string => `conversation/directline/${chat.conversationId}/one`;

  async function signsIn(chat: Chat): Promise<void> {
    await chat.presses('show-status');
    await chat.presses('sign-in');
    await chat.signsIn();
  }

  /** The bot of another release ran until now: what it stored is there, in this chat. */
  async function wasStored(chat: Chat, value: object): Promise<void> {
    await stage.stopsBot();
    putDocument(stage, keyOf(chat), JSON.stringify(value));
    await stage.startsBot();
  }

  /** A kept record as it would be of this chat. */
  function asOf(chat: Chat, { key, value }: Snapshot): object {
    const text = JSON.stringify(value)
      .replaceAll(key.split('/')[2] ?? '', chat.conversationId)
      .replaceAll(value.reference.user.id, chat.userId)
      .replaceAll(value.reference.serviceUrl, `${stage.sandbox.core.addresses.http}/connector/`);
    // Its channel counted its messages from one as well, so they would be taken for answered.
    return { ...(JSON.parse(text) as object), seen: [] };
  }

  test.each(names)('the chat goes on from %s', async (name) => {
    const kept = snapshot(name);
    const chat = await stage.opensChat({ as: 'global-admin-m365', locale: 'en' });
    if (signedIn.includes(name)) await signsIn(chat);
    await wasStored(chat, asOf(chat, kept));

    if (!waitsForOneWord.includes(name)) await chat.types('repeat');
    await goesOn[name]?.(chat);
    expect(JSON.parse(storedDocument(stage, keyOf(chat)) ?? '{}')).toMatchObject({ version: recordVersion });
  });

  describe('a conversation of a newer release', () => {
    const newer = { version: recordVersion + 1, checkpoint: 'of tomorrow', lastHeardAt: Date.now(), reference: {} };
    let chat: Chat;
    let before: string | null;

    beforeEach(async () => {
      chat = await stage.opensChat({ as: 'global-admin-m365', locale: 'en' });
      await wasStored(chat, newer);
      before = storedDocument(stage, keyOf(chat));
    });

    test('is left as it is, and the person is told', async () => {
      await chat.types('hello');
      expect(chat.words()).toBe(t('message.newer-conversation.text'));
      await chat.presses('choose-scenario', { scenario: 'add-azure' });
      expect(chat.words()).toBe(t('message.newer-conversation.text'));

      expect(storedDocument(stage, keyOf(chat))).toBe(before);
      expect(storedKeys(stage, 'quarantine/')).toEqual([]);
    });

    test('keeps what it is to be reminded of', async () => {
      await stage.stopsBot();
      const value = {
        conversation: keyOf(chat),
        occasion: { kind: 'reminder-due', dueAt: '2026-01-01T00:00:00.000Z' },
      };
      putDocument(stage, `wake/2026-01-01T00:00:00.000Z/reminder-due/${keyOf(chat)}`, JSON.stringify(value));
      await stage.startsBot();

      await stage.works();

      const waking = storedKeys(stage, 'wake/').filter((key) => key.endsWith(keyOf(chat)));
      expect(waking).toHaveLength(1);
      expect(waking[0]).not.toContain('2026-01-01T00');
      const { conversation, occasion: trigger } = value;
      expect(JSON.parse(storedDocument(stage, waking[0] ?? '') ?? '{}')).toEqual({ conversation, trigger });
      expect(storedDocument(stage, keyOf(chat))).toBe(before);
    });

    test('is put aside only when the person wants to begin anew', async () => {
      await chat.types('start over');

      expect(chat.words()).toContain(t('card.welcome.question'));
      expect(JSON.parse(storedDocument(stage, keyOf(chat)) ?? '{}')).toMatchObject({ version: recordVersion });
      const [aside = ''] = storedKeys(stage, 'quarantine/');
      expect(JSON.parse(storedDocument(stage, aside) ?? '{}')).toEqual({ key: keyOf(chat), value: newer });
    });
  });
});
