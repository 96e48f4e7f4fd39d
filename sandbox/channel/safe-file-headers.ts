const drawable = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

/** An uploaded file must not run as one of our pages. */
export function safeFileHeaders(type: string): Record<string, string> {
  return {
    'content-type': drawable.has(type) ? type : 'application/octet-stream',
    'content-disposition': drawable.has(type) ? 'inline' : 'attachment',
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
  };
}
