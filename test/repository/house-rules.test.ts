import { readdirSync, readFileSync } from 'node:fs';

/** What no linter knows about the libraries that this house stands on. */

test('nothing goes on after writeHead in one breath, because restify makes it return nothing in the whole process', () => {
  const files = ['src', 'sandbox', 'bench', 'test'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
  );
  const sources = files.filter(
    (name) => name.endsWith('.ts') && !name.endsWith('house-rules.test.ts') && !name.includes('node_modules'),
  );

  expect(sources.length).toBeGreaterThan(100);
  expect(sources.filter((name) => /writeHead\((?:[^()]|\([^()]*\))*\)\s*\./.test(readFileSync(name, 'utf8')))).toEqual(
    [],
  );
});

test('everything that src/bot, src/tickets, src/ports, src/config and src/wiring export has a docstring', () => {
  const exported = exportsOf(['src/bot', 'src/tickets', 'src/ports', 'src/config', 'src/wiring']);

  expect(exported.length).toBeGreaterThan(250);
  expect(exported.filter(({ before }) => !before.endsWith('*/')).map(({ file, name }) => `${file} ${name}`)).toEqual(
    [],
  );
});

test.each([
  ['the bot', ['src', 'dialogs', 'cards']],
  ['the sandbox', ['sandbox']],
])('%s exports no name twice, so that a search for it finds one thing', (_what, folders) => {
  // Each language exports the same names.
  const exported = exportsOf(folders).filter(({ file }) => !/^(src\/i18n\/\w\w|sandbox\/words)\//.test(file));

  const filesOf = Map.groupBy(exported, ({ name }) => name);
  const twice = [...filesOf].filter(([, found]) => new Set(found.map(({ file }) => file)).size > 1);
  expect(exported.length).toBeGreaterThan(200);
  expect(twice.map(([name, found]) => `${name}: ${found.map(({ file }) => file).join(', ')}`)).toEqual([]);
});

/** Every exported name, with its file and the line before it. */
function exportsOf(folders: readonly string[]) {
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `${folder}/${name}`),
  );
  return files.flatMap((file) => {
    const lines = readFileSync(file, 'utf8').split('\n');
    return lines.flatMap((line, index) => {
      const name = /^export (?:abstract |async )?(?:interface|type|class|function|const|let) (\w+)/.exec(line)?.[1];
      return name === undefined ? [] : [{ file, name, before: lines[index - 1]?.trim() ?? '' }];
    });
  });
}
