import { writeFileSync } from 'node:fs';
import { commandLine } from './command-line.ts';
import { envExample } from './settings.ts';

commandLine({ about: 'Writes .env.example, which describes every setting.', call: 'npm run env' });
writeFileSync('.env.example', envExample());
console.log('.env.example is up to date.');
