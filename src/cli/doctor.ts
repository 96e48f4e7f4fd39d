import { runDoctor } from './doctor/run-doctor.ts';

// In the image: node doctor.mjs. Exit codes: 0 all well, 1 something is broken, 2 wrong usage, 78 invalid settings.
process.exitCode = await runDoctor({
  words: process.argv.slice(2),
  environment: process.env,
  root: process.cwd(),
  nodeVersion: process.versions.node,
  clock: { now: () => Date.now() },
  print: (text) => console.log(text),
});
