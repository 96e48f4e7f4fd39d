import type { Scenario } from '../domain/scenario.ts';
import type { HumanReason, TicketNews } from '../domain/ticket.ts';
import type { DeskMessageKind, UnroutedReason, WaitedReason } from '../domain/ticket-life.ts';
import { noteText, ticketTextMax } from '../domain/ticket-text.ts';
import { createTranslator, localeOf, type Translator } from '../i18n/index.ts';

/** A message for a desk, before it is put into words. */
export type DeskMessage =
  | { readonly what: 'taken-up'; readonly scenario: Scenario | null }
  | { readonly what: 'progress' | 'solved'; readonly summary: string }
  | {
      readonly what: 'needs-human';
      readonly because: HumanReason;
      readonly summary: string;
      readonly transcript: string | null;
    }
  | { readonly what: 'person-answered'; readonly text: string }
  | { readonly what: 'unrouted'; readonly because: UnroutedReason }
  | { readonly what: 'waited'; readonly because: WaitedReason; readonly days: number }
  | { readonly what: 'state-refused'; readonly wanted: 'open' | 'solved'; readonly words: string }
  | { readonly what: Extract<DeskMessageKind, 'declined' | 'reached' | 'link' | 'unreachable'> };

/** What a colleague is to do about a note. Where the note itself ends in it, nothing is added. */
const toDo = {
  'taken-up': 'nothing',
  progress: 'nothing',
  solved: 'nothing',
  reached: 'nothing',
  'needs-human': 'answer',
  'person-answered': 'answer',
  declined: 'decide',
  unrouted: 'decide',
  unreachable: 'decide',
  waited: 'decide',
  link: null,
  'state-refused': null,
} as const satisfies Record<DeskMessage['what'], 'nothing' | 'answer' | 'decide' | null>;

/**
 * The note for a desk, in its language and without the mark: what happened, where more of it stands if a colleague is to do
 * something, and in the last line what that is. `page`: address of the ticket's page for operators; null if there is none.
 */
export function noteOf(message: DeskMessage, deskLocale: string, page: string | null): string {
  const t = createTranslator(localeOf(deskLocale));
  // Only who asked for a colleague waits for an answer; what the bot could not do is to be decided on.
  const isForDecision = message.what === 'needs-human' && message.because !== 'asked';
  const does = isForDecision ? 'decide' : toDo[message.what];
  const isTold = does === 'answer' || does === 'decide';
  return lines(
    ...wordsOf(message, t),
    isTold && page !== null ? t('desk-notes.page', { link: page }) : '',
    does === null ? '' : t(`desk-notes.to-do.${does}`),
  );
}

function wordsOf(message: DeskMessage, t: Translator): readonly string[] {
  switch (message.what) {
    case 'taken-up':
      return message.scenario === null
        ? [t('desk-notes.taken-up-open')]
        : [t('desk-notes.taken-up', { scenario: t(`scenarios.${message.scenario}.name`) })];
    case 'progress':
    case 'solved':
      return [t(`desk-notes.${message.what}`), noteText(message.summary, ticketTextMax.summary)];
    case 'needs-human':
      return [
        t(`desk-notes.needs-human.${message.because}`),
        noteText(message.summary, ticketTextMax.summary),
        transcriptPart(message.transcript, t),
      ];
    case 'person-answered':
      return [t('desk-notes.person-answered'), noteText(message.text, ticketTextMax.answer)];
    case 'unrouted':
      return [t(`desk-notes.unrouted.${message.because}`)];
    case 'waited':
      return [t(`desk-notes.waited.${message.because}`, { count: message.days })];
    case 'state-refused':
      return [
        message.words === ''
          ? ''
          : t('desk-notes.state-refused.words', { words: noteText(message.words, ticketTextMax.title) }),
        t(`desk-notes.state-refused.${message.wanted}`),
      ];
    case 'declined':
    case 'reached':
    case 'link':
    case 'unreachable':
      return [t(`desk-notes.${message.what}`)];
  }
}

/** The reply with a link that the desk passes on, in the person's language. */
export function linkReply(link: string, personLocale: string | null, deskLocale: string): string {
  return createTranslator(localeOf(personLocale ?? deskLocale))('desk-notes.link-reply', { link });
}

/** The message to the desk that follows from news in the chat; null if there is none. */
export function messageOf(news: TicketNews): DeskMessage | null {
  switch (news.kind) {
    case 'taken-up':
      return { what: 'taken-up', scenario: news.scenario };
    case 'progress':
    case 'solved':
      return { what: news.kind, summary: news.summary };
    case 'needs-human':
      return { what: news.kind, because: news.because, summary: news.summary, transcript: news.transcript };
    case 'person-answered':
      return { what: news.kind, text: news.text };
    case 'declined':
      return { what: news.kind };
    case 'answers-shown':
      return null;
  }
}

function transcriptPart(transcript: string | null, t: Translator): string {
  if (transcript === null || transcript.trim() === '') return '';
  return `${t('desk-notes.transcript')}\n${noteText(transcript, ticketTextMax.transcript)}`;
}

function lines(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n');
}
