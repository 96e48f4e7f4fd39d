import { z } from 'zod';

const account = z.looseObject({
  id: z.string().nullish(),
  name: z.string().nullish(),
  role: z.string().nullish(),
  aadObjectId: z.string().nullish(),
});

const attachment = z.looseObject({
  contentType: z.string().nullish(),
  contentUrl: z.string().nullish(),
  name: z.string().nullish(),
  content: z.unknown().optional(),
});

/** Only what the channel itself reads is checked; everything else passes through unchanged. */
export const activitySchema = z.looseObject({
  type: z.string().min(1).max(100),
  id: z.string().nullish(),
  name: z.string().nullish(),
  text: z.string().nullish(),
  locale: z.string().nullish(),
  replyToId: z.string().nullish(),
  from: account.nullish(),
  attachments: z.array(attachment).nullish(),
  value: z.unknown().optional(),
  channelData: z.unknown().optional(),
});

export type Activity = z.infer<typeof activitySchema>;
export type Attachment = z.infer<typeof attachment>;

/** What a client receives, over the socket and over GET. */
export interface ActivitySet {
  readonly activities: readonly Activity[];
  readonly watermark: string;
}

const looseObject = z.record(z.string(), z.unknown());

/** The fields of an object; empty for anything else. */
export function membersOf(value: unknown): Record<string, unknown> {
  const parsed = looseObject.safeParse(value);
  return parsed.success && !Array.isArray(value) ? parsed.data : {};
}
