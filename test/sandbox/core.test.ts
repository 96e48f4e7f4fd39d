import { createFaultBook } from '../../sandbox/core/fault-book.ts';
import { cutPage } from '../../sandbox/core/paging.ts';
import { createRequestLog } from '../../sandbox/core/request-log.ts';
import { createSigningKey } from '../../sandbox/core/signing-key.ts';

describe('the fault book', () => {
  it('counts a fault down and forgets it', () => {
    const book = createFaultBook();
    book.add({ service: 'graph', fault: '503', times: 2 });
    expect(book.take('graph', '/me')).toMatchObject({ fault: '503' });
    expect(book.list()).toEqual([{ service: 'graph', fault: '503', times: 1 }]);
    expect(book.take('graph', '/me')).toMatchObject({ fault: '503' });
    expect(book.take('graph', '/me')).toBeNull();
    expect(book.list()).toEqual([]);
  });

  it('keeps a fault without a number until it is cleared', () => {
    const book = createFaultBook();
    book.add({ service: 'arm', fault: 'hang' });
    for (let turn = 0; turn < 10; turn += 1) expect(book.take('arm', '/')).not.toBeNull();
    book.clear();
    expect(book.take('arm', '/')).toBeNull();
  });

  it('takes the first fault that fits the service and the path', () => {
    const book = createFaultBook();
    book.add({ service: 'graph', fault: '403', path: '/domains' });
    book.add({ service: 'graph', fault: '500' });
    expect(book.take('graph', '/me')?.fault).toBe('500');
    expect(book.take('graph', '/domains?$top=1')?.fault).toBe('403');
    expect(book.take('arm', '/domains')).toBeNull();
  });
});

describe('the request log', () => {
  it('names the moment and drops the oldest rows, so that it does not grow for ever', () => {
    const log = createRequestLog(() => Date.UTC(2026, 0, 2));
    for (let number = 0; number < 12_000; number += 1) {
      log.record({ service: 'arm', method: 'GET', path: `/${number}`, status: 200 });
    }
    expect(log.list().at(-1)).toEqual({
      service: 'arm',
      method: 'GET',
      path: '/11999',
      status: 200,
      at: '2026-01-02T00:00:00.000Z',
    });
    expect(log.list()).toHaveLength(5000);
    log.clear();
    expect(log.list()).toEqual([]);
  });
});

describe('a page', () => {
  it('leads to the next one until the list is over', () => {
    const first = cutPage([1, 2, 3], { size: 2, skipToken: null });
    expect(first?.items).toEqual([1, 2]);
    const second = cutPage([1, 2, 3], { size: 2, skipToken: first?.skipToken ?? null });
    expect(second).toEqual({ items: [3], skipToken: null });
  });

  it('is refused for a skip token that nobody gave out', () => {
    expect(cutPage([1], { size: 1, skipToken: 'made up' })).toBeNull();
  });
});

describe('a signing key', () => {
  const now = () => Date.UTC(2026, 0, 2);
  const options = { issuer: 'us', audience: 'them', expiresInSeconds: 60 };

  it('signs what it verifies, for the audience and issuer that were meant', async () => {
    const key = await createSigningKey('test', { now });
    const token = await key.sign({ name: 'x' }, options);
    await expect(key.verify(token, { audience: 'them', issuer: 'us' })).resolves.toMatchObject({ name: 'x' });
    await expect(key.verify(token, { audience: 'others' })).rejects.toThrow('aud');
    await expect(key.verify(token, { audience: 'them', issuer: 'others' })).rejects.toThrow('iss');
  });

  it('can make a token that has expired', async () => {
    const key = await createSigningKey('test', { now });
    const token = await key.sign({}, { ...options, expiresInSeconds: -1 });
    await expect(key.verify(token, { audience: 'them' })).rejects.toMatchObject({ code: 'ERR_JWT_EXPIRED' });
  });

  it('does not accept the tokens of another key', async () => {
    const [one, other] = [await createSigningKey('test', { now }), await createSigningKey('other', { now })];
    await expect(other.verify(await one.sign({}, options), { audience: 'them' })).rejects.toThrow();
  });

  it('publishes nothing that is secret', async () => {
    const key = await createSigningKey('test', { endorsements: ['msteams'], now });
    const [published] = key.jwks().keys;
    expect(Object.keys(published ?? {}).toSorted()).toEqual(['alg', 'e', 'endorsements', 'kid', 'kty', 'n', 'use']);
  });
});
