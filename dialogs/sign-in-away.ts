import { noticeCard } from '../cards/notice-card.ts';
import type { SignInUnavailable } from '../src/ports/sign-in-service.ts';
import type { ConversationContext } from './conversation-context.ts';

/** Says that signing in does not work right now, with the way without it. Whoever runs the bot hears of it. */
export function tellSignInAway(conversation: ConversationContext, { status }: SignInUnavailable): Promise<void> {
  conversation.note({ event: 'sign-in.unavailable', status });
  return conversation.show(
    noticeCard(
      {
        message: 'sign-in-unavailable',
        actions: [{ do: 'without-sign-in' }, { do: 'sign-in' }, { do: 'talk-to-person' }],
      },
      conversation.t,
    ),
  );
}
