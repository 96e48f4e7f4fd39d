// biome-ignore-all lint/suspicious/noTemplateCurlyInString: what stands there is code
import type { Mutation } from './mutation.ts';

const tokens = 'src/adapters/entra/tab-sign-in.ts';

/** What keeps the tab in Teams to the person in it. */
export const tabControls: readonly Mutation[] = [
  {
    control: 'the signature of a tab’s token',
    file: tokens,
    from: '}).catch((fault: unknown) => fault);',
    to: "}).catch(() => ({ payload: JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')) }));",
    test: 'test/security/tab-tokens',
  },
  {
    control: 'the audience of a tab’s token',
    file: tokens,
    from: '        audience,\n      })',
    to: '      })',
    test: 'test/security/tab-tokens',
  },
  {
    control: 'the issuer of the key of a tab’s token',
    file: tokens,
    from: 'key.issuer === null ||',
    to: 'true ||',
    test: 'test/security/tab-tokens',
  },
  {
    control: 'the lifetime of a tab’s token',
    file: tokens,
    from: 'const clockSkewSeconds = 300;',
    to: 'const clockSkewSeconds = 300_000_000;',
    test: 'test/security/tab-tokens',
  },
  {
    control: 'the tenants whose people may open the tab',
    file: tokens,
    from: 'allowedTenants.length > 0 &&',
    to: 'false &&',
    test: 'test/security/tab-tokens',
  },
  {
    control: 'Teams says whose chat it is',
    file: 'src/adapters/bot-framework/bot-adapter.ts',
    from: 'this.#chats.get(`${serviceUrl} ${tenantId} ${personId}`.toLowerCase(),',
    to: "this.#chats.get('',",
    test: 'test/teams/tab.test',
  },
  {
    control: 'a tab shows the chat of its own person',
    file: 'src/bot/proactive/tab-checklists.ts',
    from: "isTheirs(reference, person) ? reference : 'no-chat'",
    to: 'reference',
    test: 'test/bot/proactive/tab-checklists',
  },
  {
    control: 'a tick in the tab keeps to the plan',
    file: 'dialogs/steps-dialog.ts',
    from: 'if (plan === null || mustAgree(plan, conversation)) return false;\n  const { next, last } = openTicks(plan);\n  if (stepId !== (done ? next : last)) return false;',
    to: '',
    test: 'test/teams/tab.test',
  },
  {
    control: 'one person’s requests of the tab',
    file: 'src/http/tab/add-tab.ts',
    from: 'const requestsPerMinute = 60;',
    to: 'const requestsPerMinute = 60_000;',
    test: 'test/security/tab-tokens',
  },
  {
    control: 'the pages that may show the tab',
    file: 'src/http/tab/tab-page.ts',
    from: "`frame-ancestors 'self' ${teamsPages.join(' ')}`",
    to: "'frame-ancestors *'",
    test: 'test/http/tab-page',
  },
];
