/**
 * Whether an address is one of Azure OpenAI, in any cloud. Only these take a token of the managed identity.
 * Source: Microsoft Learn, "Azure OpenAI REST API reference" and "Custom subdomain names for Azure AI services".
 */
export function isAzureEmbeddings(url: string): boolean {
  if (!URL.canParse(url)) return false;
  return /\.(?:openai|cognitiveservices|services\.ai)\.azure\.(?:com|us|cn)$/.test(new URL(url).hostname);
}

/** What a token for Azure OpenAI is for, in the cloud of that address. Source: as above, "Authentication". */
export function azureEmbeddingsScope(url: string): string {
  const ending = /\.azure\.(com|us|cn)$/.exec(new URL(url).hostname)?.[1] ?? 'com';
  return `https://cognitiveservices.azure.${ending}/.default`;
}
