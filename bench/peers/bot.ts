import process from 'node:process';

/**
 * Starts one of the bots that OneTenant is measured against: `node bench/peers/bot.ts botbuilder-echo`.
 * Says on the console which port it has, because whoever starts it reads that there.
 */
const [name] = process.argv.slice(2);
const listening = (port: number): void => console.log(`listens on port ${port}`);

switch (name) {
  case 'bare-http':
    (await import('./bare-http.ts')).startBareHttp(listening);
    break;
  case 'botbuilder-echo':
    (await import('./botbuilder.ts')).startBotbuilderEcho(listening);
    break;
  case 'botbuilder-dialog':
    (await import('./botbuilder.ts')).startBotbuilderDialog(listening);
    break;
  case 'agents-dialog':
    (await import('./agents-dialog.ts')).startAgentsDialog(listening);
    break;
  default:
    console.error(`There is no bot ${name}.`);
    process.exit(1);
}
