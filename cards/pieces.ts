import { type LinkId, linkUrls } from '../src/domain/links.ts';
import { offerNamed } from '../src/domain/offers.ts';
import { partRest } from '../src/domain/text.ts';
import type { Locale, Params, TextKey, Translator } from '../src/i18n/index.ts';
import type {
  AdaptiveCard,
  CardButton,
  CardElement,
  CardState,
  Container,
  Fold,
  LinkButton,
  ProgressMeter,
  SignInButton,
  StateBadge,
  SubmitButton,
  TextBlock,
  TextInput,
} from './adaptive-card.ts';
import type { CardAction } from './card-action.ts';
import { cleanText, plainText, spokenText } from './plain-text.ts';
import { choicesOf, speechOf } from './spoken-card.ts';

/** What a card says where it cannot be drawn, and what is read aloud. Without Markdown. */
export interface CardSummary {
  readonly title: string;
  readonly text: string;
}

/** Puts a card together. Everything that must never be forgotten is asked for here. */
export function buildCard(
  t: Translator,
  summary: CardSummary,
  body: readonly CardElement[],
  actions: readonly CardButton[],
  inSight: number = buttonsInSight,
): AdaptiveCard {
  const spoken = cleanText(speechOf(summary, body, choicesOf(actions, inSight, t('button.more')), t), longestSpeech);
  return {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.5',
    lang: t.locale satisfies Locale,
    speak: spoken,
    fallbackText: spoken,
    body,
    actions: actions.map((one, at) => (at < inSight ? one : { ...one, mode: 'secondary' })),
    moreTitle: t('button.more'),
  };
}

/** Letters; more than `spokenWordsMax` words have. */
const longestSpeech = 2_400;

/** The next thing to do, and one more. What else can be done is behind "More". */
const buttonsInSight = 2;

/** For `buildCard`: the buttons are the answers to a question, so all of them are in sight. */
export const everyChoice = Number.POSITIVE_INFINITY;

/** A word above the title: how somebody stands. */
export function stateBadge(state: CardState, t: Translator): StateBadge {
  return { type: 'StateBadge', state, text: t(`card.state.${state}`) };
}

/** How far somebody is. */
export function progress(done: number, total: number, text: string): ProgressMeter {
  return { type: 'ProgressMeter', done, total, text };
}

/** Items behind a line that sums them up; nothing where there are none. */
export function fold(summary: string, items: readonly CardElement[]): readonly Fold[] {
  return items.length === 0 ? [] : [{ type: 'Fold', summary, items }];
}

/** The title of a card; screen readers can jump to it. */
export function heading(words: string): TextBlock {
  return { type: 'TextBlock', text: words, wrap: true, style: 'heading', size: 'large', weight: 'bolder' };
}

/** The title of a part of a card. */
export function subheading(words: string): TextBlock {
  return { type: 'TextBlock', text: words, wrap: true, style: 'heading', size: 'medium', weight: 'bolder' };
}

/** A paragraph. */
export function paragraph(words: string): TextBlock {
  return { type: 'TextBlock', text: words, wrap: true };
}

/** A paragraph that steps back: when it was read, what is done already. */
export function remark(words: string): TextBlock {
  return { type: 'TextBlock', text: words, wrap: true, isSubtle: true, size: 'small', spacing: 'small' };
}

/** A ready text that people copy and send. In the chat window the first press on it selects all of it. */
export function textToSend(text: string, t: Translator): TextInput {
  return {
    type: 'Input.Text',
    id: 'textToSend',
    label: t('card.admin-request.label'),
    value: text,
    isMultiline: true,
  };
}

/** A paragraph that stands out. */
export function strong(words: string): TextBlock {
  return { type: 'TextBlock', text: words, wrap: true, weight: 'bolder' };
}

/** An id, in letters that tell 0 from O; people copy it. */
export function idText(id: string): TextBlock {
  return monospaced(plainText(id));
}

function monospaced(text: string): TextBlock {
  return { type: 'TextBlock', text, wrap: true, fontType: 'monospace', size: 'small', spacing: 'none' };
}

/** The address of a page, for whoever opens it in another window; the chat's own button would open it in this one. */
export function addressLines(id: LinkId, t: Translator): readonly TextBlock[] {
  return [remark(t('card.steps.address')), monospaced(linkUrls[id])];
}

/** A name that is the news of a card. */
export function large(words: string): TextBlock {
  return { type: 'TextBlock', text: words, wrap: true, size: 'extraLarge', weight: 'bolder', spacing: 'small' };
}

