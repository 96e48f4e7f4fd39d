import { randomNumbers } from '../builders/random-numbers.ts';

type Members = Record<string, unknown>;

const oddValues: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1e308,
  '',
  ' ',
  'x',
  '\u0000',
  '\ud800',
  '\u202eabc',
  '🙂'.repeat(50),
  'a'.repeat(600),
  'one hundred and '.repeat(300),
  '1/1/1 '.repeat(400),
  '<at>everyone</at> **x** [y](javascript:alert(1))',
  '../../etc/passwd',
  `$${'{'}$root.secret}`,
  [],
  [[[[[]]]]],
  [null, { id: 5 }, 'x'],
  {},
  { id: null },
  { id: {} },
  { constructor: { prototype: { isAdmin: true } } },
  { do: 'choose-scenario' },
  { do: 'tick-step', step: '__proto__', nonce: 'x' },
];

const texts = [
  'help',
  'status',
  'microsoft 365 naar azure',
  'why',
  'back',
  'stop',
  '123456',
  'sign out',
  'remind me',
  '?',
  'nl',
];
const presses = [
  'choose-scenario',
  'sign-in',
  'show-steps',
  'check-again',
  'tick-step',
  'answer-agreement',
  'show-menu',
];

export interface OddWorld {
  readonly serviceUrl: string;
  readonly channelId: string;
}

/** An endless row of activities as a channel would deliver them, most with something odd in place of a member. The same seed gives the same ones. */
export function* oddActivities(seed: number, world: OddWorld): Generator<unknown> {
  const random = randomNumbers(seed);
  const pick = <T>(list: readonly T[]): T => list[random(list.length)] as T;
  for (let count = 0; ; count += 1) {
    const activity = ordinary(count, random, pick, world);
    const changes = random(10) === 0 ? 0 : 1 + random(3);
    for (let change = 0; change < changes; change += 1) spoil(activity, random, pick);
    yield activity;
  }
}

type Random = ReturnType<typeof randomNumbers>;
type Pick = <T>(list: readonly T[]) => T;

function ordinary(count: number, random: Random, pick: Pick, { serviceUrl, channelId }: OddWorld): Members {
  const person = `dl_${random(40)}`;
  const common: Members = {
    id: `odd-${count}`,
    timestamp: '2026-11-20T12:00:00Z',
    channelId,
    serviceUrl,
    from: { id: person, name: 'Somebody', aadObjectId: '11111111-2222-3333-4444-555555555555' },
    recipient: { id: 'bot', name: 'Bot' },
    conversation: { id: `c-${person}`, isGroup: false, conversationType: 'personal', tenantId: 't' },
    locale: pick(['en-US', 'nl-NL', 'nl', 'xx']),
    channelData: { tenant: { id: 't' }, postBack: true },
    entities: [{ type: 'mention', mentioned: { id: 'bot' }, text: '<at>Bot</at>' }],
  };
  return { ...common, ...pick(kinds)(pick) };
}

const kinds: readonly ((pick: Pick) => Members)[] = [
  (pick) => ({ type: 'message', text: pick(texts) }),
  (pick) => ({
    type: 'message',
    text: pick(texts),
    attachments: [{ contentType: 'image/png', contentUrl: 'https://x.example/p.png' }],
  }),
  (pick) => ({ type: 'message', value: { do: pick(presses), nonce: 'n', scenario: 'join', step: 'x' } }),
  () => ({ type: 'conversationUpdate', membersAdded: [{ id: 'dl_1' }], membersRemoved: [] }),
  (pick) => ({ type: 'installationUpdate', action: pick(['add', 'remove', 'upgrade']) }),
  () => ({ type: 'messageReaction', reactionsAdded: [{ type: 'like' }] }),
  () => ({ type: 'messageUpdate', text: 'help', channelData: { eventType: 'editMessage' } }),
  () => ({ type: 'typing' }),
  () => ({ type: 'endOfConversation', code: 'completedSuccessfully' }),
  () => ({ type: 'event', name: 'tokens/response', value: { connectionName: 'onetenant', token: 'x' } }),
  () => ({ type: 'event', name: 'webchat/join', value: { language: 'nl' } }),
  (pick) => ({
    type: 'invoke',
    name: pick([
      'signin/verifyState',
      'signin/tokenExchange',
      'signin/failure',
      'adaptiveCard/action',
      'composeExtension/query',
      'task/fetch',
      'x',
    ]),
    value: {
      state: '123456',
      id: 'e1',
      connectionName: 'onetenant',
      token: 'x',
      action: { type: 'Action.Execute', verb: 'x', data: { do: 'sign-in' } },
    },
  }),
];

/** Replaces, removes or adds one member somewhere inside. The address and the channel stay: a wrong one is refused at once. */
function spoil(activity: Members, random: Random, pick: Pick): void {
  const places = placesIn(activity).filter(([, name]) => name !== 'serviceUrl' && name !== 'channelId');
  const [holder, name] = pick(places);
  const way = random(10);
  if (way === 0) delete holder[name];
  else if (way === 1) holder[`odd-${random(5)}`] = structuredClone(pick(oddValues));
  else holder[name] = structuredClone(pick(oddValues));
}

function placesIn(node: unknown): [Members, string][] {
  if (typeof node !== 'object' || node === null) return [];
  const members = node as Members;
  return Object.keys(members).flatMap((name) => [[members, name] as [Members, string], ...placesIn(members[name])]);
}
