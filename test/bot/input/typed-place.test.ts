import { placeIn } from '../../../src/bot/input/typed-place.ts';

test.each([
  ['2', 2],
  ['2.', 2],
  ['#2', 2],
  ['nr. 2', 2],
  ['option 2 please', 2],
  ['optie 3', 3],
  ['ich nehme das Dritte', 3],
  ['de tweede', 2],
  ['the second one', 2],
  ['one', 1],
  ['das letzte', 'last'],
] as const)('"%s" is a place among what is shown', (said, place) => {
  expect(placeIn(said)).toBe(place);
});

test.each(['step 3', 'Azure 2', 'E 5', '24', '1 or 2', 'we have one tenant'])('"%s" is none', (said) => {
  expect(placeIn(said)).toBeNull();
});
