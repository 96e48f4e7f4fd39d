import type { CannotTellReason, Known } from '../src/domain/known.ts';
import type { OwnFact } from '../src/domain/questions.ts';
import {
  type Capped,
  type EligibleLine,
  type ProductLine,
  type RoleLine,
  type StatusView,
  type SubscriptionLine,
  statusLines,
} from '../src/domain/status.ts';
import type { TenantFinding } from '../src/domain/tenants.ts';
import type { Translator } from '../src/i18n/index.ts';
import type { AdaptiveCard, CardElement, StateTable, TextBlock } from './adaptive-card.ts';
import {
  box,
  buildCard,
  button,
  fold,
  heading,
  idText,
  paragraph,
  primaryButton,
  productName,
  remark,
  restLine,
  section,
  shown,
  spoken,
  strong,
  subheading,
} from './pieces.ts';
import { cleanText, plainText, spokenText } from './plain-text.ts';
import { type ResumeView, whereTheyWere } from './resume-card.ts';
import { stopped } from './spoken-card.ts';
import { ticketName } from './ticket-parts.ts';

export type { StatusView } from '../src/domain/status.ts';

/** What the card shows: the status, the ticket that the chat is in, and the route that the person is on. */
export interface StatusCardView extends StatusView {
  readonly ticket?: { readonly number: string; readonly deskName: string } | null;
  /** The card leads back to its steps. */
  readonly route?: ResumeView | null;
}

/** How much of a name stands in a row; the details have all of it. */
const longestInRow = 60;
/** How many lines of one list answer a question, if no other list is beside it; the status has all of them. */
const ownLines = 3;
/** How many reasons why something could not be read are in sight. */
const mostReasons = 2;

/** Shows the tenant, the roles, the products and the subscriptions of one person, one row each. The rest is behind a fold. */
export function statusCard(view: StatusCardView, t: Translator): AdaptiveCard {
  const title = t('card.status.title');
  const found = view.findings
    .toSorted(byWeight)
    .slice(0, 4)
    .map((finding) => findingLines(finding, t));
  const [urgent] = found.flatMap((lines) => lines.slice(0, 1));
  const others = found.flatMap((lines, at) => (at === 0 ? lines.slice(1) : lines));
  return buildCard(
    t,
    { title, text: spokenStatus(view, t) },
    [
      heading(title),
      ...ticketItems(view, t),
      ...routeItems(view, t),
      ...(urgent === undefined ? [] : [box('warning', [urgent])]),
      { type: 'StateTable', rows: [tenantRow, rolesRow, productsRow, subscriptionsRow].map((row) => row(view, t)) },
      ...unreadItems(view, t),
      ...fold(t('card.status.findings'), others),
      ...fold(t('card.status.details'), details(view, t)),
    ],
    [
      view.route == null
        ? primaryButton(t('button.not-sure'), { do: 'not-sure' })
        : primaryButton(t('button.show-steps'), { do: 'show-steps' }),
      button(t('button.check-again'), { do: 'check-again' }),
      button(t('button.show-menu'), { do: 'show-menu' }),
      button(t('topics.know-your-role.title'), { do: 'show-topic', topic: 'know-your-role' }),
      button(t('button.talk-to-person'), { do: 'talk-to-person' }),
      button(t('button.sign-out'), { do: 'sign-out' }),
    ],
  );
}

type Row = StateTable['rows'][number];

function routeItems({ route }: StatusCardView, t: Translator): readonly CardElement[] {
  if (route == null) return [];
  if (route.nextStep === null) return [remark(whereTheyWere(route, t))];
  return [remark(t('card.status.next-step', { step: t(`steps.${route.nextStep}.title`) }))];
}

/** Kinds of findings that hold somebody back, as the verdict does; the others are good to know. */
const holdsBack: ReadonlySet<TenantFinding['kind']> = new Set([
  'personal-account',
  'guest-account',
  'partner-admin',
  'unmanaged-tenant',
  'customers-tenant',
]);

