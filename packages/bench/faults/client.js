/** What a page uses to reach a service; bundled from the sources, since Node reads no TypeScript here. */
export { httpGateway, newDraftIdentity, newFileId } from '@guichet/gateway';
export { httpDossier } from '@guichet/gateway/dossier';
