import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Sentence } from './sentence.js';

/** The repository's root. */
export const root = fileURLToPath(new URL('../../../', import.meta.url));

/** What `npm start` was asked to do, from its arguments and environment. */
export function readOptions(args = process.argv.slice(2), env = process.env) {
  const { values } = parseOrSay(args);
  const port = readPort(env.PORT ?? '4173');
  return {
    port,
    secondPort: port + 1,
    dataDir: path.resolve(root, env.GUICHET_DATA ?? '.guichet/data'),
    keysDir: path.resolve(root, env.GUICHET_KEYS ?? '.guichet/keys'),
    operator: path.resolve(
      root,
      values.operator ?? env.GUICHET_OPERATOR ?? 'examples/prefecture/operator.json',
    ),
    procedure: values.procedure,
    databaseUrl: env.DATABASE_URL,
    watch: values.watch,
  };
}

function parseOrSay(args) {
  try {
    return parseArgs({
      args,
      options: {
        operator: { type: 'string' },
        procedure: { type: 'string' },
        watch: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new Sentence(`${error.message} Known: --operator FILE, --procedure ID, --watch.`);
  }
}

function readPort(text) {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_535) return port;
  throw new Sentence(`PORT is "${text}": it has to be a whole number from 1 to 65534.`);
}
