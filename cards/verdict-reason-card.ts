import type { Verdict } from '../src/domain/verdict.ts';
import type { Translator } from '../src/i18n/index.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { buildCard, button, capped, heading, paragraph, restLine, shown, spoken, strong } from './pieces.ts';
import { mostTold } from './verdict-parts.ts';

export interface VerdictReasonView {
  readonly verdict: Pick<Verdict, 'blockers'>;
}

/** Why a verdict is what it is: what is in the way, and why each of it counts. */
export function verdictReasonCard({ verdict }: VerdictReasonView, t: Translator): AdaptiveCard {
  const title = t('card.verdict.why');
  const { shown: told, rest } = capped(verdict.blockers, mostTold);
  return buildCard(
    t,
    {
      title,
      text: told
        .map(
          ({ id, about }) =>
            `${t(`blockers.${id}.title`, spoken(about, t))}. ${t(`blockers.${id}.why`, spoken(about, t))}`,
        )
        .join(' '),
    },
    [
      heading(title),
      ...told.flatMap(({ id, about }) => [
        strong(t(`blockers.${id}.title`, shown(about, t))),
        paragraph(t(`blockers.${id}.why`, shown(about, t))),
      ]),
      ...restLine(rest, t),
    ],
    [
      button(t('button.carry-on'), { do: 'carry-on' }),
      button(t('button.talk-to-person'), { do: 'talk-to-person' }),
      button(t('button.show-menu'), { do: 'show-menu' }),
    ],
  );
}
