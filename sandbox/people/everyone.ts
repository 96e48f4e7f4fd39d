import type { StoryPerson } from './person.ts';
import { agreements } from './stories/agreements.ts';
import { azureFirst } from './stories/azure-first.ts';
import { conditionalAccess } from './stories/conditional-access.ts';
import { hardToRead } from './stories/hard-to-read.ts';
import { helpdesk } from './stories/helpdesk.ts';
import { microsoft365First } from './stories/microsoft-365-first.ts';
import { wrongPlace } from './stories/wrong-place.ts';

/** Everyone you can be in the sandbox, in list order. */
export const everyone: readonly StoryPerson[] = [
  ...microsoft365First,
  ...azureFirst,
  ...agreements,
  ...wrongPlace,
  ...hardToRead,
  ...conditionalAccess,
  ...helpdesk,
];
