import { createPersonReach } from '../../../src/bot/proactive/ticket-reach.ts';
import { MemoryDocumentStore } from '../../builders/memory-document-store.ts';

/** How trying to write to somebody in Teams is told to whoever has the ticket. */

const person = { personId: 'person-1', tenantId: 'tenant-1' };

function aReach(
  refusal: unknown,
  allowedTenants: readonly string[] = [],
  install?: (person: object) => Promise<boolean>,
) {
  const calls: unknown[] = [];
  const reach = createPersonReach({
    store: new MemoryDocumentStore(),
    adapter: {
      async reachPerson(who): Promise<void> {
        calls.push(who);
        throw refusal;
      },
    },
    runTurn: async () => undefined,
    jobs: { planIn: async () => undefined },
    jobRunner: { runDue: async () => undefined },
    teamsServiceUrl: 'https://smba.trafficmanager.net/teams/',
    allowedTenants,
    install,
  });
  return { reach, calls };
}

const withStatus = (status: number) => Object.assign(new Error('refused'), { status });

test.each([400, 403, 404])('a refusal with %i means that the app is not there for them', async (status) => {
  const { reach } = aReach(withStatus(status));

  expect(await reach.reach(person, 'ticket-1')).toEqual({ kind: 'not-there' });
});

test.each([401, 408, 429, 500, 503])('a refusal with %i passes', async (status) => {
  const { reach } = aReach(withStatus(status));

  expect(await reach.reach(person, 'ticket-1')).toEqual({ kind: 'later' });
});

test('no answer at all passes', async () => {
  const { reach } = aReach(new Error('socket hang up'));

  expect(await reach.reach(person, 'ticket-1')).toEqual({ kind: 'later' });
});

test('people of a tenant that may not use the bot are not written to', async () => {
  const { reach, calls } = aReach(withStatus(500), ['another-tenant']);

  expect(await reach.reach(person, 'ticket-1')).toEqual({ kind: 'not-there' });
  expect(calls).toEqual([]);
});

test('who does not have the app gets it where the bot may do that, and is written to once more', async () => {
  const installed: object[] = [];
  const { reach, calls } = aReach(withStatus(403), [], async (who) => installed.push(who) > 0);

  expect(await reach.reach(person, 'ticket-1')).toEqual({ kind: 'not-there' });
  expect(installed).toEqual([person]);
  expect(calls).toHaveLength(2);
});

test.each([404, 429, 500])('a refusal with %i is nothing that an installation would mend', async (status) => {
  const { reach, calls } = aReach(withStatus(status), [], () => Promise.reject(new Error('never asked')));

  await reach.reach(person, 'ticket-1');

  expect(calls).toHaveLength(1);
});

test('an installation that is refused leaves it at that', async () => {
  const { reach, calls } = aReach(withStatus(403), [], async () => false);

  expect(await reach.reach(person, 'ticket-1')).toEqual({ kind: 'not-there' });
  expect(calls).toHaveLength(1);
});
