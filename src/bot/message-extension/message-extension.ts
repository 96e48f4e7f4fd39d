import { type Activity, type ConversationAccount, TurnContext } from 'botbuilder';
import type { AdaptiveCard } from '../../../cards/adaptive-card.ts';
import { toDialect } from '../../../cards/dialect.ts';
import { entraCodeWords } from '../../../cards/entra-code-words.ts';
import {
  type BoxHint,
  boxHintCard,
  type SharedLink,
  sharedAnswerCard,
  sharedCodeCard,
  sharedLinkCard,
  sharedRequestCard,
  sharedStepsCard,
} from '../../../cards/message-extension-cards.ts';
import type { Heard } from '../../../dialogs/conversation-context.ts';
import { planInSight } from '../../../dialogs/steps-dialog.ts';
import { errorName } from '../../domain/errors.ts';
import { plainCopy } from '../../domain/json.ts';
import type { Question } from '../../domain/questions.ts';
import { scenarios } from '../../domain/scenario.ts';
import { offerFrom } from '../../domain/understood.ts';
import { createTranslator, type Translator } from '../../i18n/index.ts';
import { localeOf } from '../../i18n/locale-of.ts';
import type { MessageBoxOutcome } from '../../ports/journal.ts';
import type { ConversationParts } from '../context/conversation-parts.ts';
import { TurnConversation } from '../context/conversation-turn.ts';
import { makeRequest, requestSays, whatToAsk } from '../conversation/admin-asking.ts';
import { channelOf, clientLocaleOf, isTenantAllowed } from '../input/activity.ts';
import { answerInvoke } from '../input/invoke-answers.ts';
import { compareByMeaning, senseOf, understand } from '../input/understand.ts';
import {
  type BoxResult,
  linkAnswer,
  previewOf,
  resultsAnswer,
  sentenceInBox,
  sentenceInWindow,
  windowAnswer,
} from './box-answers.ts';
import { type BoxRequest, readBoxRequest, type WindowCommand } from './box-request.ts';
import type { PersonChat, PersonChats } from './person-chats.ts';
import { within } from './within.ts';

/** What a conversation is made of, who has which chat, and where the bot is. */
export interface MessageExtensionParts extends ConversationParts {
  readonly chats: Pick<PersonChats, 'find'>;
  /** The bot's own address; undefined where browsers cannot open it. */
  readonly publicUrl: string | undefined;
}

interface BoxAnswer {
  readonly outcome: MessageBoxOutcome;
  readonly body: object;
}

/** Whoever asks: their language, and their own chat with the bot where they have one. */
interface Asker {
  readonly context: TurnContext;
  readonly chat: PersonChat | null;
  readonly t: Translator;
  /** Opens the chat of whoever presses it. */
  readonly opens: string | null;
}

const silence: Heard = { how: 'nothing', intent: null, text: '' };
/** Comparing by meaning asks another service, and the box waits for five seconds at most. Milliseconds. */
const comparesForMs = 1_500;

/**
 * What people can do where they write a message in Teams, in any chat: search the answers, send their checklist, ask their
 * administrator, and paste a link of the bot. Nothing here changes a conversation, needs a sign-in or shows what others may not see.
 */
export class MessageExtension {
  readonly #parts: MessageExtensionParts;

  constructor(parts: MessageExtensionParts) {
    this.#parts = parts;
  }

  /** Answers one request of the message box. Never rejects: what fails is told in the box, and the next request is a new one. */
  async answer(context: TurnContext): Promise<void> {
    const { journal, clock } = this.#parts;
    const asked = context.activity.name ?? '';
    const request = readBoxRequest(context.activity);
    if (request === null) {
      journal.note({ event: 'message-box.answered', asked: 'unknown', outcome: 'malformed', tookMs: 0 });
      return answerInvoke(context, 400);
    }
    const startedAt = clock.now();
    try {
      const { outcome, body } = await this.#answerTo(context, request);
      journal.note({ event: 'message-box.answered', asked, outcome, tookMs: clock.now() - startedAt });
      await answerInvoke(context, 200, body);
    } catch (fault) {
      journal.note({ event: 'message-box.failed', asked, error: errorName(fault) });
      const t = createTranslator(localeOf(clientLocaleOf(context.activity)));
      await answerInvoke(context, 200, sentence(request, t('message-extension.went-wrong')));
    }
  }

