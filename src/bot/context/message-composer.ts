import {
  type Activity,
  ActivityTypes,
  CardFactory,
  MessageFactory,
  TextFormatTypes,
  type TurnContext,
} from 'botbuilder';
import { actionsIn } from '../../../cards/actions-in.ts';
import type { AdaptiveCard } from '../../../cards/adaptive-card.ts';
import { parseCardAction } from '../../../cards/card-action.ts';
import { toDialect } from '../../../cards/dialect.ts';
import type { ShowOptions, Shows } from '../../../dialogs/conversation-context.ts';
import type { Locale } from '../../i18n/locales.ts';
import { createTranslator, inTimeZone, type Params, type Translator } from '../../i18n/translator.ts';
import type { MessageId, TitledMessageId, WhyId } from '../../i18n/words.ts';
import { type ActivityChannel, channelOf, isPressInvoke, pressedData } from '../input/activity.ts';
import { answerInvoke, cardAnswer, sentenceAnswer } from '../input/invoke-answers.ts';
import { labelOf } from '../input/labels.ts';
import { chooseLocale, guessLocale, keepLastCard, keepLive } from '../record/conversation-changes.ts';
import { type ConversationRecord, slotMark } from '../record/conversation-record.ts';

/** Cards about tickets may come one after the other while somebody is busy with another. */
const olderCardsMax = 20;

/** What one turn says: cards, sentences that go along with the next card, and the answer to a press. */
export class MessageComposer implements Shows {
  readonly #context: TurnContext;
  readonly #record: ConversationRecord;
  readonly #randomId: () => string;
  /** Teams only: a press in Web Chat comes as a message. */
  readonly #isPressInvoke: boolean;
  readonly #channel: ActivityChannel;
  #translator: Translator;
  #lead: string[] = [];
  #shownNonces: string[] = [];
  #pressAnswer: object | null = null;
  #keepsOlderCards = false;

  constructor(context: TurnContext, record: ConversationRecord, randomId: () => string) {
    this.#context = context;
    this.#record = record;
    this.#randomId = randomId;
    this.#isPressInvoke = isPressInvoke(context.activity);
    this.#channel = channelOf(context.activity);
    this.#translator = this.#wordsIn(record.locale);
  }

  get t(): Translator {
    return this.#translator;
  }

