import type { Person, SandboxCore } from '../core/core.ts';
import type { Account, ChannelId, ConversationPlan, TeamsPlace } from './conversations.ts';

interface ChatWish {
  readonly client: Account;
  readonly personId: string | null;
  readonly channelId: ChannelId;
}

/** The participants of a chat window's conversation, and their ids. */
export function planChat(core: SandboxCore, { client, personId, channelId }: ChatWish): ConversationPlan {
  if (channelId === 'msteams')
    return { ...planTeams(core, personOrFirst(core, personId)), shownIn: 'chat-window', client };
  return {
    channelId,
    shownIn: 'chat-window',
    client,
    user: client,
    bot: { id: 'onetenant', name: 'OneTenant' },
    personId,
  };
}

/** A person as Teams knows them. */
export function teamsAccount(person: Person): Account {
  return { id: `29:${person.objectId}`, name: person.displayName, aadObjectId: person.objectId };
}

/** A group chat or a channel; the tenant is that of the first person. */
export function planTeamsGroup(
  core: SandboxCore,
  place: TeamsPlace,
  people: readonly [Person, ...Person[]],
): ConversationPlan {
  return { ...planTeams(core, people[0]), place, people: people.map(teamsAccount) };
}

/** A personal chat in Teams, where everyone is known by name from the start. */
export function planTeams(core: SandboxCore, person: Person): ConversationPlan {
  const user = teamsAccount(person);
  return {
    channelId: 'msteams',
    shownIn: 'control-api',
    client: user,
    user,
    bot: { id: `28:${core.registrations.bot.appId}`, name: 'OneTenant' },
    tenantId: person.homeTenantId,
    personId: person.id,
  };
}

function personOrFirst(core: SandboxCore, personId: string | null): Person {
  const person = personId === null ? core.people.list()[0] : core.people.get(personId);
  if (!person) throw new Error('Teams knows everybody by name, so a conversation there needs a person.');
  return person;
}
