import type { Fault, FaultBook } from './core.ts';

interface Entry {
  readonly fault: Fault;
  timesLeft: number;
}

/** Holds the requested faults. The first one that matches a request applies. */
export function createFaultBook(): FaultBook {
  let entries: Entry[] = [];
  return {
    add(fault) {
      entries.push({ fault, timesLeft: fault.times ?? Number.POSITIVE_INFINITY });
    },
    list: () => entries.map(describeEntry),
    take(service, path, method) {
      const entry = entries.find(({ fault }) => {
        const isMeant = fault.method === undefined || fault.method === method;
        return isMeant && fault.service === service && path.includes(fault.path ?? '');
      });
      if (!entry) return null;
      entry.timesLeft -= 1;
      if (entry.timesLeft <= 0) entries = entries.filter((other) => other !== entry);
      return entry.fault;
    },
    clear() {
      entries = [];
    },
  };
}

function describeEntry({ fault, timesLeft }: Entry): Fault {
  return Number.isFinite(timesLeft) ? { ...fault, times: timesLeft } : fault;
}
