import type { FaultKind, ServiceName } from '../../sandbox/core/core.ts';
import { type RunningSandbox, startSandbox } from '../../sandbox/start-sandbox.ts';
import { type Json, tokenFor } from './visit.ts';

let sandbox: RunningSandbox;
let tokens: Readonly<Record<'login' | 'graph' | 'arm', string>>;

beforeAll(async () => {
  sandbox = await startSandbox({ httpPort: 0, httpsPort: 0 });
  const [graph, arm] = [await tokenFor(sandbox, 'csp', 'graph'), await tokenFor(sandbox, 'csp', 'arm')];
  tokens = { login: '', graph, arm };
});
afterEach(() => sandbox.reset());
afterAll(() => sandbox.stop());

const services = ['login', 'graph', 'arm'] as const;
type Watched = (typeof services)[number];

function addressOf(service: Watched): string {
  const { LOGIN_URL, GRAPH_URL, ARM_URL } = sandbox.environment;
  switch (service) {
    case 'login':
      return `${LOGIN_URL}/common/discovery/v2.0/keys`;
    case 'graph':
      return `${GRAPH_URL}/v1.0/me`;
    case 'arm':
      return `${ARM_URL}/tenants?api-version=2022-12-01`;
  }
}

const ask = (service: Watched, options: RequestInit = {}) =>
  fetch(addressOf(service), { headers: { authorization: `Bearer ${tokens[service]}` }, ...options });

const order = (service: ServiceName, fault: FaultKind, more: Json = {}) =>
  sandbox.core.faults.add({ service, fault, ...more });

describe.each(services)('%s', (service) => {
  it.each([
    ['429', 429],
    ['403', 403],
    ['500', 500],
    ['503', 503],
  ] as const)('answers %s in its own words, as often as ordered', async (fault, status) => {
    order(service, fault, { times: 2, retryAfterSeconds: 3 });
    for (const expected of [status, status, 200]) {
      const response = await ask(service);
      expect(response.status).toBe(expected);
      const body = (await response.json()) as Json;
      if (expected === 200) expect(body).not.toHaveProperty('error');
      else {
        expect(response.headers.get('retry-after')).toBe('3');
        expect(body).toHaveProperty('error');
      }
    }
  });

  it('names a waiting time with 429 by itself', async () => {
    order(service, '429');
    expect((await ask(service)).headers.get('retry-after')).toBe('1');
  });

  it('answers broken JSON', async () => {
    order(service, 'garbage');
    const response = await ask(service);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8']);
    await expect(response.json()).rejects.toThrow(/JSON/);
  });

  it('answers a web page', async () => {
    order(service, 'html');
    const response = await ask(service);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(await response.text()).toContain('<h1>');
  });

  it('cuts the answer off halfway', async () => {
    order(service, 'cut-off');
    const response = await ask(service);
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow();
  });

  it('hangs without a word until the caller gives up', async () => {
    order(service, 'hang');
    await expect(ask(service, { signal: AbortSignal.timeout(150) })).rejects.toMatchObject({ name: 'TimeoutError' });
  });

  it('drips: the answer starts and does not end', async () => {
    order(service, 'slow-drip');
    const aborter = new AbortController();
    const response = await ask(service, { signal: aborter.signal });
    expect(response.status).toBe(200);
    const reader = response.body?.getReader();
    const first = await reader?.read();
    expect([first?.done, first?.value?.length]).toEqual([false, 1]);
    aborter.abort();
  });

  it('is broken only on the path that was ordered', async () => {
    order(service, '500', { path: '/somewhere-else' });
    expect((await ask(service)).status).toBe(200);
  });

  it('lists the requests it got, without tokens', async () => {
    await ask(service);
    order(service, '503');
    await ask(service);
    const rows = sandbox.core.requests.list().filter((row) => row.service === service);
    expect(rows.map(({ method, status }) => [method, status])).toEqual([
      ['GET', 200],
      ['GET', 503],
    ]);
    const { pathname, search } = new URL(addressOf(service));
    expect(rows[0]?.path).toBe(service === 'login' ? pathname : `${pathname}${search}`);
    expect(JSON.stringify(rows)).not.toContain('eyJ');
  });
});

it('a fault of one service leaves the others alone', async () => {
  order('graph', '503');
  expect((await ask('arm')).status).toBe(200);
});

it('a fault that breaks one inner request breaks the whole batch', async () => {
  order('graph', 'garbage', { path: '/organization' });
  const response = await fetch(`${sandbox.environment.GRAPH_URL}/v1.0/$batch`, {
    method: 'POST',
    headers: { authorization: `Bearer ${tokens.graph}`, 'content-type': 'application/json' },
    body: JSON.stringify({ requests: [{ id: '1', method: 'GET', url: '/organization' }] }),
  });
  await expect(response.json()).rejects.toThrow(/JSON/);
});

it('stopping does not wait for requests that hang', async () => {
  const other = await startSandbox({ httpPort: 0, httpsPort: 0 });
  other.core.faults.add({ service: 'login', fault: 'hang' });
  const hanging = fetch(`${other.environment.LOGIN_URL}/common/discovery/v2.0/keys`).catch(() => 'ended');
  const seen = () => other.core.faults.list().length;
  while (seen() === 0) await new Promise((resolve) => setImmediate(resolve));
  await other.stop();
  await expect(hanging).resolves.toBe('ended');
});

it('callers through another name than localhost are refused', async () => {
  const { request } = await import('node:http');
  const { port } = new URL(sandbox.core.addresses.http);
  const status = await new Promise((resolve, reject) => {
    const call = request(
      {
        host: '127.0.0.1',
        port,
        path: '/login/common/v2.0/.well-known/openid-configuration',
        headers: { host: 'evil.example' },
      },
      (response) => {
        response.resume();
        resolve(response.statusCode);
      },
    );
    call.on('error', reject);
    call.end();
  });
  expect(status).toBe(403);
});
