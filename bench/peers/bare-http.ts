import { Agent, createServer, type IncomingMessage, request } from 'node:http';

/** The floor: one message in, one message out, with nothing in between. */
export function startBareHttp(listening: (port: number) => void): void {
  const agent = new Agent({ keepAlive: true });
  const server = createServer((incoming, response) => {
    void readText(incoming).then(async (text) => {
      const activity = JSON.parse(text) as Incoming;
      if (activity.type === 'message') await reply(agent, activity, `You said: ${activity.text}`);
      else await reply(agent, activity, 'Welcome');
      response.end();
    });
  });
  server.listen(0, '127.0.0.1', () => listening((server.address() as { port: number }).port));
}

interface Incoming {
  readonly type: string;
  readonly id: string;
  readonly text?: string;
  readonly serviceUrl: string;
  readonly conversation: { readonly id: string };
}

function reply(agent: Agent, { serviceUrl, conversation, id }: Incoming, text: string): Promise<void> {
  const url = `${serviceUrl}v3/conversations/${encodeURIComponent(conversation.id)}/activities/${id}`;
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json' };
    const outgoing = request(url, { method: 'POST', agent, headers }, (answer) => {
      answer.resume().on('end', resolve);
    });
    outgoing.on('error', reject).end(JSON.stringify({ type: 'message', text, replyToId: id }));
  });
}

async function readText(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
