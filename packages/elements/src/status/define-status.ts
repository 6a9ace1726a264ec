/**
 * Defines `<guichet-status>` once one is in the page: who fills in a form does not load what follows it.
 */
export function defineStatus(): void {
  if (customElements.get('guichet-status')) return;
  if (document.querySelector('guichet-status')) return void define();
  const watch = new MutationObserver(() => {
    if (!document.querySelector('guichet-status')) return;
    watch.disconnect();
    void define();
  });
  watch.observe(document, { childList: true, subtree: true });
}

async function define(): Promise<void> {
  const { GuichetStatus } = await import('./guichet-status.js');
  if (!customElements.get('guichet-status')) customElements.define('guichet-status', GuichetStatus);
}
