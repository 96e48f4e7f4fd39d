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
  shown,
  spoken,
  stateBadge,
  strong,
} from './pieces.ts';
import { changeLines, restLine } from './proof-parts.ts';

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
  const checked = remark(t('card.verdict.read-at', { date: t.date(view.checkedAt) }));
  return buildCard(
    t,
    { title, text: `${spokenPlace(proof, t)}${outcomeText(proof, t, spoken)}` },
    [
      stateBadge(states[proof.kind], t),
      heading(title),
      ...(proof.kind === 'proven' ? [large(String(shown({ where: proof.where }, t).where))] : []),
      paragraph(outcomeText(proof, t, shown)),
      ...proofItems(proof, t),
      checked,
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

function proofItems(proof: Proof, t: Translator): readonly CardElement[] {
  if (isWaiting(proof)) return [remark(t('card.proof.attempt', { attempt: proof.attempt }))];
  if (proof.kind === 'cannot-tell' || proof.changes.length === 0) return [];
  const { shown: told, rest } = capped(proof.changes, mostChanges);
  const lines = changeLines(told, t);
  const others = [...lines.slice(mostInSight), ...restLine(rest, t)];
  if (proof.kind !== 'proven') return fold(t('card.proof.changes-title'), [...lines, ...restLine(rest, t)]);
  return [
    box('good', [strong(t('card.proof.changes-title')), ...lines.slice(0, mostInSight)]),
    ...fold(t('card.status.rest', { count: t.number(proof.changes.length - mostInSight) }), others),
  ];
}

function proofButtons(proof: Proof, t: Translator): readonly CardButton[] {
  const checkAgain = { do: 'check-again' } as const;
  const person = button(t('button.talk-to-person'), { do: 'talk-to-person' });
  switch (proof.kind) {
    case 'proven':
      return [
        primaryButton(t('button.show-receipt'), { do: 'show-receipt' }),
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
