import type { CannotTellReason } from '../src/domain/known.ts';
import type { Plan } from '../src/domain/plan.ts';
import { stepsToTell } from '../src/domain/plan.ts';
import type { Question } from '../src/domain/questions.ts';
import type { Translator } from '../src/i18n/index.ts';
import type { AdaptiveCard, LinkButton } from './adaptive-card.ts';
import { type AdminRequestView, adminRequestMessage } from './admin-request-card.ts';
import { answerParts } from './answer-card.ts';
import { entraCodeWords } from './entra-code-words.ts';
import { buildCard, heading, paragraph, progress, remark, strong } from './pieces.ts';
import { plainText } from './plain-text.ts';
import { stepLine } from './steps-card.ts';

/**
 * Cards that somebody puts into a message to others. Whoever reads them is not the one they are about: they tell nothing that was
 * read of a person, and their only button opens the reader's own chat.
 */

/** Opens the reader's own chat with the bot; null where the channel has no such address. */
interface Opens {
  readonly opens: string | null;
}

export interface SharedAnswerView extends Opens {
  readonly question: Pick<Question, 'id' | 'title' | 'paragraphs' | 'links' | 'inferred'>;
  /** The language of the answer, by its code, if it is another one than the reader's; null otherwise. */
  readonly onlyIn: string | null;
}

/** An answer for everybody. What applies to the reader, the bot can tell them alone. */
export function sharedAnswerCard({ question, onlyIn, opens }: SharedAnswerView, t: Translator): AdaptiveCard {
  const general = t('message-extension.general');
  return buildCard(
    t,
    { title: question.title, text: [...question.paragraphs, general].join(' ') },
    [...answerParts(question, onlyIn, t), remark(general)],
    openButton(opens, t),
  );
}

export interface SharedCodeView extends Opens {
  readonly code: number;
  readonly reason: CannotTellReason;
}

/** What a code of Entra means, and what to do. */
export function sharedCodeCard({ code, reason, opens }: SharedCodeView, t: Translator): AdaptiveCard {
  const title = t('message.entra-code.title', { code });
  const { meaning, wayOut } = entraCodeWords(reason, t);
  return buildCard(
    t,
    { title, text: `${meaning} ${wayOut}` },
    [heading(title), paragraph(meaning), strong(wayOut)],
    openButton(opens, t),
  );
}

export interface SharedStepsView extends Opens {
  readonly plan: Plan;
  /** ISO 8601. The card in the message stays as it is when the steps go on. */
  readonly asOf: string;
}

/** The route, the steps and the ticks of whoever sends it, and nothing else of them. */
export function sharedStepsCard({ plan, asOf, opens }: SharedStepsView, t: Translator): AdaptiveCard {
  const title = t('message-extension.checklist.title', { scenario: t(`scenarios.${plan.scenario}.name`) });
  const counted = t('card.steps.counted', { count: plan.done.length, total: plan.steps.length });
  const lines = stepsToTell(plan).map((step) => stepLine(step, t));
  return buildCard(
    t,
    { title, text: [`${counted}.`, ...lines].join(' ') },
    [
      heading(title),
      progress(plan.done.length, plan.steps.length, counted),
      ...lines.map(paragraph),
      remark(t('message-extension.checklist.as-of', { date: t.date(asOf) })),
    ],
    openButton(opens, t),
  );
}

export interface SharedRequestView extends Opens {
  readonly request: Omit<AdminRequestView, 'code' | 'url' | 'expiresAt'>;
  /** How it is answered; null in a preview, before it is made. */
  readonly made: Pick<AdminRequestView, 'code' | 'expiresAt'> | null;
}

/** What the chat has people copy for their administrator, as a card. */
export function sharedRequestCard({ request, made, opens }: SharedRequestView, t: Translator): AdaptiveCard {
  const title = t('message-extension.request.title');
  const message = adminRequestMessage(request, t);
  const code = made === null ? [] : [t('card.admin-request.code', { code: made.code })];
  const expires = made === null ? [] : [t('card.admin-request.expires', { date: t.date(made.expiresAt) })];
  return buildCard(
    t,
    { title, text: [message, ...code].join(' ') },
    [heading(title), paragraph(plainText(message, longestMessage)), ...code.map(strong), ...expires.map(remark)],
    openButton(opens, t),
  );
}

const longestMessage = 2_000;

export const sharedLinks = ['ticket', 'operator'] as const;
export type SharedLink = (typeof sharedLinks)[number] | 'about';

export interface SharedLinkView {
  readonly link: SharedLink;
  readonly url: string;
}

/** What stands behind an address of the bot. What only one person may see, is not told. */
export function sharedLinkCard({ link, url }: SharedLinkView, t: Translator): AdaptiveCard {
  const [title, text] =
    link === 'about'
      ? [t('teams.name.full'), t('teams.description.short')]
      : [t(`message-extension.link.${link}.title`), t(`message-extension.link.${link}.text`)];
  const open: LinkButton = { type: 'Action.OpenUrl', title: t('message-extension.open'), url };
  return buildCard(t, { title, text }, [heading(title), paragraph(text)], [open]);
}

/** Why there is nothing to put into a message. */
export const boxHints = ['no-checklist', 'nothing-to-ask', 'two-details', 'no-role-needed'] as const;
export type BoxHint = (typeof boxHints)[number];

export interface BoxHintView extends Opens {
  readonly hint: BoxHint;
}

/** Says why there is nothing to put into a message, and leads to the chat where that changes. */
export function boxHintCard({ hint, opens }: BoxHintView, t: Translator): AdaptiveCard {
  const [title, text] = hintWords(hint, t);
  return buildCard(t, { title, text }, [heading(title), paragraph(text)], openButton(opens, t));
}

function hintWords(hint: BoxHint, t: Translator): readonly [string, string] {
  switch (hint) {
    case 'no-checklist':
      return [t('message-extension.checklist.none.title'), t('message-extension.checklist.none.text')];
    case 'nothing-to-ask':
      return [t('message-extension.request.none.title'), t('message-extension.request.none.text')];
    case 'two-details':
      return [t('message-extension.request.two-details.title'), t('message-extension.request.two-details.text')];
    case 'no-role-needed':
      return [t('message-extension.request.none.title'), t('message.no-role-needed.text')];
  }
}

function openButton(opens: string | null, t: Translator): readonly LinkButton[] {
  return opens === null ? [] : [{ type: 'Action.OpenUrl', title: t('message-extension.open'), url: opens }];
}
