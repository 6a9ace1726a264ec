// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- packages that compile this source find the types here
/// <reference path="./papaparse.d.ts" />
import papaparse from 'papaparse';

/** One line of a table that is not empty. */
export interface TableLine {
  /** Line of the file where it begins, from 1; a cell may run over several. */
  readonly line: number;
  readonly cells: readonly string[];
  /** Quotes that do not close, or close in the middle of a cell. */
  readonly hasQuotes: boolean;
}

const separators = [';', ',', '\t'] as const;

/**
 * The lines of a table whose cells are separated by `;`, `,` or a tab: whichever makes most headings
 * known, and of these whichever makes most cells. Cells are texts, whatever they begin with: nothing is
 * ever evaluated.
 */
export function parseTable(
  text: string,
  knows: (heading: string) => boolean,
  most: number,
): readonly TableLine[] {
  const even = text.replace(/\r\n?/g, '\n');
  const [best = ';'] = [...separators].sort(
    (a, b) => rankOf(even, b, knows) - rankOf(even, a, knows),
  );
  const { data, errors } = papaparse.parse(even, { delimiter: best, newline: '\n', preview: most });
  const broken = new Set(errors.filter(({ type }) => type === 'Quotes').map(({ row }) => row));
  let line = 1;
  return data.flatMap((cells, n) => {
    const start = line;
    line += 1 + cells.reduce((all, cell) => all + cell.split('\n').length - 1, 0);
    if (cells.every((cell) => cell.trim() === '')) return [];
    return [{ line: start, cells, hasQuotes: broken.has(n) }];
  });
}

function rankOf(text: string, delimiter: string, knows: (heading: string) => boolean): number {
  const { data } = papaparse.parse(text, { delimiter, newline: '\n', preview: 10 });
  const headings = data.find((cells) => cells.some((cell) => cell.trim() !== '')) ?? [];
  return headings.filter(knows).length * 1000 + Math.min(headings.length, 999);
}
