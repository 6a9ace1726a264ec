import type { FastifyInstance } from 'fastify';

/** Answers of the API: nothing to run, nothing to keep. */
export const apiPolicy = "default-src 'none'; frame-ancestors 'none'";

/**
 * The policy of our pages: what design.md §4.1 promises a strict host, applied to ourselves.
 * `connect` names the API's origins when they are others than the page's.
 */
export function pagePolicy(connect: readonly string[] = []): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    ["connect-src 'self'", ...connect].join(' '),
    "require-trusted-types-for 'script'",
    'trusted-types guichet',
    "frame-ancestors 'none'",
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; ');
}

/** Puts the headers that every answer carries; a page's policy has been set by then, an API answer's has not. */
export function addSecurityHeaders(app: FastifyInstance): void {
  app.addHook('onSend', async (_request, reply) => {
    reply.header('X-Content-Type-Options', 'nosniff');
    reply.header('Referrer-Policy', 'no-referrer');
    reply.header('X-Frame-Options', 'DENY');
    reply.header('Cross-Origin-Opener-Policy', 'same-origin');
    reply.header('Permissions-Policy', 'geolocation=(), microphone=(), browsing-topics=()');
    if (!reply.hasHeader('Content-Security-Policy'))
      reply.header('Content-Security-Policy', apiPolicy);
    if (!reply.hasHeader('Cache-Control')) reply.header('Cache-Control', 'no-store');
  });
}
