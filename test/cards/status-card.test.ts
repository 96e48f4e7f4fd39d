import { type CardChannel, toDialect } from '../../cards/dialect.ts';
import { someStatus, unknownStatus } from '../../cards/gallery/sample-views.ts';
import { type StatusCardView, statusCard } from '../../cards/status-card.ts';
import type { CannotTellReason } from '../../src/domain/known.ts';
import { createTranslator, locales } from '../../src/i18n/index.ts';
import { elementsIn, textsIn } from './card-parts.ts';

/** One row per fact, what could not be read once per reason, and ids that can be copied. */

const view = someStatus(2, 'Contoso');
const missing = (because: CannotTellReason) => ({ kind: 'cannot-tell', because }) as const;

describe.each(locales)('in %s', (locale) => {
  const t = createTranslator(locale);
  const wordsOf = (shown: StatusCardView) => textsIn(statusCard(shown, t)).join('\n');
  const times = (text: string, of: string) => text.split(of).length - 1;

  test('four facts that could not be read for one reason are one line with what to do', () => {
    const shown = { ...unknownStatus(), tenant: missing('throttled') };
    const body = textsIn(statusCard(shown, t).body).join('\n');

    expect(times(body, t('reasons.permission-refused.way-out'))).toBe(1);
    expect(times(body, t('reasons.throttled.way-out'))).toBe(1);
    expect(statusCard(shown, t).speak).toContain(t('reasons.throttled.way-out'));
  });

  test('without the licence for eligible roles nothing is missing, and nobody is told to do nothing', () => {
    const words = wordsOf({ ...view, eligibleRoles: missing('no-licence') });

    expect(words).not.toContain(t('reasons.no-licence.way-out'));
    expect(words).not.toContain(`${t('answer.cannot-tell')}\n`);
  });

  test('a tenant with free products only has none that count', () => {
    const none = { kind: 'known', value: { shown: [], more: 0, total: 0 } } as const;
    const words = wordsOf({ ...view, products: none });

    expect(words).toContain(t('card.status.no-products'));
    expect(words).toContain(t('card.status.free', { count: 2 }));
    expect(wordsOf(view)).not.toContain(t('card.status.free', { count: 2 }));
  });
});

test.each(['teams', 'webchat'] as const)(
  'the ids stand alone behind a fold, in letters of one width (%s)',
  (channel) => {
    const { body } = toDialect(statusCard(view, createTranslator('en')), channel, { nonce: 'n' });
    const folded = elementsIn(body.filter((part) => (part as { isVisible?: boolean }).isVisible === false));
    const ids = folded.filter(({ fontType }) => fontType === 'monospace').map(({ text }) => text);

    expect(ids).toContain('11111111-2222-4333-8444-555555555555');
    expect(elementsIn(body).filter(({ fontType }) => fontType === 'monospace')).toHaveLength(ids.length);
  },
);

test('Teams gets the same rows, without a table that would cut words on a phone', () => {
  const inChannel = (channel: CardChannel) =>
    elementsIn(toDialect(statusCard(view, createTranslator('de')), channel, { nonce: 'n' }).body);

  expect(inChannel('teams').filter(({ type }) => type === 'Table')).toEqual([]);
  expect(inChannel('teams').filter(({ type }) => type === 'ColumnSet')).toEqual(
    inChannel('webchat').filter(({ type }) => type === 'ColumnSet'),
  );
});
