import type { Checklist } from '../../cards/checklist.ts';
import type { Stage } from '../conversations/stage.ts';

/** What the bot answered to a tab. */
export interface TabReply {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly body: { readonly kind?: string; readonly error?: string; readonly checklist?: Checklist } | null;
}

/** The token that Teams gives to somebody's tab. */
export async function tabToken(stage: Stage, person: string, tokenIs: 'good' | 'expired' = 'good'): Promise<string> {
  const response = await fetch(`${stage.sandbox.core.addresses.http}/sandbox/teams/people/${person}/tab-token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ tokenIs }),
  });
  return ((await response.json()) as { token: string }).token;
}

/** What the tab of somebody asks the bot, over HTTP. */
export function tabOf(stage: Stage, token: string) {
  const bot = stage.sandbox.core.addresses.bot;
  const authorization = `Bearer ${token}`;
  const read = async (response: Response): Promise<TabReply> => {
    const text = await response.text();
    const retryAfter = response.headers.get('retry-after');
    return { status: response.status, retryAfter, body: text === '' ? null : JSON.parse(text) };
  };
  return {
    reads: async (locale = 'en') =>
      read(await fetch(`${bot}/api/tab/checklist?locale=${locale}`, { headers: { authorization } })),
    ticks: async (step: string, done: boolean) =>
      read(
        await fetch(`${bot}/api/tab/ticks?locale=en`, {
          method: 'POST',
          headers: { authorization, 'content-type': 'application/json' },
          body: JSON.stringify({ step, done }),
        }),
      ),
  };
}

/** Which steps of a reply have a tick, as it says it. */
export function ticksIn({ body }: TabReply): readonly string[] {
  return (body?.checklist?.steps ?? []).filter(({ isDone }) => isDone).map(({ id }) => id);
}
