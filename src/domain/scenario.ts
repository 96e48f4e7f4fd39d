/**
 * What the person has, and what they want to add.
 * - `add-azure`: has Microsoft 365, wants Azure (source article 1, and scenario 1 of article 2).
 * - `add-microsoft-365`: has Azure, wants Microsoft 365 (scenario 2 of article 2).
 * - `join`: bought both separately, wants them in one tenant.
 */
export const scenarios = ['add-azure', 'add-microsoft-365', 'join'] as const;
export type Scenario = (typeof scenarios)[number];
