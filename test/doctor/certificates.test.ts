import tls from 'node:tls';
import { type Authority, anAuthority, selfSignedServer, type TlsPlace } from '../builders/certificates.ts';
import { openWard, type ReportedFinding, type Ward } from './a-patient.ts';

/** Real servers with certificates that are not right: each is told by its own name, with its own cure. */

let ward: Ward;
let known: Authority;
let unknown: Authority;

beforeAll(async () => {
  ward = await openWard();
  [known, unknown] = await Promise.all([anAuthority(), anAuthority()]);
  tls.setDefaultCACertificates([...tls.getCACertificates('default'), known.certificatePem]);
});
afterAll(() => ward.close());

interface Kind {
  readonly kind: string;
  readonly serves: () => Promise<TlsPlace>;
  readonly what: RegExp;
  readonly cure: RegExp;
}

const kinds: readonly Kind[] = [
  {
    kind: 'one that has expired',
    serves: () => known.serves({ fromDay: -30, toDay: -1 }),
    what: /certificate .*has expired/,
    cure: /to renew it/,
  },
  {
    kind: 'one that is not valid yet',
    serves: () => known.serves({ fromDay: 2 }),
    what: /certificate .*is not valid yet/,
    cure: /Check the clock of this machine/,
  },
  {
    kind: 'one for another name',
    serves: () => known.serves({ name: 'other.contoso.example' }),
    what: /certificate .*is for another host name/,
    cure: /Correct the host in (GRAPH_URL|LOGIN_URL|"url" of DESKS \[\d\])/,
  },
  {
    kind: 'one of an unknown authority',
    serves: () => unknown.serves(),
    what: /certificate .*from a certificate authority that this machine does not trust/,
    cure: /set NODE_EXTRA_CA_CERTS to that file/,
  },
  {
    kind: 'one that is self-signed',
    serves: () => selfSignedServer(),
    what: /certificate .*is self-signed/,
    cure: /set NODE_EXTRA_CA_CERTS to a file with this one/,
  },
];

describe.each(kinds)('$kind', ({ serves, what, cure }) => {
  const others = kinds.filter((one) => one.cure !== cure);
  let place: TlsPlace;
  beforeEach(async () => {
    place = await serves();
  });
  afterEach(() => place.close());

  test('at Microsoft, in each check that meets it', async () => {
    const { findings, exitCode } = await ward.diagnose({ settings: { GRAPH_URL: place.origin } });

    for (const id of ['tls', 'graph']) expectCure(findings, id);
    expect(exitCode).toBe(1);
  });

  test('at the sign-in of Entra, in each check that meets it', async () => {
    const { findings } = await ward.diagnose({ settings: { LOGIN_URL: place.origin } });

    for (const id of ['tls', 'tenant', 'bot-credential', 'sign-in-app']) expectCure(findings, id);
  });

  test('at a helpdesk', async () => {
    const DESKS = JSON.stringify(
      (JSON.parse(ward.healthy.DESKS ?? '[]') as object[]).map((desk) => ({ ...desk, url: place.origin })),
    );
    const settings = { DESKS, DESK_PRIVATE_HOSTS: 'localhost' };

    const { findings } = await ward.diagnose({ settings });

    expectCure(findings, 'desk-zendesk');
  });

  function expectCure(findings: readonly ReportedFinding[], id: string): void {
    const found = findings.find((one) => one.id === id);
    expect(found).toMatchObject({ outcome: 'broken', what: expect.stringMatching(what) });
    expect(found?.fix).toMatch(cure);
    expect(found?.fix).not.toMatch(/name resolution/);
    for (const other of others) expect(found?.fix).not.toMatch(other.cure);
  }
});

test('a certificate that lasts is no finding', async () => {
  const place = await known.serves();

  const { findings } = await ward.diagnose({ settings: { GRAPH_URL: place.origin } });

  place.close();
  expect(findings.find(({ id }) => id === 'tls')).toMatchObject({ outcome: 'ok' });
});

test('one that ends tomorrow is a warning, in the singular', async () => {
  const place = await known.serves({ toDay: 1.5 });

  const { findings } = await ward.diagnose({ settings: { GRAPH_URL: place.origin } });

  place.close();
  expect(findings.find(({ id }) => id === 'tls')).toMatchObject({
    outcome: 'warning',
    what: 'the certificate at GRAPH_URL expires in 1 day',
  });
});
