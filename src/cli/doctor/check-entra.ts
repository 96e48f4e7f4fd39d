import type { Settings } from '../../config/settings.ts';
import { broken, type Examination, ok } from './check.ts';
import { askWeb, reachFix, silence } from './web-answer.ts';

/** URL of the public OpenID metadata of the bot's tenant. */
export function tenantDocumentUrl({ LOGIN_URL, BOT_APP_TENANT_ID }: Settings): string {
  return `${LOGIN_URL}/${BOT_APP_TENANT_ID}/v2.0/.well-known/openid-configuration`;
}

export const checkEntra: Examination = {
  id: 'tenant',
  title: 'Entra and the tenant',
  async run({ settings }) {
    const why = 'Nobody can sign in, and the bot gets no token.';
    const answer = await askWeb(tenantDocumentUrl(settings));
    if (answer.kind === 'no-answer') {
      const { what, fix } = silence(answer, 'LOGIN_URL');
      return broken({ what: `Entra ${what}`, why, fix });
    }
    if (answer.status === 400 || answer.status === 404)
      return broken({
        what: 'Entra knows no such tenant',
        why,
        fix: 'Set BOT_APP_TENANT_ID to the tenant id on the overview page of Microsoft Entra.',
      });
    if (answer.status !== 200 || answer.body === null)
      return broken({
        what: `Entra answered ${answer.status} without OpenID metadata`,
        why,
        fix: reachFix('LOGIN_URL'),
      });
    return ok('Entra knows the tenant');
  },
};
