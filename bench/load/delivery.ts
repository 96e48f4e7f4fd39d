import { Webhook } from 'standardwebhooks';

/** The generic desk, as somebody who hands tickets over signs for it. */
export function genericDesk(environment: Readonly<Record<string, string | undefined>>): Webhook {
  const desks = JSON.parse(environment.DESKS ?? '[]') as readonly {
    readonly kind: string;
    readonly secrets: readonly string[];
  }[];
  return new Webhook(desks.find(({ kind }) => kind === 'generic')?.secrets[0] ?? '');
}

export interface HandedOver {
  readonly number: string;
  readonly version: number;
}

/** A delivery that hands a ticket over, signed now. */
export function deliveryOf(desk: Webhook, id: string, { number, version }: HandedOver) {
  const at = new Date();
  const data = { number, title: 'I need Azure', about: 'add-azure', locale: 'nl', version };
  const body = JSON.stringify({ type: 'ticket.handed-over', timestamp: at.toISOString(), data });
  const headers: Readonly<Record<string, string>> = {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
    'webhook-signature': desk.sign(id, at, body),
  };
  return { headers, body };
}
