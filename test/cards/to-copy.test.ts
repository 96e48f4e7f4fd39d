import { samples } from '../../cards/gallery/samples.ts';
import { linkUrls } from '../../src/domain/links.ts';
import { createTranslator, locales } from '../../src/i18n/index.ts';
import { elementsIn } from './card-parts.ts';

/** What people take elsewhere: the receipt as one text, and the address for another window. */

const cardOf = (name: string, locale: (typeof locales)[number]) =>
  samples.find((one) => one.name === name)?.make(createTranslator(locale)) ?? { body: [], actions: [] };

test.each(locales)('a receipt holds all of itself as text, as it was read (%s)', (locale) => {
  const parts = elementsIn(cardOf('receipt add-azure', locale).body) as readonly {
    readonly type: string;
    readonly facts?: readonly { readonly title: string; readonly value: string }[];
    readonly value?: string;
  }[];
  const facts = parts.find(({ type }) => type === 'FactSet')?.facts ?? [];
  const text = parts.find(({ type }) => type === 'Input.Text')?.value ?? '';

  expect(facts).toHaveLength(5);
  expect(facts.filter(({ title, value }) => !text.includes(title) || !text.includes(value))).toEqual([]);
  expect(text.split('\n').length).toBeGreaterThan(facts.length);
});

test.each(['verdict add-azure ready, agreement unknown', 'steps add-azure at azure-open-sign-up'])(
  'the address that its button opens can be copied (%s)',
  (name) => {
    const { body, actions } = cardOf(name, 'en');
    const opened = actions.flatMap((action) => ('url' in action ? [action.url] : []));
    const shown = (elementsIn(body) as readonly { readonly fontType?: string; readonly text?: string }[])
      .filter(({ fontType }) => fontType === 'monospace')
      .map(({ text }) => text);

    expect(opened).toContain(linkUrls['azure-free']);
    expect(shown).toEqual([opened[0]]);
  },
);
