import { readdirSync, readFileSync } from 'node:fs';

/** What no linter knows about the libraries that this house stands on. */

test('nothing goes on after writeHead in one breath, because restify makes it return nothing in the whole process', () => {
  const files = ['src', 'sandbox', 'bench', 'test'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
  );
  const sources = files.filter((name) => name.endsWith('.ts') && !name.endsWith('house-rules.test.ts'));

  expect(sources.length).toBeGreaterThan(100);
  expect(sources.filter((name) => /writeHead\((?:[^()]|\([^()]*\))*\)\s*\./.test(readFileSync(name, 'utf8')))).toEqual(
    [],
  );
});
