import type { ContentAsBuilt } from './content-as-built.ts';

/** The build writes another file in place of this one (scripts/content-in-bundle.mjs). Without a bundle, all content is read. */
export const builtContent: ContentAsBuilt | null = null as ContentAsBuilt | null;
