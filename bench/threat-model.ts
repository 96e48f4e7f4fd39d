import { readFileSync } from 'node:fs';

/** One row of docs/threat-model.md. */
export interface Threat {
  readonly threat: string;
  readonly control: string;
  /** As it stands there: the file of the test, and its title. */
  readonly heldBy: string;
  /** Empty where `heldBy` is not of that form. */
  readonly file: string;
  /** Placeholders of `test.each` in it are as in the test. */
  readonly title: string;
}

/** Every row of the threat model, in its order. */
export function readThreats(): readonly Threat[] {
  return readFileSync('docs/threat-model.md', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('|') && !line.startsWith('|---'))
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter((cells) => cells.length === 5 && cells[3] !== 'held by')
    .map(([, threat = '', control = '', heldBy = '']) => {
      const [, file = '', title = ''] = /^`(test\/[\w/-]+\.test\.ts)` "([^"]+)"$/.exec(heldBy) ?? [];
      return { threat, control, heldBy, file, title };
    });
}
