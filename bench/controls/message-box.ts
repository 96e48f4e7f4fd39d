import type { Mutation } from './mutation.ts';

const overTheWire = 'test/teams/message-extension';
const extension = 'src/bot/message-extension/message-extension.ts';

/** What people do where they write a message in Teams, and how they get the app. */
export const messageBoxControls: readonly Mutation[] = [
  {
    control: 'a chat is handed out to its own person only',
    file: 'src/bot/message-extension/person-chats.ts',
    from: ' || opened.record.personId !== personId) return null;',
    to: ') return null;',
    test: 'test/bot/message-extension/person-chats',
  },
  {
    control: 'a checklist for others is made of the plan alone',
    file: extension,
    from: 'const card = sharedStepsCard({ plan, asOf, opens }, t);',
    to: "const card = sharedStepsCard({ plan, asOf, opens: 'https://x/'.concat(String(asker.chat?.record.progress.facts?.identity.personId)) }, t);",
    test: overTheWire,
  },
  {
    control: 'nothing to press but links in a message',
    file: 'cards/message-extension-cards.ts',
    from: "type: 'Action.OpenUrl', title: t('message-extension.open'), url: opens }];",
    to: "type: 'Action.Submit', title: t('message-extension.open'), data: { do: 'show-steps' } } as unknown as LinkButton];",
    test: overTheWire,
  },
  {
    control: 'only addresses of the bot are shown as cards',
    file: extension,
    from: ' || url.origin !== new URL(publicUrl).origin)',
    to: ')',
    test: overTheWire,
  },
  {
    control: 'a link to a ticket is no page for everybody',
    file: extension,
    from: "if (path.startsWith('/webchat/ticket')) return 'ticket';",
    to: '',
    test: overTheWire,
  },
  {
    control: 'an end to odd pages of a search',
    file: 'src/bot/message-extension/box-request.ts',
    from: 'skip: z.number().int().min(0).max(furthest).default(0),',
    to: 'skip: z.number().default(0),',
    test: overTheWire,
  },
  {
    control: 'requests of the message box are no turns',
    file: 'src/app.ts',
    from: '(isFromMessageBox(context.activity) ? messageExtension.answer(context) : runTurn(context))',
    to: 'runTurn(context)',
    test: overTheWire,
  },
  {
    control: 'the tier that may install',
    file: 'deploymentTemplates/registrations/permissions.ts',
    from: '  helpdesk: [userRead, ...forTheWholeAnswer, forTickets],',
    to: '  helpdesk: [userRead, ...forTheWholeAnswer, forTickets, ...forInstalling],',
    test: 'test/deployment/registrations',
  },
  {
    control: 'installing only when told to',
    file: 'scripts/teams-install.ts',
    from: 'const outcome = values.go\n',
    to: 'const outcome = catalogId\n',
    test: 'test/teams/install',
  },
  {
    control: 'the host of the next page of a group',
    file: 'src/adapters/graph/teams-installer.ts',
    from: "if (!isAt(next, settings.GRAPH_URL)) return refusal(200, 'foreign-link');",
    to: "if (!isAt(next, settings.GRAPH_URL)) return { kind: 'found', people };",
    test: 'test/adapters/graph/teams-installer',
  },
];
