import type { Translator } from '../src/i18n/index.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { longestAsked } from './card-action.ts';
import {
  box,
  buildCard,
  button,
  everyChoice,
  heading,
  paragraph,
  primaryButton,
  remark,
  strong,
  subheading,
} from './pieces.ts';
import { cleanText, ownWords, plainText, spokenText } from './plain-text.ts';

/** One line of what a desk gets. `value` is not trusted. */
export interface KnownForDesk {
  readonly what: 'answer' | 'person' | 'tenant' | 'so-far';
  readonly value: string;
}

export interface HandOverView {
  readonly deskName: string;
  /** Another way to find a person, as the organisation gave it; empty when it gave none. */
  readonly contact: string;
  /** What the person wants to know, as far as they said; empty when they did not. */
  readonly asked: string;
  /** What the desk gets beside it, in the person's language. */
  readonly known: readonly KnownForDesk[];
  /** How the chat went; empty when there is nothing to tell. */
  readonly course: string;
}

const longestValue = { answer: 200, person: 200, tenant: 200, 'so-far': 1_000 } as const;
const courseLines = 25;

/** Asks before anything goes to a desk: takes the question, shows all that is sent, and what more may go along when the person agrees. */
export function handOverCard(view: HandOverView, t: Translator): AdaptiveCard {
  const title = t('tickets.hand-over.title', { desk: plainText(view.deskName, 80) });
  const spokenTitle = t('tickets.hand-over.title', { desk: spokenText(view.deskName, 80) });
  const text = t('tickets.hand-over.text');
  const spokenLines = view.known.map((line) => knownLine(line, t, spokenText));
  const hasCourse = view.course !== '';
  return buildCard(
    t,
    { title: spokenTitle, text: [text, ...spokenLines].join(' ') },
    [
      heading(title),
      paragraph(text),
      {
        type: 'Input.Text',
        id: 'asked',
        label: t('tickets.hand-over.asked'),
        placeholder: t('tickets.hand-over.asked-hint'),
        value: cleanText(view.asked, longestAsked),
        isMultiline: true,
        maxLength: longestAsked,
      },
      paragraph(t('tickets.hand-over.known-title')),
      box(
        'emphasis',
        view.known.length === 0
          ? [paragraph(t('tickets.hand-over.nothing-known'))]
          : view.known.map((line) => paragraph(knownLine(line, t, plainText))),
      ),
      ...(view.known.some(({ what }) => what === 'person') ? [] : [remark(t('tickets.hand-over.nobody'))]),
      ...courseItems(view.course, t),
      ...contactItems(view.contact, t),
    ],
    [
      primaryButton(t('tickets.hand-over.send'), { do: 'hand-over', course: false }),
      ...(hasCourse ? [button(t('tickets.hand-over.send-with-course'), { do: 'hand-over', course: true })] : []),
      button(t('tickets.hand-over.do-not'), { do: 'no' }),
    ],
    everyChoice,
  );
}

function knownLine({ what, value }: KnownForDesk, t: Translator, plain: typeof plainText): string {
  return `${t(`tickets.hand-over.known.${what}`)}: ${plain(value, longestValue[what])}`;
}

function contactItems(contact: string, t: Translator) {
  if (ownWords(contact) === '') return [];
  return [paragraph(t('tickets.hand-over.contact')), strong(ownWords(contact))];
}

function courseItems(course: string, t: Translator) {
  if (course === '') return [];
  const lines = course.split('\n').slice(-courseLines);
  return [
    subheading(t('tickets.hand-over.course-title')),
    paragraph(t('tickets.hand-over.course-text')),
    ...lines.map((line) => remark(plainText(line, 200))),
  ];
}
