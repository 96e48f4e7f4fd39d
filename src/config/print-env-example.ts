import { writeFileSync } from 'node:fs';
import { envExample } from './settings.ts';

writeFileSync('.env.example', envExample());
console.log('.env.example is up to date.');
