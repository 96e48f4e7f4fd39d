import { cleanQuestion } from '../../src/domain/clean-question.ts';
import { groupAlike } from '../../src/domain/group-alike.ts';
import { namingOfAll } from '../../src/i18n/naming.ts';

/** What is left of a question before it is kept: nothing that tells who asked. */

const known = new Set(
  'why can not i see my subscription in tenant move the azure to microsoft entra cannot sign in with who pays for our license and en wil ik ben'.split(
    ' ',
  ),
);
const clean = (text: string) =>
  cleanQuestion(text, {
    names: ['Megan Bowen', 'Contoso Ltd'],
    naming: namingOfAll(),
    knows: (word) => known.has(word),
  });

test.each([
  ['who pays for megan.bowen@contoso.com', 'who pays for …'],
  ['see https://portal.azure.com/#view and contoso.onmicrosoft.com', 'see … and …'],
  ['subscription 9e8e8650-fa0d-4ae2-a454-ad79ba3d4c0b is gone', 'subscription … is gone'],
  ['call me at +31 6 1234 5678 please', 'call me at … please'],
  ['I cannot sign in with 10.0.0.12, ticket 483920', 'I cannot sign in with …, ticket …'],
  ['Why can megan bowen not move the subscription of contoso', 'Why can … not move the subscription of …'],
  ['my name is jansen and I cannot sign in', 'my name is … and I cannot sign in'],
  ['ik ben piet van dijk en wil azure', 'ik ben … van … en wil azure'],
  ['Why can Quentin Oldcastle see my tenant', 'Why can … see my tenant'],
])('%s', (text, left) => {
  expect(clean(text)).toBe(left);
});

test('what names a product, an error or a small number stays', () => {
  const text = 'Why AADSTS50020 with Microsoft 365 E5 on 2 tenants and AZ-900';
  expect(clean(text)).toBe('Why AADSTS50020 with Microsoft 365 E5 on 2 tenants and AZ-900');
});

test('texts about the same thing are together, the largest group first', () => {
  const texts = [
    'delete old emails',
    'move my printer to azure',
    'how do I move a printer to azure',
    'printer move to azure',
  ];
  const groups = groupAlike(texts.map((text) => ({ text })));
  expect(groups.map(({ members }) => members.length)).toEqual([3, 1]);
});
