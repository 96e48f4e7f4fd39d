import type { IncomingMessage } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { ChannelGate, type GateDecision } from '../../../src/adapters/bot-framework/channel-gate.ts';
import { lazily } from '../../../src/domain/lazily.ts';
import { BodyBudget } from '../../../src/http/body-budget.ts';
import { readJsonBody } from '../../../src/http/json-bodies.ts';
import { type FuzzTarget, promise } from './target.ts';

const now = Date.parse('2026-11-30T09:00:00Z');
const issuer = 'https://api.botframework.com';
const botAppId = 'bot';

/** A gate whose keys come from a real server, and a token that it admits. */
const gateOnce = lazily(async () => {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'key-1', endorsements: ['directline'] };
  const server = createServer((request, response) => {
    const { port } = server.address() as AddressInfo;
    const isKeys = request.url === '/keys';
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(isKeys ? { keys: [jwk] } : { jwks_uri: `http://127.0.0.1:${port}/keys` }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  const { port } = server.address() as AddressInfo;
  const good = await new SignJWT({ serviceurl: 'https://smba.example/' })
    .setProtectedHeader({ alg: 'RS256', kid: 'key-1' })
    .setIssuer(issuer)
    .setAudience(botAppId)
    .setIssuedAt(now / 1_000)
    .setExpirationTime(now / 1_000 + 3_600)
    .sign(privateKey);
  const gate = new ChannelGate({
    openIdUrl: `http://127.0.0.1:${port}/`,
    issuer,
    botAppId,
    connectorHosts: [],
    clock: { now: () => now },
    journal: { note: () => undefined },
  });
  await gate.warm();
  return { gate, good, server };
});

/**
 * The first line is the header `authorization`, the rest the body. `TOKEN` in the header stands for a good token, and `@12=x` behind it
 * replaces its twelfth character.
 */
export const frontDoorTarget = (
  decide: (gate: ChannelGate, authorization: string) => Promise<GateDecision> = (gate, given) => gate.admit(given),
): FuzzTarget => ({
  what: 'no token but a good one is admitted, and a body is JSON or refused',
  async try(bytes) {
    const end = bytes.indexOf(10);
    const line = bytes.subarray(0, end < 0 ? bytes.length : end).toString('latin1');
    const body = end < 0 ? Buffer.alloc(0) : bytes.subarray(end + 1);
    const { gate, good } = await gateOnce();
    const authorization = line
      .replace('TOKEN', good)
      .replace(/^(.*?)((?:@\d{1,4}=.)+)$/, (_, token, changes) => patched(token, changes));
    const decision = await decide(gate, authorization);
    if (decision.kind === 'admitted') promise(isGood(authorization, good), 'only a good token is admitted');
    else promise(authorization !== `Bearer ${good}`, 'a good token is admitted');
    const read = await readBody(body);
    promise(read.kind === 'json' || (read.status >= 400 && read.status <= 503), 'a body is read or refused');
  },
});

/** Ends what the gate's keys came from. */
export async function closeFrontDoor(): Promise<void> {
  const { server } = await gateOnce();
  server.close();
}

function patched(token: string, changes: string): string {
  const letters = [...token];
  for (const [, at, letter] of changes.matchAll(/@(\d{1,4})=(.)/g)) letters[Number(at)] = letter ?? '';
  return letters.join('');
}

/** The last letter of a signature has bits that no byte comes from. */
function isGood(authorization: string, good: string): boolean {
  const [head, body, signature] = authorization.replace('Bearer ', '').split('.');
  const [goodHead, goodBody, goodSignature] = good.split('.');
  return (
    head === goodHead &&
    body === goodBody &&
    Buffer.from(signature ?? '', 'base64url').equals(Buffer.from(goodSignature ?? '', 'base64url'))
  );
}

function readBody(body: Buffer): ReturnType<typeof readJsonBody> {
  const headers = { 'content-type': 'application/json', 'content-length': String(body.length) };
  const request = Object.assign(Readable.from([body]), { headers }) as unknown as IncomingMessage;
  return readJsonBody(request, {
    maxBytes: 4_096,
    timeoutMs: 10_000,
    bodies: new BodyBudget({ inAll: 8_192, ofOne: 8_192 }),
  });
}
