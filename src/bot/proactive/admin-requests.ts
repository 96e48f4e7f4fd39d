import { z } from 'zod';
import type { AnsweredRequest, OpenedRequest } from '../../../dialogs/conversation-context.ts';
import type { Acceptance } from '../../domain/acceptance.ts';
import {
  type AdminRequest,
  type AdminRequestId,
  type AdminRequestReader,
  type AdminRequestRefusal,
  approveAdminRequest,
  declineAdminRequest,
  makeAdminRequest,
  useAdminRequest,
  whyMayNotAnswer,
} from '../../domain/admin-request.ts';
import type { Scenario } from '../../domain/scenario.ts';
import type { Clock } from '../../ports/clock.ts';
import { endingRetention } from '../../ports/document-keys.ts';
import type { DocumentStore, Json } from '../../ports/document-store.ts';
import type { RetentionOwner } from '../../ports/retention.ts';
import type { Passes } from '../../ports/turn-points.ts';
import type { ScheduledJobs } from './scheduled-jobs.ts';

interface StoredRequest {
  readonly request: AdminRequest;
  /** How the administrator knows who asks. */
  readonly requesterName: string;
  readonly conversation: string;
  /** Who answered what. Stays when the approval is used, so that the same answer can come again. */
  readonly answered?: { readonly by: string; readonly answer: RequestAnswer; readonly at?: string };
}

const prefix = 'admin-request/';

type RequestAnswer = 'approved' | 'declined';

/** Questions to an administrator, kept until they are answered or over. The id is the secret: it is unguessable. */
export class AdminRequests {
  readonly #store: DocumentStore;
  readonly #clock: Clock;
  readonly #jobs: ScheduledJobs;
  readonly #randomId: () => string;
  readonly #passes: Passes | undefined;

  constructor(store: DocumentStore, clock: Clock, jobs: ScheduledJobs, randomId: () => string, passes?: Passes) {
    this.#store = store;
    this.#clock = clock;
    this.#jobs = jobs;
    this.#randomId = randomId;
    this.#passes = passes;
  }

  async make(
    from: {
      readonly tenantId: string;
      readonly requesterId: string;
      readonly scenario: Scenario;
      readonly requesterName: string;
      readonly acceptance?: Acceptance;
      readonly asksOwner?: true;
    },
    chat: { readonly conversation: string },
  ): Promise<AdminRequest> {
    const { requesterName, ...who } = from;
    const request = makeAdminRequest({ ...who, id: this.#randomId() as AdminRequestId }, this.#clock.now());
    await this.#store.write(keyOf(request.id), toJson({ request, requesterName, ...chat }), null);
    return request;
  }

  /** What an administrator sees of a request, or why they see nothing. */
  async open(id: string, reader: AdminRequestReader): Promise<OpenedRequest> {
    const found = await this.#read(id);
    if (found === null) return { kind: 'refused', because: 'expired' };
    const because = whyMayNotAnswer(found.kept.request, reader, this.#clock.now());
    if (because !== null) return refused(because, found.kept.request);
    const { requesterName, request } = found.kept;
    const link = request.acceptance === undefined ? {} : { accepts: { link: request.acceptance.link } };
    const owner = request.asksOwner === true ? { asksOwner: request.asksOwner } : {};
    return { kind: 'open', requesterName, scenario: request.scenario, ...link, ...owner };
  }

  async find(id: string): Promise<Pick<StoredRequest, 'request' | 'answered'> | null> {
    return (await this.#read(id))?.kept ?? null;
  }

  /**
   * An administrator answers; the chat of who asked is continued. The same answer of the same person may come again: their turn
   * was cut, or runs once more, and then the chat of who asked may not have been continued yet.
   */
  async answer(id: string, reader: AdminRequestReader, answer: RequestAnswer): Promise<AnsweredRequest> {
    const decide = answer === 'approved' ? approveAdminRequest : declineAdminRequest;
    const answered = { by: reader.personId, answer, at: new Date(this.#clock.now()).toISOString() };
    const changed = await this.#change(id, (request) => decide(request, reader, this.#clock.now()), { answered });
    const found = changed.kind === 'refused' ? (await this.#read(id))?.kept : changed.kept;
    const isTheirs = found?.answered?.by === reader.personId && found.answered.answer === answer;
    if (changed.kind === 'refused' && !(changed.because === 'already-answered' && isTheirs)) return changed;
    this.#passes?.('request-answered');
    if (found !== undefined) await this.#continueChat(found.conversation, id);
    return { kind: 'done' };
  }

  /**
   * The chat of who asked goes on with an approval. That it does so once is kept in that chat, saved together with what it
   * says; here the same chat may come again, because its turn was cut or runs once more.
   */
  async use(id: string, requester: { readonly tenantId: string; readonly personId: string }): Promise<AnsweredRequest> {
    const changed = await this.#change(id, (request) => useAdminRequest(request, requester, this.#clock.now()));
    if (changed.kind === 'refused' && changed.because !== 'already-answered') return changed;
    this.#passes?.('request-used');
    return { kind: 'done' };
  }

  #continueChat(conversation: string, requestId: string): Promise<void> {
    return this.#jobs.planIn(0, conversation, { kind: 'admin-answered', requestId });
  }

  async #change(
    id: string,
    step: (request: AdminRequest) => ReturnType<typeof useAdminRequest>,
    more: Pick<StoredRequest, 'answered'> = {},
  ) {
    const found = await this.#read(id);
    if (found === null) return { kind: 'refused', because: 'expired' } as const;
    const decided = step(found.kept.request);
    if (decided.kind === 'refused') return refused(decided.because, found.kept.request);
    const kept: StoredRequest = { ...found.kept, ...more, request: decided.request };
    const written = await this.#store.write(keyOf(id), toJson(kept), found.etag);
    // Somebody else was first, so there is nothing left to answer.
    if (written.kind === 'conflict') return { kind: 'refused', because: 'already-answered' } as const;
    return { kind: 'changed', kept } as const;
  }

  async #read(id: string): Promise<{ readonly kept: StoredRequest; readonly etag: string } | null> {
    const stored = await this.#store.read(keyOf(id));
    return stored === null ? null : { kept: stored.value as unknown as StoredRequest, etag: stored.etag };
  }
}

const endingSchema = z.object({ request: z.object({ expiresAt: z.string() }), conversation: z.string() });

/** A request goes when it is over, answered or not. */
export function adminRequestRetention(store: DocumentStore): RetentionOwner {
  return endingRetention(store, prefix, {
    schema: endingSchema,
    endsAt: ({ request }) => Date.parse(request.expiresAt),
    conversationOf: ({ conversation }) => conversation,
  });
}

/** Only who was sent to the wrong tenant is told which one it is for. */
function refused(because: AdminRequestRefusal, { tenantId }: AdminRequest) {
  return { kind: 'refused', because, ...(because === 'other-target' ? { forTenantId: tenantId } : {}) } as const;
}

function keyOf(id: string): string {
  return `${prefix}${id}`;
}

function toJson(kept: StoredRequest): Json {
  return JSON.parse(JSON.stringify(kept)) as Json;
}
