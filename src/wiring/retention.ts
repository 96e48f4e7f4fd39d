import { vectorRetention } from '../adapters/embeddings/kept-vectors.ts';
import { questionRetention } from '../adapters/storage/question-log.ts';
import { adminRequestRetention } from '../bot/proactive/admin-requests.ts';
import { scheduledJobRetention } from '../bot/proactive/scheduled-jobs.ts';
import { exchangeRetention } from '../bot/sign-in/single-sign-on.ts';
import { stepUpRetention } from '../bot/sign-in/step-ups.ts';
import { conversationRetention } from '../bot/turn/conversation-retention.ts';
import { operatorKeyRetention } from '../http/operator/operator-keys.ts';
import type { Clock } from '../ports/clock.ts';
import type { DocumentStore } from '../ports/document-store.ts';
import type { RetentionOwner } from '../ports/retention.ts';
import { ticketRetention } from '../tickets/ticket-retention.ts';

/** What the retention owners need. */
export interface RetentionOwnersOptions {
  readonly store: DocumentStore;
  readonly clock: Clock;
  /** Days of inactivity after which a conversation is removed. */
  readonly keepIdleDays: number;
}

/** Every module that writes documents. Tickets come first, because they must not lead to an erased person. */
export function retentionOwners({ store, clock, keepIdleDays }: RetentionOwnersOptions): readonly RetentionOwner[] {
  const exchanges = exchangeRetention(store);
  return [
    ticketRetention({ store, clock }),
    conversationRetention({ store, keepIdleDays, goAlong: [exchanges] }),
    exchanges,
    stepUpRetention(store),
    scheduledJobRetention(store, keepIdleDays),
    adminRequestRetention(store),
    operatorKeyRetention,
    questionRetention(store),
    vectorRetention(store),
  ];
}
