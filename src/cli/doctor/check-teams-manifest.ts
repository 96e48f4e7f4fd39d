import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Settings } from '../../config/settings.ts';
import { jsonOrNull } from '../../domain/json.ts';
import { broken, type Diagnosis, type Examination, ok, skipped, warning } from './check.ts';
import { readZipEntry } from './zip-entry.ts';

const manifestSchema = z.object({
  bots: z.array(z.object({ botId: z.string() })).min(1),
  webApplicationInfo: z.object({ id: z.string(), resource: z.string() }).optional(),
  validDomains: z.array(z.string()).default([]),
  staticTabs: z.array(z.object({ contentUrl: z.string().optional() })).default([]),
});
type Manifest = z.infer<typeof manifestSchema>;

const rebuild = 'Run "npm run teams:package" with these settings and upload the new package in the Teams admin center.';

export const checkTeamsManifest: Examination = {
  id: 'teams-manifest',
  title: 'Teams app package',
  async run({ settings, teamsFolder }) {
    const text = teamsFolder === null ? null : manifestIn(teamsFolder);
    if (text === null)
      return skipped({
        what: 'there is no package for this bot here',
        why: 'There is nothing to compare the settings with.',
        fix: 'Build the app package for Teams and run the doctor in the same folder.',
      });
    const parsed = manifestSchema.safeParse(jsonOrNull(text));
    if (!parsed.success)
      return broken({ what: 'its manifest cannot be read', why: 'Teams refuses the package.', fix: rebuild });
    return compare(parsed.data, settings);
  },
};

function compare(manifest: Manifest, settings: Settings): Diagnosis {
  const { bots, webApplicationInfo, validDomains } = manifest;
  if (!bots.every(({ botId }) => isSameId(botId, settings.BOT_APP_ID)))
    return broken({
      what: 'its bot is not BOT_APP_ID',
      why: 'People who add the app reach another bot, or none.',
      fix: rebuild,
    });
  if (webApplicationInfo === undefined || !isSameId(webApplicationInfo.id, settings.SIGN_IN_APP_ID))
    return broken({
      what: 'its sign-in registration is not SIGN_IN_APP_ID',
      why: 'Teams cannot sign people in silently.',
      fix: rebuild,
    });
  const tabFault = faultOfTab(manifest, settings);
  if (tabFault !== null) return tabFault;
  const missing = [settings.TOKEN_SERVICE_URL, ...(settings.PUBLIC_URL === undefined ? [] : [settings.PUBLIC_URL])]
    .map((url) => new URL(url))
    .filter(({ hostname, host }) => !validDomains.includes(hostname) && !validDomains.includes(host));
  if (missing.length === 0) return ok('matches this bot and this sign-in registration');
  return warning({
    what: `its valid domains lack ${missing.map(({ hostname }) => hostname).join(' and ')}`,
    why: 'Teams does not open the sign-in window or the pages of the bot.',
    fix: rebuild,
  });
}

/** A tab signs people in only for an address of the registration that names the host of the tab, and is shown only from there. */
function faultOfTab({ staticTabs, webApplicationInfo }: Manifest, settings: Settings): Diagnosis | null {
  const [tab] = staticTabs.flatMap(({ contentUrl }) => contentUrl ?? []);
  if (tab === undefined) return null;
  const host = settings.PUBLIC_URL === undefined ? null : new URL(settings.PUBLIC_URL).host;
  const resource = `api://${host}/botid-${settings.BOT_APP_ID}`;
  if (host === URL.parse(tab)?.host && isSameId(webApplicationInfo?.resource ?? '', resource)) return null;
  return broken({
    what: 'its tab is not on the host of PUBLIC_URL',
    why: 'Teams shows no checklist, or cannot sign anybody in to it.',
    fix: 'Run "npm run teams:package -- --tab" with these settings and upload the new package in the Teams admin center.',
  });
}

function manifestIn(folder: string): string | null {
  const loose = join(folder, 'manifest.json');
  if (existsSync(loose)) return readFileSync(loose, 'utf8');
  const zipped = join(folder, 'onetenant.zip');
  return existsSync(zipped) ? (readZipEntry(readFileSync(zipped), 'manifest.json') ?? '') : null;
}

function isSameId(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
