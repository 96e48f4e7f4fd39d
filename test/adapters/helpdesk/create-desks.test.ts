import type { DeskEntry } from '../../../src/adapters/helpdesk/desk-entry.ts';
import { explainFailedStart } from '../../../src/lifecycle.ts';
import type { Desk } from '../../../src/ports/desk.ts';
import { aDesk, anEntry, tenantId } from './desks.ts';

const published = 'dGhpc19zZWNyZXRfaXNfZm9yX3Rlc3Rpbmdfb25seQ==';

function fault(start: () => Desk): unknown {
  try {
    return start();
  } catch (error) {
    return error;
  }
}

test('a desk says of itself what its entry says', () => {
  const desk = aDesk(anEntry('zammad', { id: 'z', locale: 'de', domains: ['contoso.com'], forPeople: true }));

  expect(desk).toMatchObject({
    id: 'z',
    kind: 'zammad',
    name: 'The zammad desk',
    locale: 'de',
    tenantId,
    domains: ['contoso.com'],
    isForPeople: true,
    bringsAnswers: true,
  });
});

test.each<readonly [string, string, DeskEntry]>([
  ['an address without encryption', 'DESKS.0.url', anEntry('jira', { url: 'http://desk.contoso.com' })],
  ['a private address', 'DESKS.0.url', anEntry('jira', { url: 'https://10.0.0.1' })],
  ['the secret that everybody knows', 'DESKS.0.secrets', anEntry('zendesk', { secrets: [published] })],
  ['no API user', 'DESKS.0.user', anEntry('servicenow', { user: undefined })],
  ['a key that cannot sign', 'DESKS.0.key', anEntry('generic', { key: 'api-key' })],
])('%s ends the start with 78, by the name of the setting and without its value', (_what, path, entry) => {
  const { line, exitCode } = explainFailedStart(fault(() => aDesk(entry)));

  expect(exitCode).toBe(78);
  expect(line).toContain(`${path}: `);
  expect(line).not.toContain(published);
});

test('a private address that the operator named is taken, with and without its port', () => {
  const entry = anEntry('zammad', { url: 'https://10.0.0.1:8443' });

  expect(aDesk(entry, { privateHosts: ['10.0.0.1:8443'] }).id).toBe('zammad');
  expect(aDesk(entry, { privateHosts: ['10.0.0.1'] }).id).toBe('zammad');
  expect(fault(() => aDesk(entry, { privateHosts: ['10.0.0.1:443', '10.0.0.2'] }))).toMatchObject({
    code: 'DESK_REFUSED',
  });
});
