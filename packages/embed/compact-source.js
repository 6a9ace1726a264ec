import { readFile } from 'node:fs/promises';
import ts from 'typescript';

/**
 * esbuild plugin: takes out of the elements' templates and sheets the space that only their source needs.
 *
 * In a template each run of space between tags is a text node, cloned for each field of each page. What
 * stands beside the tag of a block is never shown, and goes; between two inline things a space is a space,
 * and stays. Formatters keep that difference, so that the sources can be laid out for reading.
 */
export const compactSource = {
  name: 'compact-source',
  setup(build) {
    build.onLoad(
      { filter: /[\\/](elements|attestation)[\\/]src[\\/].*\.ts$/ },
      async ({ path }) => {
        const source = await readFile(path, 'utf8');
        const contents = path.endsWith('.css.ts')
          ? compactSheet(source)
          : compactTemplates(source, path);
        return { contents, loader: 'ts' };
      },
    );
  },
};

const block =
  '(?:address|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|h[1-6]|header|legend|li|nav|ol|option|p|section|select|summary|table|tbody|td|th|thead|tr|ul)';
/** Stands for an expression while a template is looked at as text. */
const hole = '\u0000';
const afterTag = new RegExp(`(</?${block}(?:\\s[^<>]*)?>)\\s+`, 'g');
const beforeTag = new RegExp(`\\s+(</?${block}(?=[\\s>]))`, 'g');

/** The source with its `html` templates compacted; everything else as it was. */
export function compactTemplates(source, path = 'source.ts') {
  const edits = [];
  const visit = (node) => {
    if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'html')
      edits.push(...editsOf(node.template, source));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, source, ts.ScriptTarget.ES2022, true));
  edits.sort((one, other) => other.start - one.start);
  return edits.reduce(
    (text, { start, end, to }) => text.slice(0, start) + to + text.slice(end),
    source,
  );
}

function editsOf(template, source) {
  const pieces = ts.isNoSubstitutionTemplateLiteral(template)
    ? [template]
    : [template.head, ...template.templateSpans.map((span) => span.literal)];
  const places = pieces.map((piece) => {
    const text = piece.getText();
    return { start: piece.getStart() + 1, end: piece.getEnd() - (text.endsWith('${') ? 2 : 1) };
  });
  const whole = places.map(({ start, end }) => source.slice(start, end)).join(hole);
  const compacted = compactMarkup(whole).split(hole);
  return places.map((place, index) => ({ ...place, to: compacted[index] }));
}

function compactMarkup(markup) {
  return markup
    .replace(/<[a-z][^<>]*>/g, (tag) => tag.replace(/\s+/g, ' ').replace(/ ?\/?>$/, '>'))
    .replace(/<\/([a-z0-9]+)\s+>/g, '</$1>')
    .replace(afterTag, '$1')
    .replace(beforeTag, '$1');
}

/** A sheet's source without indentation; a space before a colon or after an expression may be a descendant, and stays. */
export function compactSheet(source) {
  return source.replace(/`([^`]*)`/g, (_, css) => {
    const said = css.match(/\$\{[^}]*\}/g) ?? [];
    const compacted = css
      .replace(/\$\{[^}]*\}/g, hole)
      .replace(/\/\*[^]*?\*\//g, '')
      .replace(/\s+/g, ' ')
      .replace(/([{};:,]) /g, '$1')
      .replace(/ ([{};])/g, '$1')
      .replace(/;\}/g, '}');
    return `\`${compacted.replaceAll(hole, () => said.shift())}\``;
  });
}
