import {
  ActivityHandler,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConversationState,
  MemoryStorage,
  type TurnContext,
  UserState,
} from 'botbuilder';
import {
  ConfirmPrompt,
  DialogSet,
  DialogTurnStatus,
  NumberPrompt,
  TextPrompt,
  WaterfallDialog,
  type WaterfallStepContext,
} from 'botbuilder-dialogs';
import restify from 'restify';

/** The SDK's echo sample: no authentication, no state. */
export function startBotbuilderEcho(listening: (port: number) => void): void {
  const bot = new ActivityHandler();
  bot.onMessage(async (context, next) => {
    await context.sendActivity(`You said: ${context.activity.text}`);
    await next();
  });
  bot.onMembersAdded(async (context, next) => {
    await context.sendActivity('Welcome');
    await next();
  });
  serve((context) => bot.run(context), listening);
}

interface Profile {
  name: string;
  age: number;
}

/** The SDK's dialog sample: a waterfall of three prompts, with both states in memory; no authentication. */
export function startBotbuilderDialog(listening: (port: number) => void): void {
  const storage = new MemoryStorage();
  const conversation = new ConversationState(storage);
  const user = new UserState(storage);
  const profile = user.createProperty<Profile>('profile');
  const dialogs = new DialogSet(conversation.createProperty('dialogs'));
  dialogs.add(new TextPrompt('text'));
  dialogs.add(new NumberPrompt('number'));
  dialogs.add(new ConfirmPrompt('confirm'));
  dialogs.add(
    new WaterfallDialog('profile', [
      (step) => step.prompt('text', 'What is your name?'),
      async (step: WaterfallStepContext) => {
        await profile.set(step.context, { name: String(step.result), age: 0 });
        return step.prompt('number', 'How old are you?');
      },
      async (step: WaterfallStepContext) => {
        const known = await profile.get(step.context, { name: '', age: 0 });
        known.age = Number(step.result);
        return step.prompt('confirm', 'Is that right?');
      },
      async (step: WaterfallStepContext) => {
        const known = await profile.get(step.context, { name: '', age: 0 });
        await step.context.sendActivity(`I have ${known.name}, ${known.age}.`);
        return step.endDialog();
      },
    ]),
  );
  serve(async (context) => {
    if (context.activity.type === 'message') {
      const dialog = await dialogs.createContext(context);
      const result = await dialog.continueDialog();
      if (result.status === DialogTurnStatus.empty) await dialog.beginDialog('profile');
    } else await context.sendActivity('Welcome');
    await conversation.saveChanges(context);
    await user.saveChanges(context);
  }, listening);
}

function serve(logic: (context: TurnContext) => Promise<void>, listening: (port: number) => void): void {
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
  const server = restify.createServer();
  server.use(restify.plugins.bodyParser());
  server.post('/api/messages', async (request, response) => {
    await adapter.process(request as never, response, logic);
  });
  server.listen(0, '127.0.0.1', () => listening(server.address().port));
}
