import { readAcceptance } from '../../src/domain/acceptance.ts';
import { contosoId, fabrikamId } from '../builders/facts.ts';

function read(targetTenant: string, acceptLink = '') {
  return readAcceptance({ targetTenant, acceptLink }, contosoId);
}

test.each([
  ['', null],
  ['  https://portal.azure.com/#view/accept?id=1  ', 'https://portal.azure.com/#view/accept?id=1'],
  ['HTTPS://PORTAL.AZURE.COM:443/x', 'https://portal.azure.com/x'],
  ['https://portal.azure.us/x', 'https://portal.azure.us/x'],
  ['https://portal.azure.cn/x', 'https://portal.azure.cn/x'],
])('the link “%s” of the portal is taken', (typed, link) => {
  expect(read(` ${fabrikamId.toUpperCase()} `, typed)).toEqual({
    kind: 'read',
    targetTenantId: fabrikamId,
    acceptance: { fromTenantId: contosoId, link },
  });
});

test.each([
  'http://portal.azure.com/x',
  'https://portal.azure.com.contoso.com/x',
  'https://contoso.com/portal.azure.com',
  'https://portal.azure.com@contoso.com/x',
  'https://somebody:secret@portal.azure.com/x',
  'https://portal.azure.com:8443/x',
  'https://portal.azure.com./x',
  'https://xportal.azure.com/x',
  'https://portаl.azure.com/x',
  'javascript:alert(1)',
  'portal.azure.com/x',
  'the link',
  `https://portal.azure.com/${'x'.repeat(2048)}`,
  `https://portal.azure.com/${'ä'.repeat(1000)}`,
])('the link “%s” is refused', (typed) => {
  expect(read(fabrikamId, typed)).toEqual({ kind: 'refused', because: 'link-refused' });
});

test.each([
  ['', 'tenant-missing'],
  ['  ', 'tenant-missing'],
  ['fabrikam.onmicrosoft.com', 'tenant-malformed'],
  [`${fabrikamId}0`, 'tenant-malformed'],
  [`{${fabrikamId}}`, 'tenant-malformed'],
  [contosoId.toUpperCase(), 'own-tenant'],
])('the tenant “%s” is refused: %s', (typed, because) => {
  expect(read(typed, 'https://portal.azure.com/x')).toEqual({ kind: 'refused', because });
});
