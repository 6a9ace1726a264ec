import type { FastifyInstance } from 'fastify';
import type { Context } from '../context.js';
import { buildServer } from './build-server.js';
import { addDossierRoutes } from './routes/dossier-routes.js';
import { addDraftRoutes } from './routes/draft-routes.js';
import { addFilingRoutes } from './routes/filing-routes.js';
import { addPieceRoutes } from './routes/piece-routes.js';
import { addPublicRoutes } from './routes/public-routes.js';

/** The whole API on one server, not listening yet. */
export async function buildApi(
  context: Context,
  origins: ReadonlySet<string>,
): Promise<FastifyInstance> {
  const app = await buildServer({ log: context.log, now: () => context.now(), origins });
  addPublicRoutes(app, context);
  addDraftRoutes(app, context);
  await addPieceRoutes(app, context);
  addFilingRoutes(app, context);
  addDossierRoutes(app, context);
  return app;
}