  async #answerTo(context: TurnContext, request: BoxRequest): Promise<BoxAnswer> {
    const { activity } = context;
    const own = createTranslator(localeOf(clientLocaleOf(activity)));
    if (!isTenantAllowed(channelOf(activity), this.#parts.allowedTenants))
      return { outcome: 'not-allowed', body: sentence(request, own('message.chat-not-allowed.text')) };
    if (request.kind === 'link') return this.#showLink(request.url, own);
    // A search looks for the language only, with every letter that is typed.
    const chat = await this.#parts.chats.find(activity, { afresh: request.kind !== 'search' });
    const t = chat?.record.localeIsChosen === true ? createTranslator(chat.record.locale) : own;
    const asker = { context, chat, t, opens: channelOf(activity).privateChatUrl };
    switch (request.kind) {
      case 'search':
        return this.#search(request, asker);
      case 'window':
        return this.#openWindow(request.command, asker);
      case 'insert':
        return this.#insert(request.command, asker);
    }
  }

  async #search(
    { text, skip, count }: BoxRequest & { readonly kind: 'search' },
    { context, t, opens }: Asker,
  ): Promise<BoxAnswer> {
    const results = text === '' ? this.#byRoute(t, opens) : await this.#find(text, context.activity, t, opens);
    const shown = results.slice(skip, skip + count);
    // Behind the last one there is an empty page; a sentence there would look like an answer.
    if (shown.length === 0 && skip === 0)
      return { outcome: 'nothing', body: sentenceInBox(t('message-extension.nothing-found')) };
    return { outcome: 'found', body: resultsAnswer(shown) };
  }

