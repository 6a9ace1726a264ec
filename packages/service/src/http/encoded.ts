import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyReply } from 'fastify';

/** One text in each form that it is sent in; none of the compressed ones where that would not be shorter. */
export interface Encoded {
  readonly identity: Buffer;
  readonly br: Buffer | undefined;
  readonly gzip: Buffer | undefined;
}

export type Encoding = keyof Encoded;

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

/** Compresses a text as far as it goes: it is done once and sent many times. */
export async function encode(identity: Buffer): Promise<Encoded> {
  const [br, gz] = await Promise.all([
    brotli(identity, {
      params: {
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: identity.length,
      },
    }),
    gzipped(identity, { level: constants.Z_BEST_COMPRESSION }),
  ]);
  const ifShorter = (form: Buffer) => (form.length < identity.length ? form : undefined);
  return { identity, br: ifShorter(br), gzip: ifShorter(gz) };
}

/** The shortest form that a request takes. @see RFC 9110 §12.5.3: a weight of 0 refuses; `*` names the rest. */
export function chooseEncoding(accepted: string | undefined, forms: Encoded): Encoding {
  const weights = new Map(
    (accepted ?? '')
      .toLowerCase()
      .split(',')
      .map((part): [string, number] => {
        const [name = '', ...params] = part.split(';').map((text) => text.trim());
        const q = params.find((param) => param.startsWith('q='));
        return [name, q === undefined ? 1 : Number(q.slice(2))];
      }),
  );
  const takes = (name: Encoding) => (weights.get(name) ?? weights.get('*') ?? 0) > 0;
  return (['br', 'gzip'] as const).find((name) => forms[name] && takes(name)) ?? 'identity';
}

/** Says that an answer differs by what the reader can decompress, beside whatever else it differs by. */
export function varyByEncoding(reply: FastifyReply): FastifyReply {
  const known = reply.getHeader('Vary');
  return reply.header(
    'Vary',
    known === undefined ? 'Accept-Encoding' : `${known}, Accept-Encoding`,
  );
}

/** Whether a reader holds that very form, or says that it holds any. @see RFC 9110 §13.1.2 */
export function isKnown(ifNoneMatch: string | undefined, etag: string): boolean {
  const held = (ifNoneMatch ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''));
  return held.includes('*') || held.includes(etag);
}
