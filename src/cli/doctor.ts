import { runDoctor } from './doctor/run-doctor.ts';

// In the image: node doctor.mjs. Exit code 0 well, 1 something is broken, 2 the command was not understood, 78 the settings are faulty.
process.exitCode = await runDoctor({
  words: process.argv.slice(2),
  environment: process.env,
  root: process.cwd(),
  nodeVersion: process.versions.node,
  clock: { now: () => Date.now() },
  print: (text) => console.log(text),
});
