import { listenTrial } from './core/loopback-server.ts';

/** The three ports of `npm start`, by the settings that move them. */
const places = {
  PORT: { what: 'for the bot', usual: 3978 },
  SANDBOX_HTTP_PORT: { what: 'for the page with the chat', usual: 3979 },
  SANDBOX_HTTPS_PORT: { what: 'for the simulated Microsoft services', usual: 3980 },
} as const;
type PortName = keyof typeof places;
const names = Object.keys(places) as readonly PortName[];

export type Ports = Readonly<Record<PortName, number>>;
export type PortsReading =
  | { readonly kind: 'read'; readonly ports: Ports }
  /** One line for each fault, which names the setting. */
  | { readonly kind: 'faulty'; readonly faults: readonly string[] };

/** Reads the ports from the environment, and looks whether they can be had. An empty value counts as not given. */
export async function readPorts(environment: Readonly<Record<string, string | undefined>>): Promise<PortsReading> {
  const ports = Object.fromEntries(names.map((name) => [name, portOf(name, environment[name]?.trim())])) as Ports;
  const faults = [...names.filter((name) => !isPort(ports[name])).map(notAPort), ...doubled(ports)];
  if (faults.length > 0) return { kind: 'faulty', faults };
  const trials = await Promise.all(names.map((name) => trial(name, ports[name])));
  const refused = trials.filter((line) => line !== null);
  return refused.length > 0 ? { kind: 'faulty', faults: refused } : { kind: 'read', ports };
}

function portOf(name: PortName, given: string | undefined): number {
  if (given === undefined || given === '') return places[name].usual;
  return /^\d+$/.test(given) ? Number(given) : Number.NaN;
}

function isPort(port: number): boolean {
  return port >= 1 && port <= 65_535;
}

function notAPort(name: PortName): string {
  return `${name} must be a whole number from 1 to 65535.`;
}

function doubled(ports: Ports): readonly string[] {
  return names.flatMap((name, index) =>
    names
      .slice(index + 1)
      .filter((other) => ports[other] === ports[name])
      .map((other) => `${name} and ${other} are both ${ports[name]}. Set one of them to another number.`),
  );
}

/** Both addresses are tried, because a browser takes `localhost` for either. Null when the port can be had. */
async function trial(name: PortName, port: number): Promise<string | null> {
  for (const host of ['127.0.0.1', '::1']) {
    const refused = refusal(name, port, await listenTrial(port, host));
    if (refused !== null) return refused;
  }
  return null;
}

function refusal(name: PortName, port: number, code: string | null): string | null {
  const place = `${name} ${port} (${places[name].what})`;
  if (code === 'EADDRINUSE') return `${place} is in use by another program. Set ${name} to another number.`;
  if (code === 'EACCES') return `${place} is not allowed for this user. Set ${name} to a number from 1024.`;
  return null;
}

/** The same line for a port that was lost after the trial; null when the fault is another one. */
export function explainLostPort(fault: unknown, ports: Ports): string | null {
  if (typeof fault !== 'object' || fault === null || !('port' in fault) || !('code' in fault)) return null;
  const name = names.find((one) => ports[one] === fault.port);
  return name === undefined ? null : refusal(name, ports[name], String(fault.code));
}