/** Short lines under each other. The bullet is a character, so that every channel draws it. */
export function bullets(lines: readonly string[]): readonly TextBlock[] {
  return lines.map((line) => ({ type: 'TextBlock', text: `• ${line}`, wrap: true, spacing: 'small' }));
}

/** A part of a card with a line above it. */
export function section(items: readonly CardElement[]): Container {
  return { type: 'Container', separator: true, spacing: 'medium', items };
}

/** A part of a card on another background; the words say what it means, too. Teams has its own colours, the chat window's are in `webchat/chat-look.js`. */
export function box(style: 'emphasis' | 'good' | 'warning' | 'attention', items: readonly CardElement[]): Container {
  return { type: 'Container', style, items };
}

/** An ordinary button. */
export function button(title: string, data: CardAction): SubmitButton {
  return { type: 'Action.Submit', title, data };
}

/** What few people need next, as a small line: it takes a tick back, or passes over the steps. */
export function smallButton(title: string, data: CardAction): SubmitButton {
  return { ...button(title, data), isSmall: true };
}

/** The button that most people need. One per card. */
export function primaryButton(title: string, data: CardAction): SubmitButton {
  return { type: 'Action.Submit', title, style: 'positive', data };
}

/** The button of a card that leads to Microsoft's sign-in. One per card. */
export function signInButton(title: string, url: string): SignInButton {
  return { type: 'Action.OpenUrl', title, url, style: 'positive', opensIn: 'sign-in-window' };
}

/** Names from a tenant, ready to stand in a card: days readable, role names translated, everything else literal. */
export function shown(about: Readonly<Record<string, string>>, t: Translator): Params {
  return eachValue(about, (value, name) => withRest(value, t, (names) => plainText(readable(names, name, t))));
}

/** The same for what is read aloud or copied. */
export function spoken(about: Readonly<Record<string, string>>, t: Translator): Params {
  return eachValue(about, (value, name) => withRest(value, t, (names) => spokenText(readable(names, name, t))));
}

/** Names, and after them in words how many more there are. */
function withRest(value: string, t: Translator, ready: (names: string) => string): string {
  const { names, rest } = partRest(value);
  return rest > 0 ? `${ready(names)} ${t('card.verdict.more', { count: rest })}` : ready(names);
}

/** A product's name, or that we do not know it and its part number. `name` is ready to stand in a card. */
export function productName(name: string, isListed: boolean, t: Translator): string {
  return isListed ? name : t('card.status.unknown-product', { part: name });
}

/** "And 37 more.", where not all are told. */
export function restLine(rest: number, t: Translator): readonly TextBlock[] {
  return rest > 0 ? [remark(t('card.verdict.more', { count: rest }))] : [];
}

/** Shows the first ones and says how many are left. */
export function capped<T>(items: readonly T[], most: number): { readonly shown: readonly T[]; readonly rest: number } {
  return { shown: items.slice(0, most), rest: Math.max(0, items.length - most) };
}

const isoDay = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z?$/;

const roleKeys: Readonly<Record<string, TextKey>> = {
  'Global Administrator': 'roles.global-administrator',
  'Billing Administrator': 'roles.billing-administrator',
};

function readable(value: string, name: string, t: Translator): string {
  if (name === 'offer')
    return value
      .split(', ')
      .map((one) => offerName(one, t))
      .join(', ');
  if (isoDay.test(value)) return t.date(value);
  const role = Object.hasOwn(roleKeys, value) ? roleKeys[value] : undefined;
  return role === undefined ? value : t(role);
}

/** An offer in the reader's language; one that we do not know by its id. */
function offerName(name: string, t: Translator): string {
  const id = offerNamed(name);
  return id === null ? name : t(`offers.${id}`);
}

function eachValue(about: Readonly<Record<string, string>>, change: (value: string, name: string) => string): Params {
  return Object.fromEntries(Object.entries(about).map(([name, value]) => [name, change(value, name)]));
}

/** A link as a button. */
export function linkButton(id: LinkId, t: Translator): LinkButton {
  return { type: 'Action.OpenUrl', title: t(`links.${id}`), url: linkUrls[id] };
}

/** Links as text, for parts of a card that are not in front. Label and address are ours, so they may be Markdown. */
export function linkLines(ids: readonly LinkId[], t: Translator): readonly TextBlock[] {
  return ids.map((id) => ({
    type: 'TextBlock',
    text: `[${t(`links.${id}`)}](${linkUrls[id]})`,
    wrap: true,
    spacing: 'small',
  }));
}
