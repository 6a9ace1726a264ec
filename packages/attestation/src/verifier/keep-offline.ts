interface PolicyFactory {
  createPolicy(
    name: string,
    rules: { createScriptURL(address: string): string },
  ): { createScriptURL(address: string): unknown };
}

/**
 * Installs the worker that keeps this page for when there is no network.
 *
 * A worker's address is a Trusted Types sink, hence the policy `guichet`: it makes an address for this
 * one file and refuses every other. Where workers are forbidden the page goes on without.
 */
export async function keepOffline(file: string): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const { trustedTypes } = globalThis as { trustedTypes?: PolicyFactory };
  const own = (address: string) => {
    if (address !== 'offline.js') throw new TypeError('Only offline.js is a worker of this page.');
    return address;
  };
  try {
    const policy = trustedTypes?.createPolicy('guichet', { createScriptURL: own });
    const address = policy ? policy.createScriptURL(file) : own(file);
    await navigator.serviceWorker.register(address as string);
  } catch {
    // Offline opening is a comfort; checking offline works while the page is open.
  }
}
