import { randomUUID } from 'node:crypto';

export interface KeptAttachment {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}

/** Files that people or the bot sent, in memory. The id is the key: whoever has the URL may read the file. */
export class AttachmentBook {
  readonly #kept = new Map<string, KeptAttachment>();

  keep(file: Omit<KeptAttachment, 'id'>): KeptAttachment {
    const kept = { ...file, id: randomUUID() };
    this.#kept.set(kept.id, kept);
    return kept;
  }

  find(id: string): KeptAttachment | undefined {
    return this.#kept.get(id);
  }

  clear(): void {
    this.#kept.clear();
  }
}
