import type { Receipt } from '../src/domain/proof.ts';
import type { Translator } from '../src/i18n/index.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { buildCard, button, heading, paragraph, primaryButton, restLine, section, subheading } from './pieces.ts';
import { plainText, spokenText } from './plain-text.ts';
import { changeLines } from './proof-parts.ts';

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
      {
        type: 'FactSet',
        facts: [
          { title: t('card.receipt.what'), value: t(`scenarios.${view.scenario}.name`) },
          { title: t('card.receipt.result'), value: `${what} · ${t('card.receipt.proven')}` },
          { title: t('card.receipt.where'), value: plainText(view.tenantName) },
          { title: t('card.status.tenant-id'), value: plainText(view.tenantId) },
          { title: t('card.receipt.when'), value: when },
        ],
      },
      ...(view.changes.length === 0
        ? []
        : [
            section([
              subheading(t('card.proof.changes-title')),
              ...changeLines(view.changes, t),
              ...restLine(view.moreChanges, t),
            ]),
          ]),
    ],
    [primaryButton(t('button.show-menu'), { do: 'show-menu' }), button(t('button.show-status'), { do: 'show-status' })],
  );
}
