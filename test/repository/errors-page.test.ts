import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { signInFailures } from '../../src/ports/journal.ts';

/** The page of errors is equal to the code, both ways. */

const page = readFileSync('docs/errors.md', 'utf8');

/** The first cells of the table below a heading. */
function listedUnder(heading: string): readonly string[] {
  const section = page.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
  return [...section.matchAll(/^\| `([^`]+)` \|/gm)].map(([, cell]) => cell ?? '').sort();
}

function sources(): readonly string[] {
  return ['src', 'dialogs', 'cards']
    .flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
}

test('lists the code of every error, and no other', () => {
  const inCode = sources().flatMap((text) =>
    [...text.matchAll(/readonly code = '([A-Z_]+)'/g)].map(([, code]) => code),
  );

  expect(inCode.length).toBeGreaterThan(5);
  expect(listedUnder('Codes')).toEqual([...new Set([...inCode, 'UNEXPECTED'])].sort());
});

test('lists every reason why a fact could not be read, and no other', () => {
  const union = /type CannotTellReason =([\s\S]*?);\n/.exec(readFileSync('src/domain/known.ts', 'utf8'))?.[1] ?? '';
  const reasons = [...union.matchAll(/\| '([a-z0-9-]+)'/g)].map(([, reason]) => reason ?? '');

  expect(reasons).toContain('misconfigured');
  expect(listedUnder('Why a fact could not be read')).toEqual(reasons.sort());
});

test('lists every reason why Teams could not sign somebody in, and no other', () => {
  expect(listedUnder('Why Teams could not sign somebody in by itself')).toEqual([...signInFailures].sort());
});

test('lists every event of the log, and no other', () => {
  const journal = readFileSync('src/ports/journal.ts', 'utf8');
  const events = [...journal.matchAll(/readonly event: '([^']+)'/g)].map(([, event]) => event ?? '');

  expect(events).toContain('turn.failed');
  expect(listedUnder('Events in the log')).toEqual(events.sort());
});

test('sends the reader to checks that the doctor really has', () => {
  const checks = readdirSync('src/cli/doctor').flatMap((name) => {
    const text = readFileSync(join('src/cli/doctor', name), 'utf8');
    const [own = ''] = [...text.matchAll(/^ {2}id: '([a-z-]+)',$/gm)].map(([, id]) => id ?? '');
    return [own, ...[...text.matchAll(/checkService\(\s*'([a-z-]+)'/g)].map(([, id]) => id ?? '')];
  });
  const named = [...page.matchAll(/[Dd]octor[:,] ((?:`[a-z-]+`(?:, | and )?)+)/g)].flatMap(([, list]) =>
    [...(list ?? '').matchAll(/`([a-z-]+)`/g)].map(([, id]) => id ?? ''),
  );

  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((id) => !checks.includes(id))).toEqual([]);
});