function byWeight(one: TenantFinding, other: TenantFinding): number {
  return Number(holdsBack.has(other.kind)) - Number(holdsBack.has(one.kind));
}

function tenantRow({ account, tenant, findings }: StatusView, t: Translator): Row {
  const title = t('card.status.tenant');
  const who = account.signInName ?? account.name;
  const signedIn =
    who === null ? [] : [remark(t('card.status.signed-in-as', { account: plainText(who, longestInRow) }))];
  if (tenant.kind === 'cannot-tell') return unreadRow(title, t, signedIn);
  const state = findings.some(({ kind }) => holdsBack.has(kind)) ? 'needs-care' : 'good';
  return { title, state, items: [strong(plainText(tenant.value.name, longestInRow)), ...signedIn] };
}

function rolesRow(view: StatusView, t: Translator): Row {
  const title = t('card.status.roles');
  const roles = [
    ...linesOf(view.activeRoles).map((role) => ({ ...role, how: t('card.status.role-active') })),
    ...linesOf(view.eligibleRoles).map((role) => ({ ...role, how: t('card.status.role-eligible') })),
  ];
  const first = roles.find(buys) ?? roles[0];
  if (first === undefined && [view.activeRoles, view.eligibleRoles].some(isUnread)) return unreadRow(title, t);
  if (first === undefined) return { title, state: 'none', items: [paragraph(t('card.status.no-roles'))] };
  const state = !buys(first) ? 'none' : 'through' in first ? 'good' : 'needs-care';
  const rest = totalOf(view.activeRoles) + totalOf(view.eligibleRoles) - 1;
  return {
    title,
    state,
    items: firstLine(
      shownName(cleanText(first.name, longestInRow), t),
      [first.how, ...untilText(first.endsAt, t)],
      rest,
      t,
    ),
  };
}

function productsRow({ products, freeProducts }: StatusView, t: Translator): Row {
  const title = t('card.status.products');
  if (products.kind === 'cannot-tell') return unreadRow(title, t);
  const [first] = products.value.shown;
  const free = freeProducts.total === 0 ? [] : [remark(t('card.status.free', { count: freeProducts.total }))];
  if (first === undefined) return { title, state: 'none', items: [paragraph(t('card.status.no-products')), ...free] };
  const state = first.stage.stage === 'active' ? 'good' : 'needs-care';
  const name = productName(plainText(first.name, longestInRow), first.isListed, t);
  return { title, state, items: firstLine(name, stageDetails(first, t), products.value.total - 1, t) };
}

function subscriptionsRow({ subscriptions }: StatusView, t: Translator): Row {
  const title = t('card.status.subscriptions');
  if (subscriptions.kind === 'cannot-tell') return unreadRow(title, t);
  const [first] = subscriptions.value.shown;
  if (first === undefined) return { title, state: 'none', items: [paragraph(t('card.status.no-subscriptions'))] };
  const isFine = first.stage.stage === 'usable' && first.inThisTenant !== 'no';
  const elsewhere = first.inThisTenant === 'no' && first.tenant !== null ? [belongsTo(first.tenant, t)] : [];
  return {
    title,
    state: isFine ? 'good' : 'needs-care',
    items: firstLine(
      plainText(first.name, longestInRow),
      [subscriptionState(first, t), ...elsewhere],
      subscriptions.value.total - 1,
      t,
    ),
  };
}

/** The parts of a status that answer a question. Lists share the room that there is, and one of which nothing was found takes none. */
export function statusRows(view: StatusView, parts: readonly OwnFact[], t: Translator): StateTable {
  const found = parts.filter((part) => linesIn[part](view) > 0).length;
  const most = found > 1 ? 1 : ownLines;
  return { type: 'StateTable', rows: parts.map((part) => wholeRows[part](view, t, most)) };
}

