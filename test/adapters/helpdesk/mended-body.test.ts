import { readFileSync } from 'node:fs';
import { mendWritten } from '../../../src/adapters/helpdesk/mended-body.ts';
import { growthOf, inProportion } from '../../builders/growth.ts';
import { aDesk, anEntry, now, receive, secret } from './desks.ts';

/** What desks send whose placeholders go into the rule text as they stand. */

const tail = `"event": "answered",
  "number": "1017",
  "tags": "onetenant"
}`;
const filled = (text: string) => `{
  "text": "${text}",
  ${tail}`;

test.each([
  ['quotes and HTML', 'Rui LI : <div style="font-size:14px">say "yes"</div>'],
  ['line breaks', 'one\ntwo'],
  ['a backslash', 'sign in as CONTOSO\\megan'],
])('%s in the text are read as they stand', (_what, text) => {
  expect(() => JSON.parse(filled(text))).toThrow(SyntaxError);
  expect(mendWritten(filled(text))).toEqual({ text, event: 'answered', number: '1017', tags: 'onetenant' });
});

test('nothing in the text of strangers passes for what the desk says', () => {
  const forged = 'x",\n  "event": "handed-over",\n  "number": "1",\n  "personId": "somebody-else';

  expect(mendWritten(filled(forged))).toEqual({ text: forged, event: 'answered', number: '1017', tags: 'onetenant' });
});

test.each([
  ['a quote after the text', filled('x').replace('1017', '10"17')],
  ['no event', '{ "text": "x" "number": "1" }'],
  ['something else', 'number=1017'],
])('%s cannot be read', (_what, text) => {
  expect(mendWritten(text)).toBeNull();
});

test.each([
  ['half-closed texts', (size: number) => filled('",\n "event": "'.repeat(size / 16))],
  ['blanks', (size: number) => `{"text": "${' '.repeat(size)}`],
])('a body of 64 kB of %s is read in proportion to its length', (_what, body) => {
  expect(growthOf((size) => mendWritten(body(size)), 8_000)).toBeLessThan(inProportion);
});

test('an answer of Freshdesk with quotes comes through, with its header only', () => {
  const desk = aDesk(anEntry('freshdesk'));
  const text = filled('Say "yes" <b>now</b>');
  const value = desk.mend(text);
  const reading = (header: string) =>
    desk.receive({ headers: { 'x-onetenant-secret': header }, bytes: Buffer.from(text), value }, now);

  expect(reading(secret)).toMatchObject({ event: { kind: 'colleague-answered', text: 'Say "yes" now' } });
  expect(reading('wrong')).toMatchObject({ kind: 'refused', status: 401 });
});

test.each([
  ['freshdesk-own', 'Advanced'],
  ['zammad-own', 'Custom Payload'],
  ['zendesk-own', 'triggers'],
  ['servicenow-own', 'business rule'],
] as const)('what a desk sends by itself is refused with how to set it: %s', (name, words) => {
  const value: unknown = JSON.parse(readFileSync(`test/adapters/helpdesk/recorded/${name}.json`, 'utf8'));
  const headers = { 'x-onetenant-secret': secret };
  const reading = aDesk(anEntry('freshdesk')).receive({ headers, bytes: Buffer.from(''), value }, now);

  expect(reading).toMatchObject({ kind: 'refused', status: 422, message: expect.stringContaining(words) });
});

test.each([
  [{ event: 'answered', number: '1', extra: 'x' }, 'extra is not known'],
  [{ event: 'answered' }, 'number is missing'],
] as const)('a field that is wrong is named', (value, words) => {
  const reading = receive(aDesk(anEntry('freshdesk')), JSON.stringify(value), { 'x-onetenant-secret': secret });

  expect(reading).toMatchObject({ status: 422, message: expect.stringContaining(words) });
});

test('TOPdesk may escape nothing, and what it did not fill is nothing', () => {
  const text = [
    '{',
    '  "title": "Azure "naast" CONTOSO\\megan",',
    '  "event": "handed-over",',
    '  "number": "I 2605 001",',
    `  "personId": "${'$'}{optionalFields1.text2}",`,
    '  "userPrincipalName": "anna@contoso.com"',
    '}',
  ].join('\n');
  const desk = aDesk(anEntry('topdesk'));
  const headers = { 'x-onetenant-secret': secret };

  expect(desk.receive({ headers, bytes: Buffer.from(text), value: desk.mend(text) }, now)).toMatchObject({
    event: {
      ticket: {
        number: 'I 2605 001',
        title: 'Azure "naast" CONTOSO\\megan',
        requester: { personId: null, userPrincipalName: 'anna@contoso.com' },
      },
    },
  });
});
