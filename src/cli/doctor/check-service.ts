import type { Settings } from '../../config/settings.ts';
import { broken, type Examination, ok, type Patient, warning } from './check.ts';
import { askWeb, reachFix, silence } from './web-answer.ts';

/** Graph and Azure refuse anonymous callers in a format of their own; any other response comes from something else. */
function checkService(
  id: string,
  title: string,
  setting: 'GRAPH_URL' | 'ARM_URL',
  pathFor: (settings: Settings) => string,
): Examination {
  return {
    id,
    title,
    async run({ settings }: Patient) {
      const why = `Everything from ${title} is shown as "cannot tell".`;
      const answer = await askWeb(`${settings[setting]}${pathFor(settings)}`);
      if (answer.kind === 'no-answer') return broken({ why, ...silence(answer, setting) });
      if (answer.status === 429 || answer.status >= 500)
        return warning({
          what: `answered ${answer.status}`,
          why,
          fix: 'Check https://status.cloud.microsoft and try again in a few minutes.',
        });
      if (answer.status !== 401 || !isErrorDocument(answer.body))
        return broken({
          what: `answered ${answer.status}, but not in the way of ${title}`,
          why,
          fix: reachFix(setting),
        });
      return ok('reachable, and refuses anonymous callers');
    },
  };
}

function isErrorDocument(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'error' in body;
}

export const checkGraph: Examination = checkService('graph', 'Microsoft Graph', 'GRAPH_URL', () => '/v1.0/me');

export const checkArm: Examination = checkService(
  'arm',
  'Azure Resource Manager',
  'ARM_URL',
  () => '/subscriptions?api-version=2022-12-01',
);
