import type { DialogTurnResult, WaterfallStepContext } from 'botbuilder-dialogs';
import { noticeCard } from '../cards/notice-card.ts';
import type { Facts } from '../src/domain/facts.ts';
import type { Scenario } from '../src/domain/scenario.ts';
import type { TitledMessageId } from '../src/i18n/words.ts';
import type { FactsReading } from '../src/ports/facts-source.ts';
import { conversationOf, type ReadingDialog } from './conversation-context.ts';

/** Facts, or the dialog has moved on because they cannot be had now. */
export type FactsOrMoved =
  | { readonly kind: 'facts'; readonly facts: Facts }
  | { readonly kind: 'moved'; readonly result: DialogTurnResult };

const refusals = {
  'foreign-token': 'foreign-token',
  'tenant-not-allowed': 'tenant-not-allowed',
} as const satisfies Record<Extract<FactsReading, { kind: 'refused' }>['because'], TitledMessageId>;

/** Options of a dialog that reads. */
export interface ReadingOptions {
  /** The facts are in the progress already: they were read just now, by the bot itself or in a step-up. */
  readonly useLastReading?: boolean;
}

/**
 * Reads the facts with the person's own rights; without a sign-in that works, the person is asked to sign in. Where a service
 * wants more of them, they are asked for that, and the dialog goes on afterwards.
 */
export async function readFactsOrMove(
  step: WaterfallStepContext,
  purpose: Scenario | 'status',
  goesOn: ReadingDialog,
): Promise<FactsOrMoved> {
  const conversation = conversationOf(step.context);
  const options = step.options as ReadingOptions | undefined;
  const last = options?.useLastReading === true ? conversation.progress.facts : null;
  if (last !== null) return { kind: 'facts', facts: last };
  const reading = await conversation.facts.read(purpose);
  switch (reading.kind) {
    case 'read': {
      const { facts, challenge } = reading;
      const mustProve =
        challenge !== undefined && (await conversation.stepUp.offer({ challenge, purpose, goesOn, facts }));
      return mustProve ? { kind: 'moved', result: await step.replaceDialog('step-up') } : { kind: 'facts', facts };
    }
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
