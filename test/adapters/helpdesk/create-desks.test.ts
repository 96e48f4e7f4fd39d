import { aDesk, anEntry, tenantId } from './desks.ts';

test('a desk says of itself what its entry says', () => {
  const desk = aDesk(anEntry('zammad', { id: 'z', locale: 'de', domains: ['contoso.com'], forPeople: true }));

  expect(desk).toMatchObject({
    id: 'z',
    signsDeliveryId: false,
    name: 'The zammad desk',
    locale: 'de',
    tenantId,
    domains: ['contoso.com'],
    isForPeople: true,
    bringsAnswers: true,
  });
});
