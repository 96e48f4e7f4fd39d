// Puts the content into the bundle as the build has read it: an esbuild plugin. Checking 180 files takes longer than
// looking whether they are still the same.
import { join } from 'node:path';
import { fingerprintOf } from '../src/adapters/search/content-as-built.ts';
import { readContent } from '../src/adapters/search/read-content.ts';

export const contentInBundle = {
  name: 'content-in-bundle',
  setup(build) {
    build.onLoad({ filter: /\/src\/adapters\/search\/built-content\.ts$/ }, () => {
      const folder = join(build.initialOptions.absWorkingDir, 'content');
      const { content, faults } = readContent(folder, Date.now());
      if (faults.length > 0) throw new Error(`The content has faults:\n${faults.join('\n')}`);
      const text = JSON.stringify(JSON.stringify(content));
      return {
        contents: `export const builtContent = {
          fingerprint: ${JSON.stringify(fingerprintOf(folder))},
          content: () => JSON.parse(${text}),
        };`,
      };
    });
  },
};
