import type { FastifyPluginAsync } from 'fastify';
import type { SandboxCore } from '../core/core.ts';

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
        .send(pageIn(query.locale === 'nl' ? 'nl' : 'en', addresses.bot)),
    );
  };
}

const words = {
  en: {
    lead: 'An example of a page with the chat window. It has one line for it, and a strict policy of its own.',
    link: 'Ask about Microsoft 365 and Azure',
    greeting: 'Need help with Microsoft 365 or Azure?',
  },
  nl: {
    lead: 'Een voorbeeld van een pagina met het chatvenster. Er staat één regel voor, en de pagina is zelf streng.',
    link: 'Vraag iets over Microsoft 365 en Azure',
    greeting: 'Hulp nodig met Microsoft 365 of Azure?',
  },
} as const;

function pageIn(locale: 'en' | 'nl', bot: string): string {
  const { lead, link, greeting } = words[locale];
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
