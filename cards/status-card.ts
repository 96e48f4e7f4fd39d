import type { Known } from '../src/domain/known.ts';
import type {
  Capped,
  EligibleLine,
  ProductLine,
  RoleLine,
  StatusView,
  SubscriptionLine,
} from '../src/domain/status.ts';
import type { TenantFinding } from '../src/domain/tenants.ts';
import type { Translator } from '../src/i18n/index.ts';
import type { AdaptiveCard, CardElement } from './adaptive-card.ts';
import {
  buildCard,
  button,
  fold,
  heading,
  paragraph,
  primaryButton,
  productName,
  remark,
  section,
  shown,
  strong,
  subheading,
} from './pieces.ts';
import { plainText, spokenText } from './plain-text.ts';
import { type ResumeView, whereTheyWere } from './resume-card.ts';
import { ticketName } from './ticket-parts.ts';

export type { StatusView } from '../src/domain/status.ts';

/** What the card shows: the status, the ticket that the chat is in, and the route that the person is on. */
export interface StatusCardView extends StatusView {
  readonly ticket?: { readonly number: string; readonly deskName: string } | null;
  /** The card leads back to its steps. */
  readonly route?: ResumeView | null;
}

/** How many lines of a list are shown, whatever the caller hands over. */
const mostLines = 8;
/** How many lines of a list are in sight. */
const mostInSight = 2;

