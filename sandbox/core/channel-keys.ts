import type { FastifyPluginAsync } from 'fastify';
import type { SandboxCore } from './core.ts';

/** Where the bot reads which keys the channel signs with. */
export function channelKeys(core: SandboxCore): FastifyPluginAsync {
  return async (app) => {
    const { http } = core.addresses;
    app.get('/openid', async () => ({
      issuer: 'https://api.botframework.com',
      authorization_endpoint: `${http}/login/common/oauth2/v2.0/authorize`,
      jwks_uri: `${http}/botframework/jwks`,
      id_token_signing_alg_values_supported: ['RS256'],
      token_endpoint_auth_methods_supported: ['private_key_jwt'],
    }));
    app.get('/jwks', async () => core.channelKey.jwks());
  };
}
