import type { Scenario } from '../domain/scenario.ts';
import type { HumanReason, TicketNews } from '../domain/ticket.ts';
import type { DeskMessageKind, UnroutedReason } from '../domain/ticket-life.ts';
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
  | { readonly what: 'state-refused'; readonly wanted: 'open' | 'solved'; readonly words: string }
  | { readonly what: Extract<DeskMessageKind, 'declined' | 'reached' | 'link' | 'unreachable'> };

/** The note for a desk, in its language and without the mark. */
export function noteOf(message: DeskMessage, deskLocale: string): string {
  const t = createTranslator(localeOf(deskLocale));
  switch (message.what) {
    case 'taken-up':
      return message.scenario === null
        ? t('desk-notes.taken-up-open')
        : t('desk-notes.taken-up', { scenario: t(`scenarios.${message.scenario}.name`) });
    case 'progress':
    case 'solved':
      return paragraphs(t(`desk-notes.${message.what}`), noteText(message.summary, ticketTextMax.summary));
    case 'needs-human':
      return paragraphs(
        t(`desk-notes.needs-human.${message.because}`),
        noteText(message.summary, ticketTextMax.summary),
        transcriptPart(message.transcript, t),
      );
    case 'person-answered':
      return paragraphs(t('desk-notes.person-answered'), noteText(message.text, ticketTextMax.answer));
    case 'unrouted':
      return t(`desk-notes.unrouted.${message.because}`);
    case 'state-refused':
      return paragraphs(
        t(`desk-notes.state-refused.${message.wanted}`),
        message.words === ''
          ? ''
          : t('desk-notes.state-refused.words', { words: noteText(message.words, ticketTextMax.title) }),
      );
    case 'declined':
    case 'reached':
    case 'link':
    case 'unreachable':
      return t(`desk-notes.${message.what}`);
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

function paragraphs(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}
