import { about } from './about.ts';
import { button } from './buttons.ts';
import { agreement, card, why } from './cards.ts';
import { blockers, checks, codes, notices, reasons, scenarios, verdict } from './decisions.ts';
import { deskNotes } from './desk-notes.ts';
import { links } from './links.ts';
import { messageExtension } from './message-extension.ts';
import { message, standing } from './messages.ts';
import { offers } from './offers.ts';
import { operator } from './operator.ts';
import { stepUp } from './step-up.ts';
import { steps } from './steps.ts';
import { tab } from './tab.ts';
import { teams } from './teams.ts';
import { tickets } from './tickets.ts';
import { topics } from './topics.ts';
import { answer, blank, change, punctuation, roles, states } from './values.ts';
import { webchat } from './webchat.ts';

export const words = {
  about,
  agreement,
  answer,
  blank,
  blockers,
  button,
  card,
  change,
  checks,
  codes,
  'desk-notes': deskNotes,
  links,
  message,
  'message-extension': messageExtension,
  notices,
  offers,
  operator,
  punctuation,
  reasons,
  roles,
  scenarios,
  standing,
  states,
  'step-up': stepUp,
  steps,
  tab,
  teams,
  tickets,
  topics,
  verdict,
  webchat,
  why,
};
