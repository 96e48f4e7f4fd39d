import type { FastifyPluginAsync } from 'fastify';
import { type Locale, localeOf } from '../../src/i18n/index.ts';
import type { SandboxCore } from '../core/core.ts';
import { wordsFor } from '../words/sandbox-words.ts';

/** A page of an intranet with a strict policy of its own, and the one line that adds the bot's chat window: `/intranet`. */
export function intranetPage({ addresses }: SandboxCore): FastifyPluginAsync {
  return async (app) => {
    app.get<{ Querystring: { locale?: string } }>('/intranet', async ({ query }, reply) =>
      reply
        .headers({
          'content-type': 'text/html; charset=utf-8',
          'cache-control': 'no-store',
          'content-security-policy': `default-src 'none'; script-src ${addresses.bot}; frame-src ${addresses.bot}`,
        })
        .send(pageIn(localeOf(query.locale), addresses.bot)),
    );
  };
}

function pageIn(locale: Locale, bot: string): string {
  const { lead, link, greeting } = wordsFor('intranet', locale);
  return `<!doctype html>
<html lang="${locale}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>Contoso intranet</title>
  <link rel="icon" href="data:,">
</head>
<body>
  <main>
    <h1>Contoso intranet</h1>
    <p>${lead}</p>
    <p><a href="#onetenant">${link}</a></p>
  </main>
  <script src="${bot}/webchat/embed.js" data-greeting="${greeting}" async></script>
</body>
</html>
`;
}
