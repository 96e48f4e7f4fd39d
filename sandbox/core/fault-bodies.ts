import type { ChannelFaultKind, ServiceName } from './core.ts';

export type FaultStatus = 429 | 403 | 500 | 503;

const graphCodes = {
  429: ['TooManyRequests', 'Too many requests'],
  403: ['Authorization_RequestDenied', 'Insufficient privileges to complete the operation.'],
  500: ['InternalServerError', 'An internal server error occurred while processing the operation.'],
  503: ['serviceNotAvailable', 'The service is temporarily unavailable.'],
} as const satisfies Record<FaultStatus, readonly [string, string]>;

const armCodes = {
  429: ['SubscriptionRequestsThrottled', 'Number of requests exceeded the limit.'],
  403: ['AuthorizationFailed', 'The client does not have authorization to perform the action.'],
  500: ['InternalServerError', 'Encountered internal server error.'],
  503: ['ServerUnavailable', 'The server is temporarily unavailable.'],
} as const satisfies Record<FaultStatus, readonly [string, string]>;

const loginCodes = {
  429: ['temporarily_unavailable', 50196],
  403: ['access_denied', 53003],
  500: ['server_error', 90033],
  503: ['temporarily_unavailable', 90033],
} as const satisfies Record<FaultStatus, readonly [string, number]>;

/** The error body that the real service sends with this status. */
export function faultBody(service: ServiceName, status: FaultStatus, now: number): unknown {
  switch (service) {
    case 'graph':
      return graphErrorBody(graphCodes[status], now);
    case 'arm':
      return { error: { code: armCodes[status][0], message: armCodes[status][1] } };
    case 'login': {
      const [error, code] = loginCodes[status];
      return {
        error,
        error_description: `AADSTS${code}: The sandbox was asked to fail.`,
        error_codes: [code],
        timestamp: new Date(now)
          .toISOString()
          .replace('T', ' ')
          .replace(/\.\d+Z$/, 'Z'),
      };
    }
    case 'embeddings':
      return { error: { code: String(status), message: 'The sandbox was asked to fail.' } };
    case 'connector':
    case 'token-service':
    case 'direct-line':
    case 'desk':
      return { error: { code: `Sandbox${status}`, message: 'The sandbox was asked to fail.' } };
  }
}

const channelCodes = {
  '400': ['BadArgument', 'The request is not valid.'],
  '412': ['PreconditionFailed', 'The conversation is being changed. Try again.'],
  '413': ['MessageSizeTooBig', 'Message size too large.'],
} as const satisfies Record<ChannelFaultKind, readonly [string, string]>;

/** What the channel says where it refuses a message. */
export function channelFaultBody(kind: ChannelFaultKind): unknown {
  const [code, message] = channelCodes[kind];
  return { error: { code, message } };
}

/** What Microsoft Graph wraps every error in. */
export function graphErrorBody([code, message]: readonly [string, string], now: number): unknown {
  const id = crypto.randomUUID();
  const date = new Date(now).toISOString().slice(0, 19);
  return { error: { code, message, innerError: { date, 'request-id': id, 'client-request-id': id } } };
}
