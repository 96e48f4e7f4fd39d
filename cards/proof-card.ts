import { isWaiting, type Proof } from '../src/domain/proof.ts';
import type { Translator } from '../src/i18n/index.ts';
import type { AdaptiveCard, CardButton, CardElement, CardState } from './adaptive-card.ts';
import {
  box,
  buildCard,
  button,
  capped,
  fold,
  heading,
  large,
  linkButton,
  paragraph,
  primaryButton,
  remark,
  restLine,
  shown,
  spoken,
  stateBadge,
} from './pieces.ts';
import { changeLines } from './proof-parts.ts';

export interface ProofView {
  readonly proof: Proof;
  /** ISO 8601. */
  readonly checkedAt: string;
}

/** How many changes are in sight, and how many are told at all. */
const mostInSight = 3;
const mostChanges = 10;

/** How each outcome stands. */
const states = {
  proven: 'proven',
  'not-visible-yet': 'needs-a-look',
  'not-accepted-yet': 'needs-a-look',
  'left-old-tenant': 'needs-a-look',
  'wrong-tenant': 'held-back',
  'cannot-tell': 'needs-a-look',
} as const satisfies Record<Proof['kind'], CardState>;

/** Tells what the second reading shows: it worked, not visible yet, in another tenant, or cannot tell. */
export function proofCard(view: ProofView, t: Translator): AdaptiveCard {
  const { proof } = view;
  const title = t(`card.proof.${proof.kind}-title`);
  const checked = remark(t('card.verdict.read-at', { date: t.moment(view.checkedAt) }));
  return buildCard(
    t,
    { title, text: `${spokenPlace(proof, t)}${outcomeText(proof, t, spoken)}` },
    [
      stateBadge(states[proof.kind], t),
      heading(title),
      ...(proof.kind === 'proven' ? provenItems(proof, checked, t) : [...openItems(proof, t), checked]),
    ],
    proofButtons(proof, t),
  );
}

/** On the card the tenant stands large above the text. */
function spokenPlace(proof: Proof, t: Translator): string {
  return proof.kind === 'proven' ? `${spoken({ where: proof.where }, t).where}. ` : '';
}

function outcomeText(proof: Proof, t: Translator, names: typeof shown): string {
  switch (proof.kind) {
    case 'proven':
      return t('card.proof.proven-text');
    case 'not-visible-yet':
      return t('card.proof.not-visible-yet-text', { count: proof.askAgainInMinutes });
    case 'not-accepted-yet': {
      const about = names({ subscription: proof.subscription, where: proof.where }, t);
      return t('card.proof.not-accepted-yet-text', { ...about, count: proof.askAgainInMinutes });
    }
    case 'left-old-tenant':
      return t('card.proof.left-old-tenant-text', names({ subscription: proof.subscription, where: proof.where }, t));
    case 'wrong-tenant':
      return t('card.proof.wrong-tenant-text', names({ where: proof.where, expected: proof.expected }, t));
    case 'cannot-tell': {
      const missing = proof.missing.map((part) => t(`card.proof.missing-${part}`));
      return t('card.proof.cannot-tell-text', { missing: t.list(missing) });
    }
  }
}

type Proven = Extract<Proof, { kind: 'proven' }>;

/** The moment to remember: where it is, what is new there, and since when that is known. */
function provenItems(proof: Proven, checked: CardElement, t: Translator): readonly CardElement[] {
  const { shown: told, rest } = capped(proof.changes, mostChanges);
  const lines = changeLines(told, t);
  const place = large(String(shown({ where: proof.where }, t).where));
  return [
    box('good', [remark(t('card.status.tenant')), place, ...lines.slice(0, mostInSight), checked]),
    ...fold(t('card.status.rest', { count: t.number(proof.changes.length - mostInSight) }), [
      ...lines.slice(mostInSight),
      ...restLine(rest, t),
    ]),
  ];
}

function openItems(proof: Exclude<Proof, Proven>, t: Translator): readonly CardElement[] {
  const text = paragraph(outcomeText(proof, t, shown));
  if (isWaiting(proof)) return [text, remark(t('card.proof.attempt', { attempt: proof.attempt }))];
  if (proof.kind === 'cannot-tell' || proof.changes.length === 0) return [text];
  const { shown: told, rest } = capped(proof.changes, mostChanges);
  return [text, ...fold(t('card.proof.changes-title'), [...changeLines(told, t), ...restLine(rest, t)])];
}

function proofButtons(proof: Proof, t: Translator): readonly CardButton[] {
  const checkAgain = { do: 'check-again' } as const;
  const person = button(t('button.talk-to-person'), { do: 'talk-to-person' });
  switch (proof.kind) {
    case 'proven':
      return [
        primaryButton(t('button.show-receipt'), { do: 'show-receipt' }),
        ...nextThings(proof, t),
        button(t('button.show-status'), { do: 'show-status' }),
        button(t('button.show-menu'), { do: 'show-menu' }),
      ];
    case 'not-visible-yet':
    case 'not-accepted-yet':
      return [
        primaryButton(t('button.check-again'), checkAgain),
        button(t('button.remind-when-visible'), { do: 'remind-me', when: 'when-visible' }),
        button(t('button.remind-tomorrow'), { do: 'remind-me', when: 'tomorrow' }),
        button(t('button.show-steps'), { do: 'show-steps' }),
        person,
      ];
    // Nothing more will show up from here, so there is nothing to wait for.
    case 'left-old-tenant':
      return [
        primaryButton(t('button.sign-out'), { do: 'sign-out' }),
        button(t('button.check-again'), checkAgain),
        button(t('button.show-steps'), { do: 'show-steps' }),
        person,
      ];
    case 'wrong-tenant':
      return [
        primaryButton(t('button.talk-to-person'), { do: 'talk-to-person' }),
        button(t('button.show-alternatives'), { do: 'show-topic', topic: 'alternatives-to-moving' }),
        button(t('button.check-again'), checkAgain),
        linkButton('azure-support', t),
      ];
    case 'cannot-tell':
      return [
        primaryButton(t('button.check-again'), checkAgain),
        button(t('button.show-steps'), { do: 'show-steps' }),
        person,
      ];
  }
}

/** What people do next: colleagues do not see a new subscription until somebody shares it, and licences wait for people. */
function nextThings({ scenario }: Proven, t: Translator): readonly CardButton[] {
  if (scenario === 'add-microsoft-365') return [linkButton('microsoft-365-admin-center', t)];
  return [button(t('button.share-access'), { do: 'show-topic', topic: 'share-azure-access' })];
}
