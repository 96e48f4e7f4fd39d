import {
  type Request as AgentRequest,
  CloudAdapter,
  ConversationState,
  MemoryStorage,
  type TurnContext,
  UserState,
} from '@microsoft/agents-hosting';
import {
  ConfirmPrompt,
  DialogSet,
  DialogTurnStatus,
  NumberPrompt,
  TextPrompt,
  WaterfallDialog,
  type WaterfallStepContext,
} from '@microsoft/agents-hosting-dialogs';
import express from 'express';

interface Profile {
  name: string;
  age: number;
}

/**
 * The same dialog as the botbuilder sample's, on the Microsoft 365 Agents SDK; no authentication. Written again, since the two
 * SDKs share no types and each sample follows its own.
 */
export function startAgentsDialog(listening: (port: number) => void): void {
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
  const logic = async (context: TurnContext): Promise<void> => {
    if (context.activity.type === 'message') {
      const dialog = await dialogs.createContext(context);
      const result = await dialog.continueDialog();
      if (result.status === DialogTurnStatus.empty) await dialog.beginDialog('profile');
    } else await context.sendActivity('Welcome');
    await conversation.saveChanges(context);
    await user.saveChanges(context);
  };
  const adapter = new CloudAdapter({ clientId: '', issuers: [] });
  const app = express();
  app.use(express.json());
  app.post('/api/messages', async (request, response) => {
    const asked = Object.assign(request, { user: { name: 'anonymous' } });
    await adapter.process(asked as unknown as AgentRequest, response, logic);
  });
  const server = app.listen(0, '127.0.0.1', () => listening((server.address() as { port: number }).port));
}
