import type { DialogTurnResult, WaterfallStepContext } from 'botbuilder-dialogs';
import { noticeCard } from '../cards/notice-card.ts';
import type { Facts } from '../src/domain/facts.ts';
import type { Scenario } from '../src/domain/scenario.ts';
import type { TitledMessageId } from '../src/i18n/words.ts';
import type { FactsReading } from '../src/ports/facts-source.ts';
import { conversationOf } from './conversation-context.ts';

/** Facts, or the dialog has moved on because they cannot be had now. */
export type FactsOrMoved =
  | { readonly kind: 'facts'; readonly facts: Facts }
  | { readonly kind: 'moved'; readonly result: DialogTurnResult };

const refusals = {
  'foreign-token': 'foreign-token',
  'tenant-not-allowed': 'tenant-not-allowed',
} as const satisfies Record<Extract<FactsReading, { kind: 'refused' }>['because'], TitledMessageId>;

/** Reads the facts with the person's own rights; without a sign-in that works, the person is asked to sign in. */
export async function readFactsOrMove(step: WaterfallStepContext, purpose: Scenario | 'status'): Promise<FactsOrMoved> {
  const conversation = conversationOf(step.context);
  const reading = await conversation.facts.read(purpose);
  switch (reading.kind) {
    case 'read':
      return { kind: 'facts', facts: reading.facts };
    case 'not-signed-in':
      return { kind: 'moved', result: await step.replaceDialog('sign-in') };
    case 'sign-in-needed':
      await conversation.say('sign-in-needed');
      return { kind: 'moved', result: await step.replaceDialog('sign-in') };
    case 'refused':
      await conversation.signIn.signOut();
      await conversation.show(
        noticeCard(
          {
            message: refusals[reading.because],
            actions: [{ do: 'sign-in' }, { do: 'without-sign-in' }, { do: 'talk-to-person' }],
          },
          conversation.t,
        ),
      );
      return { kind: 'moved', result: await step.replaceDialog('explain-sign-in', { isQuiet: true }) };
  }
}
