export interface Seen {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly url: string;
}

export interface Asking {
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A browser without scripts: it keeps cookies, follows redirects, and presses buttons of forms. */
export class Visitor {
  readonly bot: string;
  readonly cookies = new Map<string, string>();
  language = 'en';

  constructor(bot: string) {
    this.bot = bot;
  }

  /** Asks once, and follows nothing. */
  async asks(address: string, { method = 'GET', headers = {}, body }: Asking = {}): Promise<Seen> {
    const url = new URL(address, this.bot);
    const isBot = url.origin === this.bot;
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, {
      method,
      redirect: 'manual',
      headers: { 'accept-language': this.language, ...(isBot && cookie !== '' ? { cookie } : {}), ...headers },
      ...(body === undefined ? {} : { body }),
    });
    if (isBot) for (const line of answer.headers.getSetCookie()) this.#keep(line);
    return { status: answer.status, headers: answer.headers, text: await answer.text(), url: url.href };
  }

  /** Asks, and follows every redirect. At the sign-in of Entra, `person` is chosen, and `more` is answered. */
  async goes(address: string, person?: string, more: Readonly<Record<string, string>> = {}): Promise<Seen> {
    let seen = await this.asks(address);
    for (let hops = 0; hops < 10 && seen.status >= 300 && seen.status < 400; hops += 1) {
      const next = new URL(seen.headers.get('location') ?? '', seen.url);
      if (person !== undefined && next.pathname.endsWith('/authorize'))
        for (const [name, value] of Object.entries({ person, ...more })) next.searchParams.set(name, value);
      seen = await this.asks(next.href);
    }
    return seen;
  }

  signsIn(person: string, address = '/operator'): Promise<Seen> {
    return this.goes(address, person);
  }

  /** Goes as far as Entra sends back, and gives that address instead of going there. */
  async comesBack(person: string): Promise<URL> {
    const begun = await this.asks('/operator');
    const url = new URL(begun.headers.get('location') ?? 'missing:');
    url.searchParams.set('person', person);
    const answer = await fetch(url, { redirect: 'manual' });
    return new URL(answer.headers.get('location') ?? 'missing:');
  }

  /** Sends a form of ours, as a browser does. */
  sends(path: string, token: string, headers: Readonly<Record<string, string>> = {}): Promise<Seen> {
    return this.asks(path, {
      method: 'POST',
      headers: {
        origin: this.bot,
        'sec-fetch-site': 'same-origin',
        'content-type': 'application/x-www-form-urlencoded',
        ...headers,
      },
      body: new URLSearchParams({ token }).toString(),
    });
  }

  #keep(line: string): void {
    const [pair = '', ...attributes] = line.split('; ');
    const at = pair.indexOf('=');
    const name = pair.slice(0, at);
    if (attributes.includes('Max-Age=0')) this.cookies.delete(name);
    else this.cookies.set(name, pair.slice(at + 1));
  }
}

/** What stands in every form of a page. */
export function formTokenOf({ text }: Seen): string {
  return /name="token" value="([^"]+)"/.exec(text)?.[1] ?? '';
}
