import manifest from '../../package.json' with { type: 'json' };

/** The version of this release, such as `0.1.0`, from package.json. */
export const version = manifest.version;
