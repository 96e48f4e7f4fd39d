import { createTeamsInstaller } from '../../../src/adapters/graph/teams-installer.ts';
import { personId, type StandIn, signInAppId, startStandIn, tenantId } from '../stand-in.ts';

/** Installing the app for people, with answers of Graph that the sandbox does not give. */

let cloud: StandIn;
const catalogId = 'b1c5353a-7aca-41b3-830f-27d5218fe0e5';
const groupId = '11111111-aaaa-4444-8888-111111111111';
const installedApps = `/v1.0/users/${personId}/teamwork/installedApps`;
const members = `/v1.0/groups/${groupId}/transitiveMembers/microsoft.graph.user`;

beforeEach(async () => {
  cloud = await startStandIn();
});
afterEach(() => cloud.stop());

const graphRefusal = (status: number, code: string) => ({ status, body: { error: { code, message: '…' } } });

function anInstaller() {
  const waited: number[] = [];
  const settings = {
    LOGIN_URL: cloud.origin,
    GRAPH_URL: cloud.origin,
    SIGN_IN_APP_ID: signInAppId,
    SIGN_IN_APP_SECRET: 'not-a-real-secret',
  };
  const waits = async (ms: number) => waited.push(ms);
  return { installer: createTeamsInstaller(settings, { now: () => Date.now() }, { waits }), waited };
}

test('the app is installed as Graph describes it', async () => {
  cloud.route(installedApps, { status: 201 });

  expect(await anInstaller().installer.install(tenantId, personId, catalogId)).toEqual({ kind: 'installed' });

  const asked = cloud.requests.at(-1);
  expect(asked).toMatchObject({ method: 'POST', url: installedApps });
  expect(JSON.parse(asked?.body ?? '')).toEqual({
    'teamsApp@odata.bind': `${cloud.origin}/v1.0/appCatalogs/teamsApps/${catalogId}`,
  });
});

test('whoever has it already is left alone', async () => {
  cloud.route(installedApps, graphRefusal(409, 'Conflict'));

  expect(await anInstaller().installer.install(tenantId, personId, catalogId)).toEqual({ kind: 'there' });
});

test('Graph is asked again after as long as it says, and after longer and longer where it is down', async () => {
  const answers = [
    { ...graphRefusal(429, 'TooManyRequests'), headers: { 'retry-after': '7' } },
    graphRefusal(503, 'ServiceUnavailable'),
    graphRefusal(500, 'InternalServerError'),
    { status: 201 },
  ];
  cloud.route(installedApps, () => answers.shift() ?? { status: 500 });
  const { installer, waited } = anInstaller();

  expect(await installer.install(tenantId, personId, catalogId)).toEqual({ kind: 'installed' });
  expect(waited).toEqual([7_000, 2_000, 4_000]);
});

test('it gives up after six tries, and says what Graph said', async () => {
  cloud.route(installedApps, graphRefusal(429, 'TooManyRequests'));
  const { installer, waited } = anInstaller();

  expect(await installer.install(tenantId, personId, catalogId)).toEqual({
    kind: 'refused',
    status: 429,
    code: 'TooManyRequests',
  });
  expect(waited).toHaveLength(5);
});

test('a refusal is not asked for again', async () => {
  cloud.route(installedApps, graphRefusal(403, 'Forbidden'));
  const { installer, waited } = anInstaller();

  expect(await installer.install(tenantId, personId, catalogId)).toMatchObject({ kind: 'refused', status: 403 });
  expect(waited).toEqual([]);
});

test('everybody in a group is found, page after page', async () => {
  const other = '22222222-bbbb-4444-8888-222222222222';
  cloud.route(`${members}?$select`, {
    body: {
      value: [{ id: personId, userPrincipalName: 'a@b.example' }],
      '@odata.nextLink': `${cloud.origin}${members}?page=2`,
    },
  });
  cloud.route(`${members}?page=2`, { body: { value: [{ id: other, displayName: 'Other' }] } });

  expect(await anInstaller().installer.members(tenantId, groupId)).toEqual({
    kind: 'found',
    people: [
      { id: personId, name: 'a@b.example' },
      { id: other, name: 'Other' },
    ],
  });
});

test('a next page elsewhere is not followed, and half a group is not taken for all of it', async () => {
  cloud.route(members, { body: { value: [{ id: personId }], '@odata.nextLink': 'https://elsewhere.example/next' } });

  expect(await anInstaller().installer.members(tenantId, groupId)).toMatchObject({ kind: 'refused' });
});

test('a quote in an id stays within its filter', async () => {
  cloud.route('/v1.0/appCatalogs/teamsApps', { body: { value: [] } });

  expect(await anInstaller().installer.catalogId(tenantId, "x' or id ne '")).toEqual({ kind: 'found', id: null });
  expect(decodeURIComponent(cloud.requests.at(-1)?.url ?? '')).toContain("externalId eq 'x'' or id ne '''");
});

test.each([200, 403])('without a usable answer (%i) nobody is said to have it or not', async (status) => {
  cloud.route(installedApps, { status, body: { odd: true } });

  expect(await anInstaller().installer.has(tenantId, personId, catalogId)).toMatchObject({ kind: 'refused', status });
});