const linesIn: Readonly<Record<OwnFact, (view: StatusView) => number>> = {
  tenant: () => 1,
  roles: ({ activeRoles, eligibleRoles }) => totalOf(activeRoles) + totalOf(eligibleRoles),
  products: ({ products }) => totalOf(products),
  subscriptions: ({ subscriptions }) => totalOf(subscriptions),
};

/** The same as words, a sentence for each row; none where there is no table. */
export function spokenRows(table: StateTable | null, t: Translator): readonly string[] {
  return plainRows(table).map(({ title, texts }) => stopped(t.labelled(title, texts.join(', '))));
}

/** The same without Markdown, where no card is drawn. */
export function plainRows(table: StateTable | null) {
  const said = (text: string): string => spokenText(text.replace(/\\(?=[!-/:-@[-`{-~])/g, ''));
  return (table?.rows ?? []).map(({ title, state, items }) => ({
    title,
    state,
    texts: items.map(({ text }) => said(text)),
  }));
}

const wholeRows: Readonly<Record<OwnFact, (view: StatusView, t: Translator, most: number) => Row>> = {
  tenant: tenantRow,
  roles: (view, t, most) =>
    withAll(rolesRow(view, t), [
      ...told(view.activeRoles, most, t, (role) => line(shownName(role.name, t), activeDetails(role, t))),
      ...told(view.eligibleRoles, most, t, (role) => line(shownName(role.name, t), eligibleDetails(role, t))),
    ]),
  products: (view, t, most) =>
    withAll(
      productsRow(view, t),
      told(view.products, most, t, (product) =>
        line(productName(plainText(product.name, longestInRow), product.isListed, t), stageDetails(product, t)),
      ),
    ),
  subscriptions: (view, t, most) =>
    withAll(
      subscriptionsRow(view, t),
      told(view.subscriptions, most, t, (one) => line(plainText(one.name, longestInRow), [subscriptionState(one, t)])),
    ),
};

function withAll(row: Row, items: readonly TextBlock[]): Row {
  return items.length === 0 ? row : { ...row, items };
}

function told<T>(
  list: Known<Capped<T>>,
  most: number,
  t: Translator,
  draw: (one: T) => readonly TextBlock[],
): readonly TextBlock[] {
  const first = linesOf(list).slice(0, most);
  return [...first.flatMap(draw), ...restLine(totalOf(list) - first.length, t)];
}

function unreadRow(title: string, t: Translator, below: readonly TextBlock[] = []): Row {
  return { title, state: 'unread', items: [paragraph(t('answer.cannot-tell')), ...below] };
}

function firstLine(name: string, details: readonly string[], rest: number, t: Translator): readonly TextBlock[] {
  const named = rest > 0 ? t('card.status.and-more', { name, count: rest }) : name;
  return [strong(named), ...(details.length === 0 ? [] : [remark(details.join(' · '))])];
}

/** What could not be read, once per reason, with what to do about it. */
function unreadItems(view: StatusView, t: Translator): readonly CardElement[] {
  const groups = unread(view, t);
  if (groups.length === 0) return [];
  const lines = groups.map(({ because, parts }) => [
    strong(t('card.status.unread', { parts: t.list(parts) })),
    remark(t(`reasons.${because}.way-out`)),
  ]);
  return [box('warning', lines.slice(0, mostReasons).flat())];
}

interface Unread {
  readonly because: CannotTellReason;
  readonly parts: readonly string[];
}

function unread(view: StatusView, t: Translator): readonly Unread[] {
  const facts = [
    [t('card.status.tenant'), view.tenant],
    [t('card.status.roles'), view.activeRoles],
    [t('card.status.roles'), view.eligibleRoles],
    [t('card.status.products'), view.products],
    [t('card.status.subscriptions'), view.subscriptions],
  ] as const;
  const groups = new Map<CannotTellReason, Set<string>>();
  for (const [part, fact] of facts) {
    if (!isUnread(fact)) continue;
    groups.set(fact.because, (groups.get(fact.because) ?? new Set()).add(part));
  }
  return [...groups].map(([because, parts]) => ({ because, parts: [...parts] }));
}

/** Without the licence for eligible roles there are none, so nothing is missing. */
function isUnread(fact: Known<unknown>): fact is Extract<Known<unknown>, { kind: 'cannot-tell' }> {
  return fact.kind === 'cannot-tell' && fact.because !== 'no-licence';
}

/** Everything that was read, with the ids that people copy. */
function details(view: StatusView, t: Translator): readonly CardElement[] {
  return [
    ...tenantDetails(view, t),
    ...part(t('card.status.roles'), [
      ...lines(view.activeRoles, (role) => line(shownName(role.name, t), activeDetails(role, t)), t),
      ...lines(view.eligibleRoles, (role) => line(shownName(role.name, t), eligibleDetails(role, t)), t),
    ]),
    ...part(
      t('card.status.products'),
      lines(view.products, (product) => productLine(product, t), t),
    ),
    ...part(
      t('card.status.free-title'),
      cappedLines(view.freeProducts, ({ name }) => [remark(plainText(name))], t),
    ),
    ...part(
      t('card.status.subscriptions'),
      lines(view.subscriptions, (subscription) => subscriptionLine(subscription, t), t),
    ),
    ...unread(view, t).map(({ because, parts }) => remark(t.labelled(t.list(parts), t(`reasons.${because}.meaning`)))),
    remark(t('card.status.read-at', { date: t.moment(view.readAt) })),
  ];
}

function part(title: string, items: readonly CardElement[]): readonly CardElement[] {
  return items.length === 0 ? [] : [section([subheading(title), ...items])];
}

function tenantDetails({ tenant }: StatusView, t: Translator): readonly CardElement[] {
  if (tenant.kind === 'cannot-tell') return [];
  const { id, initialDomain } = tenant.value;
  return [
    remark(t('card.status.tenant-id')),
    idText(id),
    ...(initialDomain === null ? [] : [remark(t('card.status.initial-domain')), idText(initialDomain)]),
  ];
}

function lines<T>(list: Known<Capped<T>>, draw: (one: T) => readonly CardElement[], t: Translator) {
  return list.kind === 'known' ? cappedLines(list.value, draw, t) : [];
}

function cappedLines<T>(
  { shown: told, total }: Capped<T>,
  draw: (one: T) => readonly CardElement[],
  t: Translator,
): readonly CardElement[] {
  const visible = told.slice(0, statusLines);
  const rest = total - visible.length;
  return [...visible.flatMap(draw), ...(rest > 0 ? [remark(t('card.status.more', { count: rest }))] : [])];
}

function ticketItems({ ticket }: StatusCardView, t: Translator): readonly CardElement[] {
  return ticket == null ? [] : [strong(ticketName(ticket, t))];
}

/** What may be wrong with the tenant, in the words that the verdict uses for it. */
function findingLines(finding: TenantFinding, t: Translator): readonly CardElement[] {
  const { kind } = finding;
  switch (kind) {
    case 'personal-account':
    case 'guest-account':
    case 'partner-admin':
    case 'unmanaged-tenant':
    case 'customers-tenant':
      return [strong(t(`blockers.${kind}.title`)), paragraph(t(`blockers.${kind}.why`, shown(textsOf(finding), t)))];
    case 'several-tenants': {
      const tenants = [finding.tenant, ...finding.others].slice(0, 5).map((name) => plainText(name));
      return [paragraph(t('notices.several-tenants', { tenants: t.list(tenants) }))];
    }
    case 'facts-contradict':
    case 'chat-in-other-tenant':
    case 'external-member':
    case 'subscription-in-other-tenant':
      return [paragraph(t(`notices.${kind}`, shown(textsOf(finding), t)))];
  }
}

function textsOf(finding: object): Readonly<Record<string, string>> {
  const texts = Object.entries(finding).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return Object.fromEntries(texts);
}

function activeDetails({ through, endsAt }: RoleLine, t: Translator): readonly string[] {
  const how =
    through.kind === 'group'
      ? t('card.status.role-through-group', { group: plainText(through.groupName ?? '') })
      : t('card.status.role-active');
  return [how, ...untilText(endsAt, t)];
}

function eligibleDetails({ endsAt }: EligibleLine, t: Translator): readonly string[] {
  return [t('card.status.role-eligible'), ...untilText(endsAt, t)];
}

function productLine(product: ProductLine, t: Translator): readonly CardElement[] {
  return line(productName(plainText(product.name), product.isListed, t), productDetails(product, t));
}

function productDetails(product: ProductLine, t: Translator): readonly string[] {
  const seats = { used: t.number(product.seatsUsed), total: t.number(product.seatsTotal) };
  return [...stageDetails(product, t), t('card.status.seats', seats)];
}

function stageDetails({ stage, trial }: ProductLine, t: Translator): readonly string[] {
  return [
    stage.stage === 'unknown' ? plainText(stage.raw, 40) : t(`states.product.${stage.stage}`),
    ...(trial === 'yes' ? [t('card.status.trial')] : []),
    ...(stage.deadline === null ? [] : [t('card.status.next-date', { date: t.date(stage.deadline) })]),
  ];
}

function subscriptionLine(subscription: SubscriptionLine, t: Translator): readonly CardElement[] {
  const { offer, tenant, spendingLimit, name, subscriptionId } = subscription;
  const offerName = offer.id === 'unknown' ? plainText(offer.name, 60) : t(`offers.${offer.id}`);
  return [
    ...line(plainText(name), [
      t.labelled(t('card.status.state'), subscriptionState(subscription, t)),
      t.labelled(t('card.status.offer'), offerName),
      t.labelled(t('card.status.spending-limit'), t(`answer.${spendingLimit}`)),
      ...(tenant === null ? [] : [belongsTo(tenant, t)]),
    ]),
    idText(subscriptionId),
  ];
}

function subscriptionState({ stage }: SubscriptionLine, t: Translator): string {
  return stage.stage === 'unknown' ? plainText(stage.raw, 40) : t(`states.subscription.${stage.stage}`);
}

function belongsTo(tenant: string, t: Translator): string {
  return t('card.status.belongs-to', { tenant: plainText(tenant, longestInRow) });
}

function line(name: string, details: readonly string[]): readonly TextBlock[] {
  return [strong(name), remark(details.join(' · '))];
}

function shownName(name: string, t: Translator): string {
  return String(shown({ name }, t).name ?? '');
}

function untilText(endsAt: string | null, t: Translator): readonly string[] {
  return endsAt === null ? [] : [t('card.status.role-until', { date: t.date(endsAt) })];
}

function linesOf<T>(list: Known<Capped<T>>): readonly T[] {
  return list.kind === 'known' ? list.value.shown : [];
}

function totalOf(list: Known<Capped<unknown>>): number {
  return list.kind === 'known' ? list.value.total : 0;
}

function buys({ mayBuy }: { readonly mayBuy: 'yes' | 'no' }): boolean {
  return mayBuy === 'yes';
}

/** What could not be read is a warning, which is said by itself. */
function spokenStatus(view: StatusView, t: Translator): string {
  const tenant = view.tenant.kind === 'known' ? spokenText(view.tenant.value.name) : t('blank.tenant');
  const role = [...linesOf(view.activeRoles), ...linesOf(view.eligibleRoles)].find(buys);
  const count = (title: string, list: Known<Capped<unknown>>) =>
    t.labelled(title, list.kind === 'known' ? t.number(list.value.total) : t('answer.cannot-tell'));
  return [
    t.labelled(t('card.status.tenant'), tenant),
    ...(role === undefined ? [] : [t.labelled(t('card.status.roles'), String(spoken({ role: role.name }, t).role))]),
    count(t('card.status.products'), view.products),
    count(t('card.status.subscriptions'), view.subscriptions),
  ]
    .map(stopped)
    .join(' ');
}
