import type { SandboxAddresses } from './core.ts';

/**
 * Azure Resource Manager's own address: the same server as Login and Graph by its other name.
 * Two services at one address would ask Entra for the same scope, and nobody could tell their tokens apart.
 */
export function armAddress({ https }: SandboxAddresses): string {
  return https.replace('://localhost', '://127.0.0.1');
}
