import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandLine } from '../../src/config/command-line.ts';
import { countOf } from '../../src/domain/count-of.ts';
import { collectExamples, fingerprintOfExamples } from './examples.ts';
import { train } from './trainer.ts';
import { writtenWeights } from './written-weights.ts';

// Trains what tells a wish from a question, on the sentences beside this file and the typed phrases of every language.
const root = join(import.meta.dirname, '..', '..');
const weightsFile = join(root, 'src/adapters/search/intent-weights.ts');
commandLine({
  about:
    'Trains the recognition of wishes on the sentences in scripts/understanding/sentences, and writes its weights.',
  call: 'npm run understanding',
});

const examples = collectExamples(root);
const model = train(examples);
writeFileSync(
  weightsFile,
  `/** Written by \`npm run understanding\`; see \`intent-model.ts\` for its lines. */\nexport const intentWeights = \`${fingerprintOfExamples(examples)}\n${writtenWeights(model)}\`;\n`,
);
const told = [
  countOf(examples.length, 'sentence'),
  countOf(model.weights.size, 'feature'),
  countOf(readFileSync(weightsFile).length, 'byte'),
];
console.log(`${told.join(', ')}.`);
