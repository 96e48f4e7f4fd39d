import { languages, locales } from '../../src/i18n/locales.ts';
import type { BotMessage } from './chat.ts';

/** What a card is made of, as far as a reader sees it. */
interface Piece {
  readonly type?: string;
  readonly text?: string;
  readonly title?: string;
  readonly style?: string;
  readonly size?: string;
  readonly label?: string;
  readonly value?: string;
  readonly url?: string;
  readonly body?: readonly Piece[];
  readonly items?: readonly Piece[];
  readonly columns?: readonly Piece[];
  readonly actions?: readonly Piece[];
  readonly buttons?: readonly Piece[];
  readonly facts?: readonly { readonly title: string; readonly value: string }[];
}

const months = locales.flatMap((locale) =>
  Array.from({ length: 12 }, (_, month) =>
    new Intl.DateTimeFormat(languages[locale].tag, { month: 'long' }).format(new Date(2026, month, 15)),
  ),
);
/** A date moves on from day to day, so a transcript says only that there is one. */
const anyDate = new RegExp(
  `\\d{1,2}(?:\\.|er)? (?:${months.join('|')}) \\d{4}(?:[^.\\n]{1,6}\\d{1,2}[:.]\\d{2} UTC)?`,
  'g',
);

/** What the bot said, as Markdown that reads like the chat: each message is a quotation, its buttons stand below it. */
export function tellMessages(messages: readonly BotMessage[]): string {
  return messages.map((message) => quoted(linesOf(message).join('\n\n').replace(anyDate, '(date)'))).join('\n\n');
}

function linesOf({ text = '', attachments = [] }: BotMessage): readonly string[] {
  return [text, ...attachments.flatMap(({ content }) => tellPiece(content as Piece))].filter((line) => line !== '');
}

function tellPiece(piece: Piece): readonly string[] {
  const { text = '', body = [], items = [], columns = [], facts = [], actions = [], buttons = [] } = piece;
  if (piece.type === 'Input.Text') return [`${piece.label}: \`${isMade(piece.value)}\``];
  const pressable = [...actions, ...buttons].map(({ title, url }) =>
    url === undefined ? `[${title}]` : `[${title} ↗]`,
  );
  return [
    piece.style === 'heading' ? `**${text}**` : text,
    ...facts.map(({ title, value }) => `${title}: ${value}`),
    ...[...body, ...items].flatMap(tellPiece),
    // What stands side by side is one line.
    columns
      .map((column) => tellPiece(column).join(' / '))
      .join(' ')
      .trim(),
    pressable.join(' '),
  ].filter((line) => line !== '');
}

/** A text to forward holds a code that is new each time. */
function isMade(value = ''): string {
  return value.replace(/[\w-]{20,}/g, '…').replace(/\s*\n\s*/g, ' / ');
}

function quoted(text: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');
}
