/** The address of a procedure's folder, relative to the page. */
export function folderUrl(src: string): URL {
  return new URL(src.endsWith('/') ? src : `${src}/`, document.baseURI);
}
