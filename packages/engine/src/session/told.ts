import type { Core } from './core.js';

/** An act as the page calls it: subscribers are told what it changed. */
export function told<T extends readonly unknown[]>(
  core: Core,
  run: (core: Core, ...args: T) => ReadonlySet<string>,
): (...args: T) => ReadonlySet<string> {
  return (...args) => {
    const changed = run(core, ...args);
    if (changed.size > 0) core.notify(changed);
    return changed;
  };
}
