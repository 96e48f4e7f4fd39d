import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { callerAddress } from '../../src/http/caller-address.ts';
import { MinuteLimit } from '../../src/http/minute-limit.ts';
import { NetworkLimit } from '../../src/http/network-limit.ts';

describe('a limit per minute', () => {
  test('counts each caller apart', () => {
    const limit = new MinuteLimit({ perCaller: 2, now: () => 1_000 });

    const kinds = ['a', 'a', 'a', 'b'].map((caller) => limit.admit(caller).kind);

    expect(kinds).toEqual(['admitted', 'admitted', 'refused', 'admitted']);
  });

  test('says how long to wait', () => {
    let now = 1_000_000;
    const limit = new MinuteLimit({ perCaller: 1, now: () => now });
    limit.admit('a');

    now += 45_000;

    expect(limit.admit('a')).toEqual({ kind: 'refused', retryAfterSeconds: 15 });
  });

  test('begins anew when the clock is set back', () => {
    let now = 1_000_000;
    const limit = new MinuteLimit({ perCaller: 1, now: () => now });
    limit.admit('a');

    now = 0;

    expect(limit.admit('a').kind).toBe('admitted');
  });

  test('keeps 20,000 counts, forgets the oldest, and lets nobody wait for others', () => {
    const limit = new MinuteLimit({ perCaller: 1, now: () => 1_000 });
    for (let caller = 0; caller < 20_000; caller += 1) limit.admit(`caller ${caller}`);

    const kinds = ['late', 'later', 'late', 'caller 0', 'caller 19999'].map((caller) => limit.admit(caller).kind);

    expect(kinds).toEqual(['admitted', 'admitted', 'refused', 'admitted', 'refused']);
  });
});

describe('a limit for strangers', () => {
  /** How many of so many requests, each from the address that `from` makes of its number, are admitted. */
  const admittedOf = (many: number, from: (index: number) => string, limit = aLimit()): number =>
    Array.from({ length: many }, (_, index) => limit.admit(from(index)).kind).filter((kind) => kind === 'admitted')
      .length;
  const aLimit = () => new NetworkLimit({ perAddress: 10, now: () => 1_000 });

  test('gives a visitor with a whole network what a network gets, and everybody else what they had', () => {
    const limit = aLimit();

    expect(admittedOf(10_000, (index) => `2001:db8:1:${(index * 256).toString(16)}`, limit)).toBe(100);
    expect(admittedOf(10_000, (index) => `2001:db8:${index.toString(16)}:0`, limit)).toBe(500);
    expect(admittedOf(10, () => '2a02:1810:9:0', limit)).toBe(10);
    expect(admittedOf(10, () => '203.0.113.9', limit)).toBe(10);
  });

  test('gives addresses that cost nothing no more than one', () => {
    expect(admittedOf(1_000, () => '2001:db8:1:ab00')).toBe(10);
    expect(admittedOf(1_000, (index) => `203.0.113.${index % 256}`)).toBe(100);
  });
});

describe('where a request comes from', () => {
  test.each([
    [0, undefined, '192.0.2.9'],
    [0, '203.0.113.1', '192.0.2.9'],
    [1, '203.0.113.1', '203.0.113.1'],
    [1, '198.51.100.1, 203.0.113.1', '203.0.113.1'],
    [2, '198.51.100.1, 203.0.113.1', '198.51.100.1'],
    [2, '203.0.113.1', '192.0.2.9'],
    [1, '203.0.113.1:51234', '203.0.113.1'],
    [1, '2001:db8:1:2:3:4:5:6', '2001:db8:1:0'],
    [1, '2001:db8:1:ab2:3:4:5:6', '2001:db8:1:a00'],
    [1, '2001:0DB8:0001:0ab2:3:4:5:6', '2001:db8:1:a00'],
    [1, '2001:db8::6', '2001:db8:0:0'],
    [1, '[2001:db8:1:2::6]:443', '2001:db8:1:0'],
    [1, '::ffff:203.0.113.1', '203.0.113.1'],
    [1, '::FFFF:203.0.113.1', '203.0.113.1'],
    [1, '0:0:0:0:0:ffff:cb00:7101', '203.0.113.1'],
    [1, 'no address at all', 'no address at all'],
  ])('with %i proxies and %s it is %s', (proxies, forwarded, address) => {
    const request = new IncomingMessage(new Socket());
    Object.defineProperty(request.socket, 'remoteAddress', { value: '192.0.2.9' });
    if (forwarded !== undefined) request.headers['x-forwarded-for'] = forwarded;

    expect(callerAddress(request, proxies)).toBe(address);
  });
});