  async show(card: AdaptiveCard, options?: ShowOptions): Promise<void> {
    const nonce = this.#randomId();
    this.#shownNonces.push(nonce);
    keepLastCard(this.#record, actionsIn(card));
    const shown = toDialect(card, this.#channel.dialect, {
      nonce,
      ...(options?.slot === 'steps' ? { freshFor: this.#context.activity.from.id } : {}),
    });
    // Under another card of this turn, and under what somebody typed, the steps come anew: replaced in place they would stand
    // above it, and nothing would seem to answer.
    const isFirst = this.#shownNonces.length === 1 && !isTyped(this.#context.activity);
    const stepsCardId = isFirst ? this.#record.stepsCardId : null;
    // A press on the card that is replaced gets the new one at once. The message is replaced too, for every other client.
    const isPressed = stepsCardId !== null && stepsCardId === this.#context.activity.replyToId;
    if (options?.slot === 'steps' && isPressed) this.#pressAnswer = cardAnswer(shown);
    const message = MessageFactory.attachment(CardFactory.adaptiveCard(shown));
    const lead = this.takeLead();
    if (lead !== '') await this.#leadIn(message, lead);
    const channelData = {
      ...(options?.slot === undefined ? {} : { [slotMark]: { replaces: stepsCardId } }),
      ...(this.#keepsOlderCards && this.#channel.dialect === 'webchat' ? { isBeside: true } : {}),
    };
    const given = Object.keys(channelData).length === 0 ? {} : { channelData };
    await this.#context.sendActivity({ ...message, locale: this.#translator.locale, ...given });
  }

  async say(message: MessageId): Promise<void> {
    this.#lead.push(this.#translator(`message.${message}.text`));
  }

  async sayWithTitle(message: TitledMessageId): Promise<void> {
    this.#lead.push(`${this.#translator(`message.${message}.title`)}. ${this.#translator(`message.${message}.text`)}`);
  }

  /** Says a sentence that is not one of the messages, along with the next card. */
  lead(sentence: string): void {
    this.#lead.push(sentence);
  }

  /** Says why a question is asked. */
  explain(about: WhyId): void {
    this.#lead.push(this.#translator(`why.${about}`));
  }

  /** Says a message on the card that was pressed, where the channel can do so; else in the chat. */
  async sayToPress(message: MessageId, params: Params = {}): Promise<void> {
    const sentence = this.#translator(`message.${message}.text`, params);
    if (!this.#isPressInvoke) return this.lead(sentence);
    this.#pressAnswer = sentenceAnswer(sentence);
  }

  takeLead(): string {
    const lead = this.#lead.join('\n\n');
    this.#lead = [];
    return lead;
  }

  /** The cards of this turn do not replace the open question: its buttons keep working, and the chat window is told so. Before `show`. */
  keepOlderCards(): void {
    this.#keepsOlderCards = true;
  }

  /** Whether this turn has said anything yet. */
  get hasSpoken(): boolean {
    return this.#shownNonces.length > 0 || this.#lead.length > 0;
  }

  /** Shows that something is read, and in our window what. Goes out at once, and nobody waits for it. */
  showReading(): void {
    const t = this.#translator;
    // Teams draws its own sign, and no words beside it. Web Chat would keep a text as a message.
    const isOurs = this.#channel.dialect === 'webchat';
    const words = isOurs ? { locale: t.locale, channelData: { reading: t('card.verdict.reading') } } : {};
    this.#context.sendActivity({ type: 'typing', ...words }).catch(() => undefined);
  }

  /** The language that the person chose. */
  speak(locale: Locale): void {
    chooseLocale(this.#record, locale);
    this.#translator = this.#wordsIn(locale);
  }

  /** The language to begin with, as long as nobody has said anything. */
  guessLocale(locale: Locale): void {
    guessLocale(this.#record, locale);
    this.#translator = this.#wordsIn(locale);
  }

  #wordsIn(locale: Locale): Translator {
    return inTimeZone(createTranslator(locale), this.#record.timeZone);
  }

  /** Ends the turn: what was said without a card goes out, and only the cards just shown stay alive. */
  async finish(): Promise<void> {
    const lead = this.takeLead();
    if (lead !== '') await this.#context.sendActivity(plainMessage(lead));
    if (this.#shownNonces.length > 0)
      keepLive(this.#record, this.#shownNonces, this.#keepsOlderCards ? olderCardsMax : 0);
    if (!this.#isPressInvoke) return;
    await answerInvoke(this.#context, 200, this.#pressAnswer ?? sentenceAnswer(this.#whatWasChosen()));
  }

  /** Teams shows it on the card, whose buttons stay. */
  #whatWasChosen(): string {
    const t = this.#translator;
    const pressed = parseCardAction(pressedData(this.#context.activity));
    const label = pressed === null ? null : labelOf(pressed, t.locale);
    return label === null ? t('message.press-heard.text') : t('message.chosen.text', { choice: label });
  }

  /** Along with the next card where the channel allows it, so that one turn is one message. */
  async #leadIn(message: Partial<Activity>, lead: string): Promise<void> {
    if (this.#channel.splitsTextFromCard) await this.#context.sendActivity(plainMessage(lead));
    else Object.assign(message, plainMessage(lead));
  }
}

/** A press is a message, too, where it is no invoke; what it carries is no text. */
function isTyped({ type, text, value }: Activity): boolean {
  return type === ActivityTypes.Message && Boolean(text) && value == null;
}

/** Names in it stand as they were written: in Markdown, which is the default, `SD_35` would need escapes. */
function plainMessage(text: string): Partial<Activity> {
  return { ...MessageFactory.text(text), textFormat: TextFormatTypes.Plain };
}
