import { z } from 'zod';

/** The values that options of several kinds of desk can have. */

export const name = z.string().min(1).max(200);
export const digits = z.string().regex(/^\d{1,18}$/, 'must be a number, in digits');
export const mail = z.string().regex(/^\S+@\S+$/, 'must be an email address');
/** Files our tickets under nobody: names to sign in with are no email addresses there. */
export const noRequester = z.literal('none', 'can only be none');
/** `notes-only`: colleagues change the states of tickets themselves, and the bot writes notes. */
export const states = z.enum(['all', 'notes-only'], 'must be all or notes-only');
/** The desk's own names for its states. */
export const ownStates = { stateOpen: name, statePending: name, stateSolved: name } as const;
