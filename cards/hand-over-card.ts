import type { Translator } from '../src/i18n/index.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { box, buildCard, button, heading, paragraph, primaryButton, remark, strong, subheading } from './pieces.ts';
import { cleanText, plainText, spokenText } from './plain-text.ts';

export interface HandOverView {
  readonly deskName: string;
  /** Another way to find a person, as the organisation gave it; empty when it gave none. */
  readonly contact: string;
  /** What the desk gets, in the person's language; empty when nothing is known yet. */
  readonly summary: string;
  /** How the chat went; empty when there is nothing to tell. */
  readonly course: string;
}

const summaryMax = 1_500;
const courseLines = 40;

/** Asks before anything goes to a desk: shows what is sent, and what more may go along when the person agrees. */
export function handOverCard(view: HandOverView, t: Translator): AdaptiveCard {
  const title = t('tickets.hand-over.title', { desk: plainText(view.deskName, 80) });
  const spokenTitle = t('tickets.hand-over.title', { desk: spokenText(view.deskName, 80) });
  const text = t('tickets.hand-over.text');
  const summary = view.summary === '' ? t('tickets.hand-over.nothing-known') : view.summary;
  return buildCard(
    t,
    { title: spokenTitle, text: `${text} ${spokenText(summary, 400)}` },
    [
      heading(title),
      paragraph(text),
      box('emphasis', [paragraph(plainText(summary, summaryMax))]),
      ...courseItems(view.course, t),
      remark(t('tickets.hand-over.who')),
      ...contactItems(view.contact, t),
    ],
    [
      primaryButton(t('tickets.hand-over.send'), { do: 'hand-over', course: false }),
      ...(view.course === ''
        ? []
        : [button(t('tickets.hand-over.send-with-course'), { do: 'hand-over', course: true })]),
      button(t('tickets.hand-over.do-not'), { do: 'no' }),
    ],
  );
}

function contactItems(contact: string, t: Translator) {
  if (cleanText(contact, 300) === '') return [];
  return [paragraph(t('tickets.hand-over.contact')), strong(plainText(contact, 300))];
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
