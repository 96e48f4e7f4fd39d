import { broken, type Examination, ok, warning } from './check.ts';

const oldestMajor = 22;
const rightMajor = 24;

export const checkNode: Examination = {
  id: 'node',
  title: 'Node.js',
  async run({ nodeVersion }) {
    const major = Number(nodeVersion.split('.')[0]);
    if (major >= rightMajor) return ok(`version ${nodeVersion}`);
    const fix = 'Use Node.js 24. "npm ci" installs it and every npm command uses it; the image includes it.';
    if (major >= oldestMajor)
      return warning({ what: `version ${nodeVersion}`, why: 'The bot is tested with Node.js 24 only.', fix });
    return broken({ what: `version ${nodeVersion}`, why: 'The bot needs features that this version lacks.', fix });
  },
};
