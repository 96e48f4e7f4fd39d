import type { Activity } from 'botbuilder';
import type { Facts } from '../../src/domain/facts.ts';
import { known } from '../../src/domain/known.ts';
import { aProduct, aRole, aSubscription, contosoId, someFacts } from '../builders/facts.ts';
import { tokenOf } from '../builders/turn-context.ts';
import type { SeededChance } from './seeded-chance.ts';
import { chatOf, type ShownMessage } from './simulated-channel.ts';

/** Nothing that is logged holds one of these, and no document holds the token. */
export const secrets = { token: 'canary-token', name: 'Canary Megan', words: 'canary words' } as const;

/** Somebody with one chat. */
export interface Person {
  readonly personId: string;
  readonly userPrincipalName: string;
  readonly userId: string;
  readonly channelId: 'directline' | 'msteams';
  readonly conversation: string;
  readonly token: string;
  readonly facts: Facts;
}

export function somebody(index: number, chance: SeededChance): Person {
  const personId = `aaaaaaaa-0000-4000-8000-00000000000${index}`;
  const isInTeams = chance.below(2) === 0;
  const userPrincipalName = `person${index}@contoso.com`;
  return {
    personId,
    userPrincipalName,
    userId: isInTeams ? `29:${personId}` : `dl_${index}`,
    channelId: isInTeams ? 'msteams' : 'directline',
    conversation: isInTeams ? chatOf(personId) : `c${index}`,
    token: `${tokenOf(personId, contosoId)}.${secrets.token}`,
    facts: factsOf(personId, userPrincipalName, chance),
  };
}

function factsOf(personId: string, userPrincipalName: string, chance: SeededChance): Facts {
  return someFacts({
    identity: { personId, tenantId: contosoId, account: 'work' },
    profile: known({ displayName: secrets.name, userPrincipalName, userType: 'member' }),
    products: known(chance.below(2) === 0 ? [] : [aProduct()]),
    activeRoles: known(chance.below(2) === 0 ? [] : [aRole('global-administrator')]),
    subscriptions: known(chance.below(3) > 0 ? [] : [aSubscription()]),
  });
}

const phrases = [
  'hello',
  'add azure',
  'add microsoft 365',
  'join',
  'status',
  'menu',
  'help',
  'back',
  'yes',
  'no',
  'cancel',
  'repeat',
  'start over',
  'talk to a person',
  'my tickets',
  'steps',
  'i have done it',
  'nederlands',
  secrets.words,
] as const;

interface Button {
  readonly data: Readonly<Record<string, unknown>>;
  readonly verb?: string;
  readonly messageId: string;
}

/** What erases or silences a chat would end what is checked there. */
const leftAlone = ['delete-my-data', 'delete-my-data-now', 'remind-me'];

/** What somebody does next: mostly they press a button of one of the last cards. */
export function nextAct(person: Person, chat: readonly ShownMessage[], chance: SeededChance): Partial<Activity> {
  const buttons = chat
    .slice(chance.below(4) === 0 ? -3 : -1)
    .flatMap(buttonsOf)
    .filter(({ data }) => !leftAlone.includes(String(data.do)));
  const button = chance.below(4) === 0 ? undefined : chance.pick(buttons);
  if (button === undefined) return { type: 'message', text: chance.pick(phrases) ?? 'hello' };
  return pressOf(person, button);
}

export function pressOf({ channelId }: Person, { data, verb, messageId }: Button): Partial<Activity> {
  if (channelId === 'directline') return { type: 'message', value: data };
  const action = { type: 'Action.Execute', verb, data };
  return { type: 'invoke', name: 'adaptiveCard/action', replyToId: messageId, value: { action, trigger: 'manual' } };
}

/** An activity as the channel of this person sends it. */
export function activityOf(person: Person, id: string, act: Partial<Activity>): Activity {
  const { channelId, conversation, userId, personId } = person;
  const isInTeams = channelId === 'msteams';
  return {
    ...act,
    id,
    channelId,
    serviceUrl: isInTeams ? 'https://smba.trafficmanager.net/teams/' : 'https://directline.botframework.com/',
    conversation: isInTeams
      ? { id: conversation, isGroup: false, conversationType: 'personal', name: '', tenantId: contosoId }
      : { id: conversation, isGroup: false, conversationType: '', name: '' },
    from: { id: userId, name: secrets.name, ...(isInTeams ? { aadObjectId: personId } : {}) },
    recipient: { id: isInTeams ? '28:bot' : 'bot', name: '' },
    locale: 'en-US',
  } as Activity;
}

function buttonsOf({ id, activity }: ShownMessage): readonly Button[] {
  return (activity.attachments ?? []).flatMap(({ content }) => buttonsIn(content, id));
}

function buttonsIn(node: unknown, messageId: string): readonly Button[] {
  if (Array.isArray(node)) return node.flatMap((one) => buttonsIn(one, messageId));
  if (typeof node !== 'object' || node === null) return [];
  const { type, data } = node as { readonly type?: unknown; readonly data?: unknown };
  const isButton =
    (type === 'Action.Submit' || type === 'Action.Execute') &&
    typeof data === 'object' &&
    data !== null &&
    'do' in data;
  if (isButton) return [{ ...(node as Omit<Button, 'messageId'>), messageId }];
  return Object.entries(node).flatMap(([name, one]) =>
    name === 'refresh' || name === 'fallback' ? [] : buttonsIn(one, messageId),
  );
}
