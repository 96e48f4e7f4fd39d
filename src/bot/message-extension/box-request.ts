import type { Activity } from 'botbuilder';
import { z } from 'zod';
import { onOneLine, textMax } from '../input/hearing.ts';

/** The commands above the message box, by their ids in the app package. */
export const boxCommands = ['search', 'checklist', 'request'] as const;
/** One of them. */
export type BoxCommand = (typeof boxCommands)[number];
/** What opens a window in which people look at what they are about to send. */
export type WindowCommand = Exclude<BoxCommand, 'search'>;

/** What somebody asks for where they write a message. */
export type BoxRequest =
  | { readonly kind: 'search'; readonly text: string; readonly skip: number; readonly count: number }
  | { readonly kind: 'window'; readonly command: WindowCommand }
  | { readonly kind: 'insert'; readonly command: WindowCommand }
  | { readonly kind: 'link'; readonly url: string };

/** How many answers are shown at once; Teams asks for 25, and each is a whole card. */
const mostAtOnce = 10;
const furthest = 1_000;
const longestUrl = 2_048;

const searchValue = z.object({
  commandId: z.literal('search'),
  parameters: z
    .array(z.object({ name: z.string().max(64), value: z.union([z.string(), z.boolean()]) }))
    .max(5)
    .default([]),
  queryOptions: z
    .object({
      skip: z.number().int().min(0).max(furthest).default(0),
      count: z.number().int().min(1).default(mostAtOnce),
    })
    .default({ skip: 0, count: mostAtOnce }),
});
const windowValue = z.object({ commandId: z.enum(['checklist', 'request']) });
const linkValue = z.object({ url: z.string().min(1).max(longestUrl) });

/** Sorts what Teams sends from the message box. Null for what is not as Microsoft describes it, or asks for what there is not. */
export function readBoxRequest({ name, value }: Activity): BoxRequest | null {
  switch (name) {
    case 'composeExtension/query': {
      const read = searchValue.safeParse(value);
      if (!read.success) return null;
      const { parameters, queryOptions } = read.data;
      // The first time, before anything is typed, there is a parameter `initialRun` instead.
      const typed = parameters.find((one) => one.name === 'question')?.value;
      const text = typeof typed === 'string' ? onOneLine(typed.slice(0, textMax)) : '';
      return { kind: 'search', text, skip: queryOptions.skip, count: Math.min(queryOptions.count, mostAtOnce) };
    }
    case 'composeExtension/fetchTask':
    case 'composeExtension/submitAction': {
      const read = windowValue.safeParse(value);
      if (!read.success) return null;
      return { kind: name.endsWith('fetchTask') ? 'window' : 'insert', command: read.data.commandId };
    }
    case 'composeExtension/queryLink':
    case 'composeExtension/anonymousQueryLink': {
      const read = linkValue.safeParse(value);
      return read.success ? { kind: 'link', url: read.data.url } : null;
    }
    default:
      return null;
  }
}
