import { armAddress } from '../core/addresses.ts';
import type { SandboxCore } from '../core/core.ts';
import { type StsRefusal, stsRefusal } from './sts-refusal.ts';

/** Something that a token can be for. */
export type ResourceName = 'sign-in' | 'graph' | 'arm' | 'bot-framework';

export type ScopeReading =
  | {
      readonly kind: 'read';
      readonly resource: ResourceName;
      /** The permissions that the answer names. */
      readonly granted: string;
      readonly wants: { readonly idToken: boolean; readonly refreshToken: boolean };
    }
  | StsRefusal;

export const audiences = {
  graph: 'https://graph.microsoft.com',
  arm: 'https://management.azure.com',
  'bot-framework': 'https://api.botframework.com',
} as const;

const signInScopes = ['openid', 'profile', 'email', 'offline_access'];

/** Which resource a scope asks for. One token is for one resource. */
export function readScope(core: SandboxCore, scope: string): ScopeReading {
  const scopes = scope.split(/\s+/).filter((part) => part !== '');
  const asked = scopes.filter((part) => !signInScopes.includes(part));
  const found = new Set(asked.map((part) => resourceOf(core, part)));
  if (found.has(null)) return stsRefusal(70011);
  if (found.size > 1) return stsRefusal(28000);
  const resource = [...found][0] ?? 'graph';
  return {
    kind: 'read',
    resource,
    granted: grantedScopes(resource),
    wants: { idToken: scopes.includes('openid'), refreshToken: scopes.includes('offline_access') },
  };
}

export function audienceOf(core: SandboxCore, resource: ResourceName): string {
  return resource === 'sign-in' ? core.registrations.signIn.appId : audiences[resource];
}

function resourceOf(core: SandboxCore, scope: string): ResourceName | null {
  const { appId } = core.registrations.signIn;
  const belongsTo = (...origins: readonly string[]) => origins.some((origin) => scope.startsWith(`${origin}/`));
  if (belongsTo(appId, `api://${appId}`, `api://botid-${appId}`)) return 'sign-in';
  if (belongsTo(audiences.arm, 'https://management.core.windows.net', armAddress(core.addresses))) return 'arm';
  if (belongsTo(audiences.graph, core.addresses.https)) return 'graph';
  if (belongsTo(audiences['bot-framework'])) return 'bot-framework';
  // A bare permission such as User.Read is one of Graph.
  return /^[A-Za-z]+(\.[A-Za-z]+)+$/.test(scope) ? 'graph' : null;
}

function grantedScopes(resource: ResourceName): string {
  switch (resource) {
    case 'graph':
      return 'User.Read Organization.Read.All RoleManagement.Read.Directory Domain.Read.All';
    case 'arm':
      return 'user_impersonation';
    case 'sign-in':
      return 'access_as_user';
    case 'bot-framework':
      return '';
  }
}
