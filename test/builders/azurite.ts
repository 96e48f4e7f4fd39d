import { createRequire } from 'node:module';
import { join } from 'node:path';

/** The emulator's inside has no types; these are the parts that are used here. */
interface BlobServer {
  start(): Promise<void>;
  close(): Promise<void>;
  getHttpServerAddress(): string;
}
interface BlobServerModule {
  readonly default: new (configuration: unknown) => BlobServer;
}
interface BlobConfigurationModule {
  readonly default: new (...values: readonly unknown[]) => unknown;
}

/** Microsoft's emulator of Azure Storage, in this process, in memory, on any free port of 127.0.0.1. */
export interface RunningAzurite {
  readonly connectionString: string;
  stop(): Promise<void>;
}

const account = 'devstoreaccount1';
// Published by Microsoft: the same for every emulator, and worth nothing anywhere else.
const accountKey = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';

export async function startAzurite(): Promise<RunningAzurite> {
  // Jest's own module loader takes many seconds for the thousand files of the emulator.
  const require = createRequire(join(process.cwd(), 'test/azurite/package.json'));
  const { default: Server } = require('azurite/dist/src/blob/BlobServer') as BlobServerModule;
  const { default: Configuration } = require('azurite/dist/src/blob/BlobConfiguration') as BlobConfigurationModule;
  const server = new Server(
    new Configuration(
      '127.0.0.1',
      0,
      5,
      undefined,
      undefined,
      undefined,
      false,
      undefined,
      false,
      undefined,
      false,
      true,
      '',
      '',
      '',
      undefined,
      false,
      true,
    ),
  );
  await server.start();
  return {
    connectionString: `DefaultEndpointsProtocol=http;AccountName=${account};AccountKey=${accountKey};BlobEndpoint=${server.getHttpServerAddress()}/${account};`,
    stop: () => server.close(),
  };
}
