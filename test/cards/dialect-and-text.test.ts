import type { AdaptiveCard } from '../../cards/adaptive-card.ts';
import { parseCardAction, printOfPress } from '../../cards/card-action.ts';
import { toDialect } from '../../cards/dialect.ts';
import { worstName } from '../../cards/gallery/sample-views.ts';
import { languageCard } from '../../cards/language-card.ts';
import { cleanText, literalText, plainText } from '../../cards/plain-text.ts';
import { signInExplanationCard } from '../../cards/sign-in-explanation-card.ts';
import { stepsCard } from '../../cards/steps-card.ts';
import { generalPlan } from '../../src/domain/plan.ts';
import { createTranslator } from '../../src/i18n/index.ts';

const t = createTranslator('en');

test('Web Chat keeps its buttons and gets the number of this message', () => {
  const card = toDialect(languageCard({}, t), 'webchat', { nonce: 'abc' });

  expect(card.actions[0]).toEqual({
    type: 'Action.Submit',
    title: 'English',
    data: { do: 'set-language', locale: 'en', nonce: 'abc' },
  });
});

test('the button to sign in opens the window of each channel, and is a press for whoever cannot do so', () => {
  const link = 'https://token.botframework.com/sign-in';
  const [inWebChat, inTeams] = (['webchat', 'teams'] as const).map((channel) =>
    toDialect(signInExplanationCard({ scenario: null, signInLink: link }, t), channel, { nonce: 'abc' }),
  );
  const press = { do: 'sign-in', nonce: 'abc' };

  expect(JSON.stringify(inWebChat?.body)).toContain(
    JSON.stringify({
      ...press,
      __isBotFrameworkCardAction: true,
      cardAction: { type: 'signin', title: t('button.sign-in'), value: link },
    }),
  );
  expect(inTeams?.actions[0]).toMatchObject({
    type: 'Action.Submit',
    data: { ...press, msteams: { type: 'signin', value: link } },
  });
});

test('Teams gets buttons that can replace the card, with a fallback for older clients', () => {
  const card = toDialect(languageCard({}, t), 'teams', { nonce: 'abc' });

  expect(card.actions[1]).toEqual({
    type: 'Action.Execute',
    verb: 'set-language',
    title: 'Nederlands',
    data: { do: 'set-language', locale: 'nl', nonce: 'abc' },
    fallback: { type: 'Action.Submit', title: 'Nederlands', data: { do: 'set-language', locale: 'nl', nonce: 'abc' } },
  });
});

test('links stay as they are, and buttons inside the card are stamped too', () => {
  const plain: AdaptiveCard = stepsCard({ plan: generalPlan('add-azure') }, t);
  const card = JSON.stringify(toDialect(plain, 'teams', { nonce: 'abc' }));

  expect(card).toContain('"url":"https://azure.microsoft.com/free/"');
  expect(card).not.toMatch(/"do":"tick-step","step":"[a-z0-9-]+","done":true\}/);
});

test('the card that goes in is not changed', () => {
  const plain = languageCard({}, t);
  const before = JSON.stringify(plain);

  toDialect(plain, 'teams', { nonce: 'abc' });

  expect(JSON.stringify(plain)).toBe(before);
});

test.each([
  ['Markdown', '**bold** _x_ [a](b)', '\\*\\*bold\\*\\* \\_x\\_ \\[a\\](b)'],
  ['a link by itself', 'https://a.b www.c.d', 'https\\://a\\.b www\\.c\\.d'],
  ['a mention', '<at>all</at>', '\\<at\\>all\\</at\\>'],
  ['a heading or a list', '# Contoso', '\\# Contoso'],
  ['new lines', 'a\r\n\tb', 'a b'],
  ['invisible and turning characters', '\u202Ea\u200Bb\u2066c\u0000', 'abc'],
  ['a date macro', '{{DATE(x)}}', '\\{\\{DATE(x)\\}\\}'],
])('a name with %s stays a dead letter', (_what, name, expected) => {
  expect(plainText(name)).toBe(expected);
});

test.each([
  ['a number of a ticket', 'SD_35', 'SD_35'],
  ['Markdown', '**bold** _x_ [a](b)', '**bold** _x_ [a](b)'],
  ['a backslash', 'CONTOSO\\anna', 'CONTOSO\\anna'],
  ['a link by itself', 'https://a.b www.c.d', 'https a.\u2060b c.\u2060d'],
  ['a mention', '<at>all</at>', 'at all /at'],
  ['new lines', 'a\r\n\tb', 'a b'],
])('in a message of plain text, %s stands as it was written and does nothing', (_what, name, expected) => {
  expect(literalText(name)).toBe(expected);
});

test('a long name ends in an ellipsis, and letters stay whole', () => {
  expect(cleanText('Ω'.repeat(500), 10)).toBe(`${'Ω'.repeat(10)}…`);
  expect(cleanText(`e${'\u0301'.repeat(5000)}`, 10).length).toBeLessThan(100);
  expect(cleanText(worstName).length).toBeLessThanOrEqual(241);
});

test.each([
  null,
  'sign-in',
  {},
  { do: 'nothing-we-know' },
  { do: 'tick-step', step: 'no-such-step', done: true },
  { do: 'tick-step', step: 'azure-check-users', done: 'yes' },
  { do: 'sign-in', nonce: 'x'.repeat(65) },
  { do: 'ask-question', id: '../../etc' },
])('a press that is not ours means nothing: %j', (value) => {
  expect(parseCardAction(value)).toBeNull();
});

test('what else a client sends with a press is dropped', () => {
  expect(parseCardAction({ do: 'sign-in', isAdmin: true, adminRequest: 'text' })).toEqual({ do: 'sign-in' });
});

test('a press is remembered without what was typed on its card', () => {
  const press = { do: 'ask-acceptor', targetTenant: 'a tenant', acceptLink: 'a link', nonce: 'n' } as const;

  expect(JSON.parse(printOfPress(press))).toEqual({ do: 'ask-acceptor', nonce: 'n' });
});
