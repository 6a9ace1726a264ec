// Apart from the main entry: a page that fills in a form must not load what follows a filed dossier.
export type { DossierGateway } from './gateway.js';
export { httpDossier } from './http/http-dossier.js';
export type { HttpDossierOptions } from './http/http-dossier.js';
