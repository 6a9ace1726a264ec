import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from './options.js';
import { Sentence } from './sentence.js';

/** The procedure that the pages are written for. */
export const ownProcedure = 'student-permit-renewal';

/**
 * What the pages say that depends on who runs them and on the procedure shown: the words between
 * `{{…}}`, as HTML. The site goes under the operator's name, and says what its profile allows.
 *
 * Throws a `Sentence` when no version of the procedure is published. An operator file that cannot be
 * read gives nothing here: the service says what is wrong with it.
 */
export async function siteWords(operatorFile, procedure = ownProcedure) {
  const operator = await readJson(operatorFile);
  const site = String(operator.authority ?? '');
  const words = {
    site,
    procedure,
    title: await titleOf(procedure),
    sendTo: String(operator.transmitsTo?.authority ?? site),
    ...(operator.profile === 'third-party' ? thirdParty : administration),
  };
  return Object.fromEntries(Object.entries(words).map(([name, text]) => [name, escape(text)]));
}

const administration = {
  banner: 'Démonstration : cette préfecture n’existe pas.',
  bannerEn: 'Demonstration: this prefecture does not exist.',
  bannerAr: 'موقع تجريبي: هذه المحافظة غير موجودة.',
  counter: 'nous vous recevons, vous aidons à remplir la demande et la déposons avec vous.',
};

const thirdParty = {
  banner: 'Démonstration : cette organisation n’existe pas.',
  bannerEn: 'Demonstration: this organisation does not exist.',
  bannerAr: 'موقع تجريبي: هذه المنظمة غير موجودة.',
  counter:
    'nous vous recevons et vous aidons à préparer la demande ; seule l’autorité l’enregistre.',
};

async function titleOf(procedure) {
  const schemas = path.join(root, 'schemas');
  const published = path.join(schemas, procedure, 'published');
  const versions = /^[a-z0-9-]+$/.test(procedure)
    ? (await readdir(published).catch(() => [])).filter((name) => name.endsWith('.json'))
    : [];
  const newest = versions.sort((a, b) => a.localeCompare(b, 'en', { numeric: true })).at(-1);
  if (newest === undefined) {
    throw new Sentence(
      `No published version of the procedure "${procedure}" was found below ${schemas}: write it there, then run \`npx guichet publish ${procedure}\`.`,
    );
  }
  const { plan, texts } = JSON.parse(await readFile(path.join(published, newest), 'utf8'));
  const { bundle } = texts.fr ?? texts[plan.languages[0]];
  return typeof bundle.title === 'string' ? bundle.title : procedure;
}

async function readJson(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return {};
  }
}

function escape(text) {
  const names = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replaceAll(/[&<>"]/g, (sign) => names[sign]);
}
