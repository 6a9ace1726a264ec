import { readFile } from 'node:fs/promises';

/**
 * esbuild plugin: gives lit-html's Trusted Types policy the name `guichet`.
 *
 * lit-html makes a policy when it is loaded, and a page may have one policy of a name: under its own
 * name ours would clash with the host's Lit, and a host would have to allow a name it never chose.
 */
export const renamePolicy = {
  name: 'rename-policy',
  setup(build) {
    build.onLoad(
      { filter: /[\\/]lit-html[\\/](development[\\/])?lit-html\.js$/ },
      async ({ path }) => {
        const source = await readFile(path, 'utf8');
        const contents = source.replace(
          /createPolicy\((["'])lit-html\1/,
          'createPolicy($1guichet$1',
        );
        if (contents === source)
          throw new Error('lit-html makes its policy otherwise: rename-policy.js must follow.');
        return { contents, loader: 'js' };
      },
    );
  },
};
