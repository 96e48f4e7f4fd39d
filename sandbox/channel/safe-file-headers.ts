const drawable = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

/** Somebody else's file must not run as a page of ours. */
export function safeFileHeaders(type: string): Record<string, string> {
  return {
    'content-type': drawable.has(type) ? type : 'application/octet-stream',
    'content-disposition': drawable.has(type) ? 'inline' : 'attachment',
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
  };
}
