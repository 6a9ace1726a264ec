import { watch } from 'node:fs';
import path from 'node:path';
import { root } from './options.js';
import { say } from './progress.js';

/**
 * Rebuilds the pages when a source of the form changes; a reload shows it. A change of the service
 * asks for a restart: its store is open.
 */
export function watchSources(rebuild) {
  let timer;
  let running = Promise.resolve();
  const changed = (_kind, file) => {
    const name = String(file);
    if (/(^|[\\/])(dist|node_modules)[\\/]|\.test\.ts$/.test(name)) return;
    if (name.startsWith('service')) return say('The service has changed: restart to use it.');
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(rebuild).then(
        () => say('Rebuilt: reload the page.'),
        (error) => say(`Not rebuilt: ${error.message}`),
      );
    }, 200);
  };
  watch(path.join(root, 'packages'), { recursive: true }, changed);
  watch(path.join(root, 'examples/prefecture/pages'), changed);
  say('Watching the sources.');
}
