import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { commandLine } from '../src/config/command-line.ts';
import { compile, findCompiler, withCompiler } from './bicep-compiler.ts';
import { predictAll } from './predicted-resources.ts';

/** Compiles main.bicep to main.json, and records what Azure would deploy. Exits with 1 if the compiler reports anything. */

const predictedFolder = 'deploymentTemplates/predicted';

const tell = (line: string): void => void process.stdout.write(`${line}\n`);

async function main(): Promise<number> {
  commandLine({
    about: 'Makes main.json from main.bicep, and writes down what Azure would make of it.',
    call: 'npm run templates',
  });
  const compiler = findCompiler(process.env);
  if (compiler === null) {
    tell('There is no Bicep compiler here. `az bicep install` brings one; BICEP=<path> names another.');
    return 1;
  }
  return withCompiler(compiler, async (bicep) => {
    tell(`Bicep ${(await bicep('version', {})).version}`);
    const { text, complaints } = await compile(bicep, 'deploymentTemplates/main.bicep');
    for (const line of complaints) tell(line);
    if (text === null || complaints.length > 0) return 1;
    writeFileSync('deploymentTemplates/main.json', text);
    tell('deploymentTemplates/main.json');

    const { whole, combinations } = await predictAll(bicep);
    rmSync(predictedFolder, { recursive: true, force: true });
    mkdirSync(predictedFolder);
    for (const [name, value] of Object.entries({ ...whole, combinations })) {
      writeFileSync(`${predictedFolder}/${name}.json`, `${printed(value)}\n`);
      tell(`${predictedFolder}/${name}.json`);
    }
    return 0;
  });
}

/** JSON with one line per small value, so that a change is one line as well. */
function printed(value: unknown, indent = ''): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const entries = Object.entries(value).map(([key, inside]) => {
    const label = Array.isArray(value) ? '' : `${JSON.stringify(key)}: `;
    return {
      text: `${label}${printed(inside, `${indent}  `)}`,
      isSmall: typeof inside !== 'object' || inside === null,
    };
  });
  const line = entries.map(({ text }) => text).join(', ');
  if (entries.length === 0) return `${open}${close}`;
  if (entries.every(({ isSmall }) => isSmall) && line.length <= 120)
    return Array.isArray(value) ? `[${line}]` : `{ ${line} }`;
  return `${open}\n${entries.map(({ text }) => `${indent}  ${text}`).join(',\n')}\n${indent}${close}`;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (fault: unknown) => {
    process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
    process.exitCode = 1;
  },
);
