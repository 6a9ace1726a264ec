import type { DossierView, SealedAttestation } from '@guichet/engine';
import type { DossierGateway } from '../gateway.js';
import { api } from '../wire.js';
import { followDossier } from './follow-dossier.js';
import { request, type Reach } from './request.js';

export interface HttpDossierOptions extends Reach {
  readonly dossier: string;
  readonly capability: string;
}

/** The gateway to one filed dossier over HTTP, for whoever holds its capability. */
export function httpDossier(options: HttpDossierOptions): DossierGateway {
  const { dossier } = options;
  return {
    view: () => request<DossierView>(options, api.dossier(dossier)),
    command: (name, body) =>
      request<DossierView>(options, api.commands(dossier), {
        method: 'POST',
        body: { command: name, ...(body === undefined ? {} : { body }) },
      }),
    attestation: (id) => request<SealedAttestation>(options, api.attestation(dossier, id)),
    follow: (since, onEvent) => followDossier(options, dossier, since, onEvent),
  };
}
