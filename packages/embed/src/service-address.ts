/**
 * The address of the service that an `api` attribute names, relative to the page and without a slash
 * at the end; empty when there is none, and answers stay on the device. `api="/"` is the page's own origin.
 */
export function serviceAddress(api: string): string {
  if (api === '') return '';
  return new URL(api, document.baseURI).href.replace(/\/+$/, '');
}