  /** What the chat would answer to the same words, best first. */
  async #find(text: string, activity: Activity, t: Translator, opens: string | null): Promise<readonly BoxResult[]> {
    const { questions, understanding, meanings } = this.#parts;
    await questions.ready();
    const means = { questions, understanding };
    const understood = understand(text, { locale: t.locale }, means);
    const names = [activity.from.name].filter((name) => typeof name === 'string');
    const compared = compareByMeaning(text, understood.reading, { meanings, names });
    const reading = await within(compared, comparesForMs, understood.reading);
    const sense = senseOf(text, reading, means);
    switch (sense.kind) {
      case 'code': {
        const { code, reason } = sense.entry;
        const card = sharedCodeCard({ code, reason, opens }, t);
        const title = t('message.entra-code.title', { code });
        return [{ card, title, text: entraCodeWords(reason, t).meaning }];
      }
      case 'answer':
        return this.#results([sense.id, ...sense.others], t, opens);
      case 'did-you-mean':
        return this.#results(sense.ids, t, opens);
      case 'none':
        return [];
      default: {
        // What the chat would do, nobody can send; the answers near it, they can.
        const near = reading.ranked.filter(({ score }) => score >= offerFrom);
        return this.#results(
          near.map(({ id }) => id),
          t,
          opens,
        );
      }
    }
  }

  /** Before anything is typed: questions of each route in turn. What others ask is nobody's business. */
  #byRoute(t: Translator, opens: string | null): readonly BoxResult[] {
    const lists = scenarios.map((scenario) => this.#parts.questions.leadingTo(`route:${scenario}`));
    const longest = Math.max(...lists.map(({ length }) => length));
    const inTurn = Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list[at] ?? [])).flat();
    return this.#results([...new Set(inTurn)], t, opens);
  }

  #results(ids: readonly string[], t: Translator, opens: string | null): readonly BoxResult[] {
    return ids.flatMap((id) => {
      const question = this.#parts.questions.get(id, t.locale);
      return question === null ? [] : [resultOf(question, t, opens)];
    });
  }

  async #openWindow(command: WindowCommand, asker: Asker): Promise<BoxAnswer> {
    const { t } = asker;
    const title = t(`teams.message-box.${command}.title`);
    const preview = command === 'checklist' ? this.#checklist(asker) : this.#request(asker);
    if (typeof preview === 'string') return { outcome: 'hint', body: this.#hint(title, preview, asker) };
    const drawn = previewOf(preview.card, t(`message-extension.${command}.what-is-in-it`), t);
    return { outcome: 'window', body: windowAnswer(title, drawn) };
  }

  /** What they looked at goes into their message. A request is made only now; the steps are as they stand now. */
  async #insert(command: WindowCommand, asker: Asker): Promise<BoxAnswer> {
    const { t } = asker;
    const result = command === 'checklist' ? this.#checklist(asker) : await this.#makeRequest(asker);
    if (typeof result === 'string')
      return { outcome: 'hint', body: this.#hint(t(`teams.message-box.${command}.title`), result, asker) };
    return { outcome: 'card', body: resultsAnswer([result]) };
  }

  #checklist(asker: Asker): BoxResult | BoxHint {
    const { t, opens } = asker;
    const conversation = this.#conversationOf(asker);
    const plan = conversation === null ? null : planInSight(conversation);
    if (plan === null) return 'no-checklist';
    const asOf = new Date(this.#parts.clock.now()).toISOString();
    const card = sharedStepsCard({ plan, asOf, opens }, t);
    const text = t('card.steps.counted', { count: plan.done.length, total: plan.steps.length });
    return { card, title: t(`scenarios.${plan.scenario}.name`), text };
  }

  #request(asker: Asker): BoxResult | BoxHint {
    const { t, opens } = asker;
    const asking = this.#asking(asker);
    if (typeof asking === 'string') return asking;
    return requestResult(sharedRequestCard({ request: requestSays(asking), made: null, opens }, t), t);
  }

  async #makeRequest(asker: Asker): Promise<BoxResult | BoxHint> {
    const { chat, t, opens } = asker;
    const asking = this.#asking(asker);
    if (typeof asking === 'string' || chat === null) return typeof asking === 'string' ? asking : 'nothing-to-ask';
    const { code, url, expiresAt, ...request } = await makeRequest(asking, { conversation: chat.key }, this.#parts);
    const card = sharedRequestCard({ request, made: { code, expiresAt }, opens: url ?? opens }, t);
    return requestResult(card, t);
  }

  #asking(asker: Asker) {
    const conversation = this.#conversationOf(asker);
    const asking = conversation === null ? ({ kind: 'nothing-to-check' } as const) : whatToAsk(conversation);
    switch (asking.kind) {
      case 'administrator':
        return asking;
      case 'acceptor':
        return 'two-details';
      case 'no-role-needed':
        return 'no-role-needed';
      case 'nothing-to-check':
        return 'nothing-to-ask';
    }
  }

  /** Their own chat, as it stands: what is done here changes nothing of it. */
  #conversationOf({ context, chat }: Asker): TurnConversation | null {
    if (chat === null) return null;
    const record = plainCopy(chat.record);
    // It is about their own chat, wherever they are writing now: another organisation's channel is no part of it.
    const conversation = (record.reference?.conversation ?? { id: chat.id }) as ConversationAccount;
    const there = new TurnContext(context.adapter, { ...context.activity, conversation });
    return new TurnConversation({ context: there, record, heard: silence, isBotsOwn: false }, this.#parts);
  }

  #hint(title: string, hint: BoxHint, { t, opens }: Asker): object {
    return windowAnswer(title, toDialect(boxHintCard({ hint, opens }, t), 'teams', { nonce: '' }));
  }

  /** Only the bot's own addresses, and only what anybody may know of them. */
  #showLink(pasted: string, t: Translator): BoxAnswer {
    const { publicUrl } = this.#parts;
    const url = URL.parse(pasted);
    if (publicUrl === undefined || url === null || url.origin !== new URL(publicUrl).origin)
      return { outcome: 'nothing', body: {} };
    const link = sharedLinkAt(url.pathname);
    const card = sharedLinkCard({ link, url: url.href }, t);
    const [title, text] = [card.body[0], card.body[1]].map((part) => (part?.type === 'TextBlock' ? part.text : ''));
    return { outcome: 'card', body: linkAnswer({ card, title: title ?? '', text: text ?? '' }) };
  }
}

function sharedLinkAt(path: string): SharedLink {
  if (path.startsWith('/webchat/ticket')) return 'ticket';
  return path === '/operator' || path.startsWith('/operator/') ? 'operator' : 'about';
}

function resultOf(question: Question, t: Translator, opens: string | null): BoxResult {
  const onlyIn = question.locale === t.locale ? null : question.locale;
  const card = sharedAnswerCard({ question, onlyIn, opens }, t);
  return { card, title: question.title, text: question.paragraphs[0] ?? '' };
}

function requestResult(card: AdaptiveCard, t: Translator): BoxResult {
  return { card, title: t('message-extension.request.title'), text: '' };
}

/** A sentence where this request shows its answer. */
function sentence({ kind }: BoxRequest, text: string): object {
  return kind === 'window' || kind === 'insert' ? sentenceInWindow(text) : sentenceInBox(text);
}
