import type { Receipt } from '../src/domain/proof.ts';
import type { Translator } from '../src/i18n/index.ts';
import type { AdaptiveCard, FactSet } from './adaptive-card.ts';
import {
  buildCard,
  button,
  fold,
  heading,
  paragraph,
  primaryButton,
  restLine,
  section,
  subheading,
  textToSend,
} from './pieces.ts';
import { plainText, spokenText } from './plain-text.ts';
import { changeLines, spokenChanges } from './proof-parts.ts';

/** A finished job, as the domain tells it. */
export type ReceiptView = Receipt;

/** A receipt that can be forwarded or put in a ticket. It names the tenant and the products, and no person. */
export function receiptCard(view: ReceiptView, t: Translator): AdaptiveCard {
  const title = t('card.receipt.title');
  const what = t(`scenarios.${view.scenario}.done`);
  const when = t.date(view.provenAt);
  return buildCard(
    t,
    {
      title,
      text: `${what}. ${t.labelled(t('card.receipt.where'), spokenText(view.tenantName))}. ${t.labelled(t('card.receipt.when'), when)}.`,
    },
    [
      heading(title),
      paragraph(t('card.receipt.text')),
      { type: 'FactSet', facts: factsOf(view, plainText, t) },
      ...(view.changes.length === 0
        ? []
        : [
            section([
              subheading(t('card.proof.changes-title')),
              ...changeLines(view.changes, t),
              ...restLine(view.moreChanges, t),
            ]),
          ]),
      ...fold(t('card.receipt.as-text'), [textToSend(asText(view, t), t)]),
    ],
    [primaryButton(t('button.show-menu'), { do: 'show-menu' }), button(t('button.show-status'), { do: 'show-status' })],
  );
}

function factsOf(view: ReceiptView, name: typeof plainText, t: Translator): FactSet['facts'] {
  return [
    { title: t('card.receipt.what'), value: t(`scenarios.${view.scenario}.name`) },
    { title: t('card.receipt.result'), value: `${t(`scenarios.${view.scenario}.done`)} · ${t('card.receipt.proven')}` },
    { title: t('card.receipt.where'), value: name(view.tenantName) },
    { title: t('card.status.tenant-id'), value: name(view.tenantId) },
    { title: t('card.receipt.when'), value: t.date(view.provenAt) },
  ];
}

/** The same as one text, for where cards do not go. */
function asText(view: ReceiptView, t: Translator): string {
  const facts = factsOf(view, spokenText, t).map(({ title, value }) => t.labelled(title, value));
  return [...facts, ...spokenChanges(view.changes, t)].join('\n');
}
