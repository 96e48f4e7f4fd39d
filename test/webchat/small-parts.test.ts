import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { callerAddress } from '../../src/http/webchat/caller-address.ts';
import { MinuteLimit } from '../../src/http/webchat/minute-limit.ts';

describe('a limit per minute', () => {
  test('counts each caller apart, and all together', () => {
    const limit = new MinuteLimit({ perCaller: 2, inAll: 3, now: () => 1_000 });

    const kinds = ['a', 'a', 'a', 'b', 'c'].map((caller) => limit.admit(caller).kind);

    expect(kinds).toEqual(['admitted', 'admitted', 'refused', 'admitted', 'refused']);
  });

  test('says how long to wait', () => {
    let now = 1_000_000;
    const limit = new MinuteLimit({ perCaller: 1, inAll: 9, now: () => now });
    limit.admit('a');

    now += 45_000;

    expect(limit.admit('a')).toEqual({ kind: 'refused', retryAfterSeconds: 15 });
  });

  test('begins anew when the clock is set back', () => {
    let now = 1_000_000;
    const limit = new MinuteLimit({ perCaller: 1, inAll: 1, now: () => now });
    limit.admit('a');

    now = 0;

    expect(limit.admit('a').kind).toBe('admitted');
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
    [1, '2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    [1, '2001:db8::6', '2001:db8:0:0'],
    [1, '[2001:db8:1:2::6]:443', '2001:db8:1:2'],
    [1, '::ffff:203.0.113.1', '203.0.113.1'],
  ])('with %i proxies and %s it is %s', (proxies, forwarded, address) => {
    const request = new IncomingMessage(new Socket());
    Object.defineProperty(request.socket, 'remoteAddress', { value: '192.0.2.9' });
    if (forwarded !== undefined) request.headers['x-forwarded-for'] = forwarded;

    expect(callerAddress(request, proxies)).toBe(address);
  });
});
