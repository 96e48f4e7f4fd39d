import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { jsonOrNull } from '../../domain/json.ts';
import type { Clock } from '../../ports/clock.ts';
import { readRetryAfter } from '../upstream/retry-after.ts';
import { createSend, isAt, type ObserveUpstream, type UpstreamAnswer } from '../upstream/send.ts';
import { errorCodeIn } from '../upstream/upstream-fault.ts';
import { type AppTokenSettings, createAppTokens } from './app-tokens.ts';

/** Somebody for whom the app can be installed. */
export interface Installable {
  /** Object id or user principal name. */
  readonly id: string;
  readonly name: string;
}

/** Why Graph did not do what was asked. `status`: null without an answer. */
export interface InstallRefusal {
  readonly kind: 'refused';
  readonly status: number | null;
  readonly code: string;
}

/**
 * Installs the app in Teams for people who do not have it, as the sign-in registration itself: with the application permission
 * `TeamsAppInstallation.ReadWriteSelfForUser.All` it may install this one app and no other. Source: Microsoft Learn, "Send proactive
 * installation messages", and Graph, "Install app for user", read on 1 December 2026.
 */
export interface TeamsInstaller {
  /** Where the organisation's catalogue has the app, by the id in its package; null where it is not in there. */
  catalogId(tenantId: string, packageId: string): Promise<{ kind: 'found'; id: string | null } | InstallRefusal>;
  /** The people in a group, also through groups in it. */
  members(
    tenantId: string,
    groupId: string,
  ): Promise<{ kind: 'found'; people: readonly Installable[] } | InstallRefusal>;
  has(tenantId: string, person: string, catalogId: string): Promise<{ kind: 'known'; has: boolean } | InstallRefusal>;
  /** `there`: they have it already. */
  install(
    tenantId: string,
    person: string,
    catalogId: string,
  ): Promise<{ kind: 'installed' | 'there' } | InstallRefusal>;
}

/** How often a request is sent at most, while Graph asks to wait or is down. */
const usualTries = 6;
/** Pause before the second try where Graph names none; twice as long each time. Milliseconds. */
const firstPauseMs = 1_000;
/** One request to Graph. Milliseconds. */
const requestMs = 15_000;
const pageSize = 999;

const idSchema = z.object({ id: z.string().min(1) });
const listSchema = z.object({ value: z.array(idSchema) });
const memberSchema = z.object({
  id: z.guid(),
  displayName: z.string().nullish(),
  userPrincipalName: z.string().nullish(),
});
const pageSchema = z.object({ value: z.array(memberSchema), '@odata.nextLink': z.string().optional() });

/** How it asks. */
export interface InstallerOptions {
  readonly observe?: ObserveUpstream;
  /** Pauses for so many milliseconds. */
  readonly waits?: (milliseconds: number) => Promise<unknown>;
  readonly triesAtMost?: number;
}

