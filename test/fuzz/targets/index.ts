import { activityTarget } from './activity.ts';
import { deliveryTarget } from './delivery.ts';
import { frontDoorTarget } from './front-door.ts';
import { markdownTarget } from './markdown.ts';
import { pressTarget } from './press.ts';
import type { FuzzTarget } from './target.ts';

/** What strangers can send something to. Each has a folder in `test/fuzz/corpus`. */
export const targets = {
  'front-door': frontDoorTarget(),
  activity: activityTarget(),
  press: pressTarget(),
  delivery: deliveryTarget(),
  markdown: markdownTarget(),
} satisfies Readonly<Record<string, FuzzTarget>>;

export type TargetName = keyof typeof targets;

export const targetNames = Object.keys(targets) as readonly TargetName[];
