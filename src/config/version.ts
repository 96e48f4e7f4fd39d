import manifest from '../../package.json' with { type: 'json' };

/** Of this release, such as `0.1.0`. Its home is package.json. */
export const version = manifest.version;
