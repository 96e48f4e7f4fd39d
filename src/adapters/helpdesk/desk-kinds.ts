import type { DeskDescriptor } from './desk-descriptor.ts';
import { freshdesk } from './freshdesk/freshdesk-desk.ts';
import { generic } from './generic/generic-desk.ts';
import { jira } from './jira/jira-desk.ts';
import { servicenow } from './servicenow/servicenow-desk.ts';
import { topdesk } from './topdesk/topdesk-desk.ts';
import { zammad } from './zammad/zammad-desk.ts';
import { zendesk } from './zendesk/zendesk-desk.ts';

/** The helpdesks that can hand over a ticket. A new kind is one line here; all else follows from its descriptor. */
export const deskKinds = { zendesk, jira, zammad, servicenow, freshdesk, topdesk, generic } as const satisfies Readonly<
  Record<string, DeskDescriptor>
>;
export type DeskKind = keyof typeof deskKinds;

/** Their names, as an entry in the setting DESKS writes them. */
export const deskKindNames = Object.keys(deskKinds) as [DeskKind, ...DeskKind[]];
