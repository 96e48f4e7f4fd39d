import type { FastifyPluginAsync } from 'fastify';
import type { SandboxCore } from '../core/core.ts';
import type { People } from '../people/people-registry.ts';

export function entraService(_core: SandboxCore, _people: People): FastifyPluginAsync {
  return async () => undefined;
}
