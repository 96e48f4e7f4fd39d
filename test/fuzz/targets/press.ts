import { isDeepStrictEqual } from 'node:util';
import { parseCardAction, printOfPress } from '../../../cards/card-action.ts';
import { type FuzzTarget, jsonIn, promise } from './target.ts';

export const pressTarget = (parse: typeof parseCardAction = parseCardAction): FuzzTarget => ({
  what: 'a press is one of ours, with nothing beside its fields',
  try(bytes) {
    const action = parse(jsonIn(bytes));
    if (action === null) return;
    promise(isDeepStrictEqual(parse(structuredClone(action)), action), 'what was read is read the same again');
    promise(Object.getPrototypeOf(action) === Object.prototype, 'a press has no prototype of its own');
    promise(JSON.stringify(action).length <= bytes.length + 1_000, 'a press does not grow');
    promise(printOfPress(action).length <= 4_000, 'what is stored of a press has a limit');
  },
});
