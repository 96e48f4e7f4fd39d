import type { FastifyRequest } from 'fastify';
import type { SandboxCore } from '../core/core.ts';
import { type Activity, type Attachment, activitySchema } from './activity.ts';
import type { ChannelState } from './channel-state.ts';
import { isFaultNamed } from './fault-names.ts';
import { type Refusal, refusal } from './refusal.ts';

export type Upload = { readonly kind: 'read'; readonly activity: Activity } | Refusal;

interface UploadedFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}

const activityType = 'application/vnd.microsoft.activity';
const unreadable = refusal(400, 'BadSyntax', 'The upload could not be read.');

/** Reads one file, or a form with an activity and files, and gives the activity with the files kept and linked. */
export async function readUpload(core: SandboxCore, state: ChannelState, request: FastifyRequest): Promise<Upload> {
  if (!Buffer.isBuffer(request.body)) return unreadable;
  const contentType = request.headers['content-type'] ?? '';
  if (!contentType.startsWith('multipart/form-data')) {
    const name = /filename="([^"]*)"/.exec(request.headers['content-disposition'] ?? '')?.[1] ?? 'file';
    const file = { name, type: contentType.split(';')[0] ?? '', bytes: request.body };
    return { kind: 'read', activity: withFiles(core, state, { type: 'message' }, [file]) };
  }
  const form = await readForm(request.body, contentType);
  if (form === null) return unreadable;
  const activity = activitySchema.safeParse(form.activity ?? { type: 'message' });
  if (!activity.success) return unreadable;
  return { kind: 'read', activity: withFiles(core, state, activity.data, form.files) };
}

function withFiles(
  core: SandboxCore,
  state: ChannelState,
  activity: Activity,
  files: readonly UploadedFile[],
): Activity {
  const described = activity.attachments ?? [];
  const attachments = files.map((file, index): Attachment => {
    const kept = state.attachments.keep(file);
    const contentUrl = `${core.addresses.http}/v3/directline/attachments/${kept.id}/${encodeURIComponent(file.name)}`;
    return { ...described[index], name: file.name, contentType: file.type, contentUrl };
  });
  return { ...activity, attachments };
}

async function readForm(body: Buffer, contentType: string) {
  try {
    const form = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData();
    return await readParts(form);
  } catch (fault) {
    if (isFaultNamed(fault, ['TypeError', 'SyntaxError'])) return null;
    throw fault;
  }
}

async function readParts(form: FormData) {
  const files: UploadedFile[] = [];
  let activity: unknown;
  for (const [name, part] of form) {
    if (typeof part === 'string') {
      if (name === 'activity') activity = JSON.parse(part);
    } else if (part.type.startsWith(activityType)) {
      activity = JSON.parse(await part.text());
    } else {
      files.push({ name: part.name, type: part.type, bytes: Buffer.from(await part.arrayBuffer()) });
    }
  }
  return { activity, files };
}
