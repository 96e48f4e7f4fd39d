import { azureCli } from './azure-cli.ts';
import { makeRegistrations } from './make-registrations.ts';

const tell = (line: string): void => void process.stdout.write(`${line}\n`);

makeRegistrations(process.argv.slice(2), { cli: azureCli(process.env.PATH ?? ''), tell }).then(
  (code) => {
    process.exitCode = code;
  },
  (fault: unknown) => {
    process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
    process.exitCode = 1;
  },
);
