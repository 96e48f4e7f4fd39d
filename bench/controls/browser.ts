// biome-ignore-all lint/suspicious/noTemplateCurlyInString: what stands there is code
import type { Mutation } from './mutation.ts';

const signingIn = 'test/operator/signing-in';
const tokenRoutes = 'test/webchat/token-routes';

/** Pages in a browser: the chat window and the tickets. */
export const browserControls: readonly Mutation[] = [
  {
    control: 'the origins of the chat window',
    file: 'src/http/webchat/token-routes.ts',
    from: 'return origin === publicUrl || origins.includes(origin) ? origin : null;',
    to: 'return origin === publicUrl || origins.length > -1 ? origin : null;',
    test: tokenRoutes,
  },
  {
    control: 'the server names the visitor',
    file: 'src/http/webchat/token-routes.ts',
    from: "const userId = `dl_${randomBytes(16).toString('hex')}`;",
    to: "const given = (body.value as { user?: { id?: string }; userId?: string }) ?? {};\n      const userId = given.userId ?? given.user?.id ?? `dl_${randomBytes(16).toString('hex')}`;",
    test: tokenRoutes,
  },
  {
    control: 'only a key for one conversation leaves',
    file: 'src/http/webchat/token-routes.ts',
    from: 'hand(response, handles, visit, fetched.value);',
    to: "response.setHeader('x-key', parts.handleSecret);\n    hand(response, handles, visit, fetched.value);",
    test: tokenRoutes,
  },
  {
    control: 'new chats of one address',
    file: 'src/http/webchat/token-routes.ts',
    from: 'const admission = starts.admit(caller);',
    to: "const admission = caller === '' ? starts.admit(caller) : ({ kind: 'admitted' } as const);",
    test: tokenRoutes,
  },
  {
    control: 'which pages may show the panel',
    file: 'src/http/webchat/panel-page.ts',
    from: "`frame-ancestors ${[\"'self'\", ...origins].join(' ')}`,",
    to: '`frame-ancestors *${origins.slice(0, 0)}`,',
    test: 'test/webchat/page-routes',
  },
  {
    control: 'a cookie of an operator ends and is for one kind',
    file: 'src/http/operator/operator-cookies.ts',
    from: 'currentDate: new Date(clock.now()),',
    to: 'currentDate: new Date(0),',
    test: signingIn,
  },
  {
    control: 'the state of a sign-in of an operator',
    file: 'src/http/operator/sign-in-routes.ts',
    from: "pending.kind !== 'read' || query.get('state') !== pending.value.state",
    to: "pending.kind !== 'read'",
    test: signingIn,
  },
  {
    control: 'the claims of an identity token',
    file: 'src/adapters/entra/web-sign-in.ts',
    from: 'return isOurs && exp * 1_000 + skewMs > now && nonce === expected.nonce ? parsed.data : null;',
    to: 'return isOurs || exp + nonce.length + now > 0 ? parsed.data : null;',
    test: 'test/operator/sign-in-adapter',
  },
  {
    control: 'where an operator goes after signing in',
    file: 'src/http/operator/own-place.ts',
    from: 'ownPages.test(asked)',
    to: 'asked.length > 0',
    test: signingIn,
  },
  {
    control: 'headers of the tickets page',
    file: 'src/http/operator/send-page.ts',
    from: '"frame-ancestors \'none\'",',
    to: '',
    test: 'test/operator/tickets',
  },
  {
    control: 'sign-ins of one address',
    file: 'src/http/operator/sign-in-routes.ts',
    from: "if (admission.kind === 'admitted') return false;",
    to: "if (admission.kind !== '') return false;",
    test: signingIn,
  },
  {
    control: 'the secret in the key of cookies',
    file: 'src/http/operator/operator-keys.ts',
    from: "hkdfSync('sha256', kept.random, secret,",
    to: "hkdfSync('sha256', kept.random, secret.slice(0, 0),",
    test: 'test/operator/small-parts',
  },
];