/** Shows the tenant, the roles, the products and the subscriptions of one person. What could not be read says why. */
export function statusCard(view: StatusCardView, t: Translator): AdaptiveCard {
  const title = t('card.status.title');
  const tenant = view.tenant.kind === 'known' ? spokenText(view.tenant.value.name) : t('blank.tenant');
  return buildCard(
    t,
    { title, text: `${t.labelled(t('card.status.tenant'), tenant)}. ${spokenCounts(view, t)}` },
    [
      heading(title),
      ...ticketItems(view, t),
      ...(view.route == null ? [] : [paragraph(whereTheyWere(view.route, t))]),
      ...accountItems(view, t),
      ...findingItems(view, t),
      ...tenantItems(view, t),
      part(t('card.status.roles'), roleItems(view, t)),
      part(t('card.status.products'), listItems(view.products, t('card.status.no-products'), productItems, t)),
      part(
        t('card.status.subscriptions'),
        listItems(view.subscriptions, t('card.status.no-subscriptions'), subscriptionItems, t),
      ),
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

function part(title: string, items: readonly CardElement[]): CardElement {
  return section([subheading(title), ...items]);
}

function ticketItems({ ticket }: StatusCardView, t: Translator): readonly CardElement[] {
  return ticket == null ? [] : [strong(ticketName(ticket, t))];
}

function accountItems(view: StatusView, t: Translator): readonly CardElement[] {
  const account = view.account.signInName ?? view.account.name;
  return account === null ? [] : [remark(t('card.status.signed-in-as', { account: plainText(account) }))];
}

/** What may be wrong with the tenant, in the words that the verdict uses for it. */
function findingItems(view: StatusView, t: Translator): readonly CardElement[] {
  return view.findings.slice(0, 4).flatMap((finding) => findingLines(finding, t));
}

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

function tenantItems(view: StatusView, t: Translator): readonly CardElement[] {
  if (view.tenant.kind === 'cannot-tell') return whyUnknown(view.tenant.because, t);
  const { name, id, initialDomain } = view.tenant.value;
  const domain = initialDomain === null ? [] : [fact(t('card.status.initial-domain'), initialDomain)];
  return [
    strong(plainText(name)),
    ...fold(t('card.status.details'), [
      { type: 'FactSet', facts: [...domain, fact(t('card.status.tenant-id'), id)] },
      remark(t('card.status.read-at', { date: t.date(view.readAt) })),
    ]),
  ];
}

function roleItems(view: StatusView, t: Translator): readonly CardElement[] {
  const active = view.activeRoles;
  const eligible = view.eligibleRoles;
  const isEmpty = [active, eligible].every((roles) => roles.kind === 'known' && roles.value.total === 0);
  if (isEmpty) return [paragraph(t('card.status.no-roles'))];
  return [...listItems(active, null, activeRoleItems, t), ...listItems(eligible, null, eligibleRoleItems, t)];
}

function activeRoleItems(role: RoleLine, t: Translator): readonly CardElement[] {
  const { through } = role;
  const how =
    through.kind === 'group'
      ? t('card.status.role-through-group', { group: plainText(through.groupName ?? '') })
      : t('card.status.role-active');
  return line(shownName(role.name, t), [how, ...untilText(role.endsAt, t)]);
}

function eligibleRoleItems(role: EligibleLine, t: Translator): readonly CardElement[] {
  return line(shownName(role.name, t), [t('card.status.role-eligible'), ...untilText(role.endsAt, t)]);
}

function productItems(product: ProductLine, t: Translator): readonly CardElement[] {
  const { stage } = product;
  const deadline = stage.deadline === null ? [] : [t('card.status.next-date', { date: t.date(stage.deadline) })];
  return line(productName(plainText(product.name), product.isListed, t), [
    stage.stage === 'unknown' ? plainText(stage.raw, 40) : t(`states.product.${stage.stage}`),
    ...(product.trial === 'yes' ? [t('card.status.trial')] : []),
    ...deadline,
    t('card.status.seats', { used: t.number(product.seatsUsed), total: t.number(product.seatsTotal) }),
  ]);
}

function subscriptionItems(subscription: SubscriptionLine, t: Translator): readonly CardElement[] {
  const { stage, offer, tenant } = subscription;
  const state = stage.stage === 'unknown' ? plainText(stage.raw, 40) : t(`states.subscription.${stage.stage}`);
  const offerName = offer.id === 'unknown' ? plainText(offer.name, 60) : t(`offers.${offer.id}`);
  return line(plainText(subscription.name), [
    t.labelled(t('card.status.state'), state),
    t.labelled(t('card.status.offer'), offerName),
    t.labelled(t('card.status.spending-limit'), t(`answer.${subscription.spendingLimit}`)),
    ...(tenant === null ? [] : [t('card.status.belongs-to', { tenant: plainText(tenant) })]),
  ]);
}

function listItems<T>(
  list: Known<Capped<T>>,
  whenEmpty: string | null,
  items: (one: T, t: Translator) => readonly CardElement[],
  t: Translator,
): readonly CardElement[] {
  if (list.kind === 'cannot-tell') return whyUnknown(list.because, t);
  const { shown: told, total } = list.value;
  if (total === 0) return whenEmpty === null ? [] : [paragraph(whenEmpty)];
  const visible = told.slice(0, mostLines);
  const rest = total - visible.length;
  const lines = visible.map((one) => items(one, t));
  return [
    ...lines.slice(0, mostInSight).flat(),
    ...fold(t('card.status.rest', { count: t.number(total - mostInSight) }), [
      ...lines.slice(mostInSight).flat(),
      ...(rest > 0 ? [remark(t('card.status.more', { count: rest }))] : []),
    ]),
  ];
}

function whyUnknown(because: Extract<Known<unknown>, { kind: 'cannot-tell' }>['because'], t: Translator) {
  const wayOut = t('card.verdict.way-out', { text: t(`reasons.${because}.way-out`) });
  return [paragraph(`? ${t.labelled(t('answer.cannot-tell'), t(`reasons.${because}.meaning`))}`), remark(wayOut)];
}

function line(name: string, details: readonly string[]): readonly CardElement[] {
  return [strong(name), remark(details.join(' · '))];
}

function fact(title: string, value: string) {
  return { title, value: plainText(value) };
}

function shownName(name: string, t: Translator): string {
  return String(shown({ name }, t).name ?? '');
}

function untilText(endsAt: string | null, t: Translator): readonly string[] {
  return endsAt === null ? [] : [t('card.status.role-until', { date: t.date(endsAt) })];
}

function spokenCounts(view: StatusView, t: Translator): string {
  const count = (title: string, list: Known<Capped<unknown>>) =>
    `${t.labelled(title, list.kind === 'known' ? t.number(list.value.total) : t('answer.cannot-tell'))}.`;
  return [
    count(t('card.status.products'), view.products),
    count(t('card.status.subscriptions'), view.subscriptions),
  ].join(' ');
}
