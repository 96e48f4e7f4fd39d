import type { SandboxDeskKind } from './desk-kind.ts';
import { freshdesk } from './kinds/freshdesk.ts';
import { generic } from './kinds/generic.ts';
import { jira } from './kinds/jira.ts';
import { servicenow } from './kinds/servicenow.ts';
import { topdesk } from './kinds/topdesk.ts';
import { zammad } from './kinds/zammad.ts';
import { zendesk } from './kinds/zendesk.ts';
import type { SandboxDesk } from './sandbox-desk.ts';

/** The kinds of desk that are simulated. A new kind is one line here. */
export const sandboxDeskKinds = {
  zendesk,
  jira,
  zammad,
  servicenow,
  freshdesk,
  topdesk,
  generic,
} as const satisfies Readonly<Record<string, SandboxDeskKind>>;
export type SandboxDeskId = keyof typeof sandboxDeskKinds;
export const sandboxDeskIds = Object.keys(sandboxDeskKinds) as readonly SandboxDeskId[];

/** What kind of desk it is: its id is its kind. */
export function kindOf({ id }: Pick<SandboxDesk, 'id'>): SandboxDeskKind {
  const known = sandboxDeskIds.find((one) => one === id);
  if (known === undefined) throw new RangeError(`the sandbox has no desk ${id}`);
  return sandboxDeskKinds[known];
}
