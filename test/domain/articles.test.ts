import { adminConsentUrl, blockerLinks, linkUrls, stepLinks, topicLinks } from '../../src/domain/links.ts';
import { stepIds, topicIds } from '../../src/domain/steps.ts';
import { blockerIds, checkIds, noticeIds } from '../../src/domain/verdict.ts';
import { contosoId, fabrikamId } from '../builders/facts.ts';
import { offendersAmong } from '../builders/offenders.ts';
import { signUpLinks } from '../builders/sign-up-links.ts';
import { articlePlaces } from './articles.ts';

const ids = { step: stepIds, topic: topicIds, check: checkIds, blocker: blockerIds, notice: noticeIds } as const;
const numbered = (prefix: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}.${index + 1}`);

test('every row of the sources has a place', () => {
  expect(Object.keys(articlePlaces).toSorted()).toEqual(
    [...numbered('S1', 22), ...numbered('S2', 32), ...numbered('C', 14)].toSorted(),
  );
});

test('every row of the sources is told in places that exist', () => {
  const rows = Object.entries(articlePlaces).map(([title, places]) => ({ title, places }));
  const offenders = offendersAmong(rows, ({ places }) => [
    ...(places.length > 0 ? [] : ['nowhere']),
    ...places
      .filter(({ kind, id }) => !(ids[kind] as readonly string[]).includes(id))
      .map(({ kind, id }) => `${kind} ${id}`),
  ]);

  expect(offenders).toEqual([]);
});

test('every step of the bot comes from a source', () => {
  const told = Object.values(articlePlaces).flatMap((places) =>
    places.flatMap((place) => (place.kind === 'step' ? [place.id] : [])),
  );

  expect(stepIds.filter((id) => !told.includes(id))).toEqual([]);
});

test('every link is shown somewhere', () => {
  const shown: readonly string[] = [
    ...Object.values(stepLinks),
    ...Object.values(topicLinks),
    ...Object.values(blockerLinks),
  ].flat();

  expect(Object.keys(linkUrls).filter((id) => !shown.includes(id))).toEqual([]);
});

test('every link is a plain https address of Microsoft', () => {
  const microsoft = /(^|\.)(azure\.com|microsoft\.com|office\.com|serviceshub\.microsoft\.com)$/;
  const links = Object.entries(linkUrls).map(([title, url]) => ({ title, url }));
  const offenders = offendersAmong(links, ({ url }) => {
    const { protocol, hostname, username } = new URL(url);
    return protocol === 'https:' && username === '' && microsoft.test(hostname) ? [] : [url];
  });

  expect(offenders).toEqual([]);
});

test('no link leads to a page that is gone', () => {
  expect(
    Object.values(linkUrls).filter((url) =>
      /docs\.microsoft\.com|account\.azure\.com|products\.office\.com|manage\.windowsazure/.test(url),
    ),
  ).toEqual([]);
});

test('with an Enterprise Agreement every link leads away from signing up', () => {
  const shown: readonly string[] = [...blockerLinks['enterprise-agreement'], ...topicLinks['enterprise-agreement']];

  expect(shown.filter((id) => (signUpLinks as readonly string[]).includes(id))).toEqual([]);
  expect(shown).toContain('azure-support');
});

test('the consent link takes ids only', () => {
  expect(adminConsentUrl(contosoId, fabrikamId)).toBe(
    `https://login.microsoftonline.com/${contosoId}/adminconsent?client_id=${fabrikamId}`,
  );
  expect(adminConsentUrl('contoso/../evil', fabrikamId)).toBeNull();
  expect(adminConsentUrl(contosoId, '&x=1')).toBeNull();
});
