import type { ContentAsBuilt } from './content-as-built.ts';

/** The build replaces this file (scripts/content-in-bundle.mjs). Outside a bundle, the content folder is read. */
export const builtContent: ContentAsBuilt | null = null as ContentAsBuilt | null;
