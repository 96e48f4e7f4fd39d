import type { DayPatterns } from '../domain/said-day.ts';

/** How people say days in one language: see `DayPatterns`. What weekdays and months are called comes from `Intl`. */
export interface DayWords extends Omit<DayPatterns, 'weekdays' | 'months'> {
  /** What weekdays are called besides, Sunday first: "fri". Empty where nothing is. */
  readonly weekdaysAlso: readonly string[];
}