/** Asks Graph one thing after the other, as slowly as Graph wants it. */
export function createTeamsInstaller(
  settings: AppTokenSettings,
  clock: Clock,
  { observe, waits = (ms) => pause(ms), triesAtMost = usualTries }: InstallerOptions = {},
): TeamsInstaller {
  const graph = createSend('graph', settings.GRAPH_URL, observe ?? (() => undefined));
  const tokens = createAppTokens(settings, clock, observe);
  const base = `${settings.GRAPH_URL}/v1.0`;

  const once = async (tenantId: string, method: string, url: string, body?: object) => {
    const token = await tokens.in(tenantId);
    if (token.kind === 'none') return refusal(null, 'no-token');
    const headers = { authorization: `Bearer ${token.token}`, accept: 'application/json' };
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    try {
      return await graph({
        method,
        url,
        signal: AbortSignal.timeout(requestMs),
        headers: body === undefined ? headers : { ...headers, 'content-type': 'application/json' },
        ...sent,
      });
    } catch {
      return refusal(null, 'no-answer');
    }
  };
  /** Again while that can help: Graph says how long to wait, or is down. Installing twice is installing once. */
  const ask = async (
    tenantId: string,
    method: string,
    url: string,
    body?: object,
  ): Promise<UpstreamAnswer | InstallRefusal> => {
    for (let tries = 1; ; tries += 1) {
      const answer = await once(tenantId, method, url, body);
      const passes = 'kind' in answer ? answer.code === 'no-answer' : answer.status === 429 || answer.status >= 500;
      if (!passes || tries >= triesAtMost) return answer;
      const asked = 'kind' in answer ? null : readRetryAfter(answer.headers.get('retry-after'), Date.now());
      await waits(asked === null ? firstPauseMs * 2 ** (tries - 1) : asked * 1_000);
    }
  };
  const read = async <T>(
    tenantId: string,
    url: string,
    schema: z.ZodType<T>,
  ): Promise<{ kind: 'read'; value: T } | InstallRefusal> => {
    const answer = await ask(tenantId, 'GET', url);
    if ('kind' in answer) return answer;
    if (answer.status !== 200) return refusalIn(answer);
    const parsed = schema.safeParse(jsonOrNull(answer.text));
    return parsed.success ? { kind: 'read', value: parsed.data } : refusal(200, 'unreadable');
  };

  return {
    async catalogId(tenantId, packageId) {
      const filter = encodeURIComponent(`externalId eq '${quoted(packageId)}'`);
      const found = await read(tenantId, `${base}/appCatalogs/teamsApps?$filter=${filter}`, listSchema);
      return found.kind === 'refused' ? found : { kind: 'found', id: found.value.value[0]?.id ?? null };
    },
    async members(tenantId, groupId) {
      const people: Installable[] = [];
      const first = `/groups/${encodeURIComponent(groupId)}/transitiveMembers/microsoft.graph.user`;
      let next: string | undefined = `${base}${first}?$select=id,displayName,userPrincipalName&$top=${pageSize}`;
      while (next !== undefined) {
        if (!isAt(next, settings.GRAPH_URL)) return refusal(200, 'foreign-link');
        const page: { kind: 'read'; value: z.infer<typeof pageSchema> } | InstallRefusal = await read(
          tenantId,
          next,
          pageSchema,
        );
        if (page.kind === 'refused') return page;
        for (const { id, displayName, userPrincipalName } of page.value.value)
          people.push({ id, name: userPrincipalName ?? displayName ?? id });
        next = page.value['@odata.nextLink'];
      }
      return { kind: 'found', people };
    },
    async has(tenantId, person, catalogId) {
      const filter = encodeURIComponent(`teamsApp/id eq '${quoted(catalogId)}'`);
      const url = `${installedApps(base, person)}?$expand=teamsApp&$filter=${filter}`;
      const found = await read(tenantId, url, listSchema);
      return found.kind === 'refused' ? found : { kind: 'known', has: found.value.value.length > 0 };
    },
    async install(tenantId, person, catalogId) {
      const app = { 'teamsApp@odata.bind': `${base}/appCatalogs/teamsApps/${encodeURIComponent(catalogId)}` };
      const answer = await ask(tenantId, 'POST', installedApps(base, person), app);
      if ('kind' in answer) return answer;
      if (answer.status === 409) return { kind: 'there' };
      return answer.status === 201 || answer.status === 200 ? { kind: 'installed' } : refusalIn(answer);
    },
  };
}

function installedApps(base: string, person: string): string {
  return `${base}/users/${encodeURIComponent(person)}/teamwork/installedApps`;
}

/** A quote within a text of a filter is doubled (OData 4.01, 5.1.1.14.1). */
function quoted(text: string): string {
  return text.replaceAll("'", "''");
}

function refusalIn({ status, text }: UpstreamAnswer): InstallRefusal {
  return refusal(status, errorCodeIn(jsonOrNull(text)) ?? 'unknown');
}

function refusal(status: number | null, code: string): InstallRefusal {
  return { kind: 'refused', status, code };
}
