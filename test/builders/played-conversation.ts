import type { AdaptiveCard } from '../../cards/adaptive-card.ts';
import type { CardAction } from '../../cards/card-action.ts';
import {
  type AnsweredRequest,
  type ConversationContext,
  type ConversationEvent,
  type DialogId,
  type Goal,
  type Heard,
  newProgress,
  type OpenedRequest,
  type OpenedTicket,
  type Progress,
  type Reading,
  type ShowOptions,
  type SignInFound,
  type StepUp,
  type TicketHere,
  type WaitingStepUp,
} from '../../dialogs/conversation-context.ts';
import type { AdminRequestReader } from '../../src/domain/admin-request.ts';
import type { Circumstances } from '../../src/domain/circumstances.ts';
import type { Facts } from '../../src/domain/facts.ts';
import type { Scenario } from '../../src/domain/scenario.ts';
import type { Locale } from '../../src/i18n/locales.ts';
import { createTranslator } from '../../src/i18n/translator.ts';
import type { MessageId } from '../../src/i18n/words.ts';
import { buttonsIn } from './buttons-in.ts';
import { noon } from './facts.ts';

/** A card as somebody sees it: its heading, what goes before it, and what its buttons ask for. */
export interface ShownCard {
  readonly title: string;
  /** Read aloud instead of the card. */
  readonly spoken: string;
  readonly lead: string;
  readonly offers: readonly CardAction[];
  readonly slot: ShowOptions['slot'] | null;
}

/** What dialogs may do, played by plain values: a test sets what the world answers, and looks at what was asked of it. */
export class PlayedConversation implements ConversationContext {
  t = createTranslator('en');
  heard: Heard = { how: 'nothing', intent: null, text: '' };
  progress: Progress = newProgress(null);
  chatTenantId: string | null = null;

  /** What the world answers. */
  isSignedIn = true;
  signInLink: string | null = 'https://token.botframework.com/sign-in';
  /** One for each look; the last one stays. */
  found: SignInFound[] = ['not-signed-in'];
  reading: Reading = { kind: 'not-signed-in' };
  ticket: TicketHere | null = null;
  openedTicket: OpenedTicket = { kind: 'not-signed-in' };
  openedRequest: OpenedRequest = { kind: 'refused', because: 'expired' };
  answeredRequest: AnsweredRequest = { kind: 'done' };
  clock = noon;

  /** What was asked of the world. */
  readonly shown: ShownCard[] = [];
  readonly cards: AdaptiveCard[] = [];
  readonly said: MessageId[] = [];
  readonly readFor: (Scenario | 'status')[] = [];
  readonly rechecks: string[] = [];
  readonly told: ('progress' | 'solved' | 'status')[] = [];
  readonly events: ConversationEvent[] = [];
  readonly codes: (string | undefined)[] = [];
  readonly answers: string[] = [];
  readonly readers: AdminRequestReader[] = [];
  signOuts = 0;
  misses = 0;
  waitsIn: DialogId | null = null;
  #lead: string[] = [];

  readonly signIn = {
    isThere: async () => this.isSignedIn,
    link: async () => this.signInLink,
    lookFor: async (code?: string): Promise<SignInFound> => {
      this.codes.push(code);
      const [next = 'not-signed-in'] = this.found;
      if (this.found.length > 1) this.found.shift();
      return next;
    },
    signOut: async () => {
      this.signOuts += 1;
      this.startGoal(null);
    },
  };

  readonly facts = {
    read: async (purpose: Scenario | 'status') => {
      this.readFor.push(purpose);
      return this.reading;
    },
    recheckLater: async (dialogId: string, readAt: string) => void this.rechecks.push(`${dialogId} ${readAt}`),
    stopRecheck: () => void this.rechecks.push('stopped'),
  };

  /** Whether the bot has pages of its own. */
  canStepUp = true;
  isStepUpUsed = false;
  readonly stepUp = {
    waiting: null as WaitingStepUp | null,
    offer: async ({ challenge, goesOn, facts }: Parameters<StepUp['offer']>[0]) => {
      const url = 'https://onetenant.example/step-up/open/id';
      const { service } = challenge;
      if (this.canStepUp)
        this.stepUp.waiting = { service, url, account: null, wants: 'proof', isAgain: false, goesOn, facts };
      return this.canStepUp;
    },
    offerAgain: async () => {
      const { waiting } = this.stepUp;
      if (waiting === null || waiting.isAgain) return false;
      this.stepUp.waiting = { ...waiting, isAgain: true };
      return true;
    },
    state: async () => (this.isStepUpUsed ? ('used' as const) : ('opened' as const)),
    stop: () => {
      this.stepUp.waiting = null;
    },
  };

  readonly requests = {
    open: async (_id: string, reader: AdminRequestReader) => {
      this.readers.push(reader);
      return this.openedRequest;
    },
    answer: async (id: string, reader: AdminRequestReader, answer: 'approved' | 'declined') => {
      this.readers.push(reader);
      this.answers.push(`${id} ${answer}`);
      return this.answeredRequest;
    },
  };

  get desk() {
    return {
      ticket: this.ticket,
      openTicket: async () => this.openedTicket,
      tell: (what: 'progress' | 'solved' | 'status') => void this.told.push(what),
    };
  }

  async show(card: AdaptiveCard, options?: ShowOptions): Promise<void> {
    this.cards.push(card);
    this.shown.push({
      title: headingOf(card),
      spoken: card.speak,
      lead: this.takeLead(),
      offers: buttonsIn<{ data: CardAction }>(card).map(({ data }) => data),
      slot: options?.slot ?? null,
    });
  }

  sayWithTitle(message: MessageId): Promise<void> {
    return this.say(message);
  }

  async say(message: MessageId): Promise<void> {
    this.said.push(message);
    this.#lead.push(this.t(`message.${message}.text`));
  }

  takeLead(): string {
    return this.#lead.splice(0).join('\n\n');
  }

  speak(locale: Locale): void {
    this.t = createTranslator(locale);
  }

  keep(changes: Partial<Omit<Progress, 'goal'>>): void {
    this.progress = { ...this.progress, ...changes };
  }

  startGoal(goal: Goal | null): void {
    this.progress = newProgress(goal);
  }

  get circumstances(): Circumstances {
    return { now: this.clock, chatTenantId: this.chatTenantId };
  }

  now(): number {
    return this.clock;
  }

  consentUrl(tenantId: string): string | null {
    return `https://login.microsoftonline.com/${tenantId}/adminconsent`;
  }

  waitAt(dialogId: DialogId): void {
    this.waitsIn = dialogId;
  }

  miss(): number {
    this.misses += 1;
    return this.misses;
  }

  note(event: ConversationEvent): void {
    this.events.push(event);
  }

  /** The headings of all cards so far, in order. */
  get titles(): readonly string[] {
    return this.shown.map(({ title }) => title);
  }

  get lastCard(): ShownCard | null {
    return this.shown.at(-1) ?? null;
  }
}

/** Facts that the bot could read. */
export function readFacts(facts: Facts): Reading {
  return { kind: 'read', facts };
}

/** Somebody on their way, with what is known of them. */
export function onTheWay(scenario: Scenario, more: Partial<Omit<Progress, 'goal'>> = {}): Progress {
  return { ...newProgress({ kind: 'scenario', scenario }), ...more };
}

function headingOf(card: AdaptiveCard): string {
  const heading = card.body.find((part) => part.type === 'TextBlock' && part.style === 'heading');
  return heading?.type === 'TextBlock' ? heading.text : '';
}
