import { z } from 'zod';

/** The Microsoft cloud that the Azure CLI is signed in to. Addresses are origins, without a trailing slash. */
export interface Cloud {
  /** Microsoft Entra: issuer of its tokens, and the page where an administrator grants consent. */
  readonly login: string;
  readonly graph: string;
  /** Where the token service of Azure Bot takes people back after signing in. */
  readonly redirectUri: string;
  /** Audience of a token that replaces a secret (workload identity federation). */
  readonly exchangeAudience: string;
}

/**
 * What the CLI does not know about its cloud. Sources: "OAuth URL support in Azure AI Bot Service", and the audiences of
 * "Workload identity federation" in Microsoft's documentation. Entra's issuer in China is not the address that the CLI signs in at.
 */
const known: Readonly<Record<string, Partial<Cloud>>> = {
  AzureUSGovernment: {
    redirectUri: 'https://token.botframework.azure.us/.auth/web/redirect',
    exchangeAudience: 'api://AzureADTokenExchangeUSGov',
  },
  AzureChinaCloud: {
    login: 'https://login.partner.microsoftonline.cn',
    redirectUri: 'https://token.botframework.azure.cn/.auth/web/redirect',
    exchangeAudience: 'api://AzureADTokenExchangeChina',
  },
};

const origin = z.url({ protocol: /^https?$/ }).transform((address) => new URL(address).origin);
const answer = z.object({
  name: z.string(),
  endpoints: z.object({ activeDirectory: origin, microsoftGraphResourceId: origin.nullish() }),
});

/** Reads what `az cloud show` answers. Throws when that is something else, or tells no Graph, as a cloud that somebody registered may. */
export function readCloud(shown: unknown): Cloud {
  const { name, endpoints } = answer.parse(shown);
  const { microsoftGraphResourceId: graph } = endpoints;
  if (graph === null || graph === undefined)
    throw new Error(
      `the cloud ${name} of the Azure CLI has no Microsoft Graph: az cloud update --name ${name} --endpoint-microsoft-graph-resource-id <address>`,
    );
  return {
    login: endpoints.activeDirectory,
    graph,
    redirectUri: 'https://token.botframework.com/.auth/web/redirect',
    exchangeAudience: 'api://AzureADTokenExchange',
    ...known[name],
  };
}
