import type { Format } from './format.js';
import { stripSeparators } from './strip-separators.js';

/** A number read off a paper: letters in capitals, what people type between the characters left aside. @internal */
export function paperNumber(name: string, maxLength: number, shape: RegExp): Format {
  return {
    name,
    maxLength,
    offPaper: true,
    normalise: (text) => stripSeparators(text).toUpperCase(),
    test: (written) => shape.test(written),
  };
}
