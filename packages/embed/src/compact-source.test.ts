import { expect, it } from 'vitest';
import { compactSheet, compactTemplates } from '../compact-source.js';

it('keeps the space that makes a descendant after an expression', () => {
  const source = 'const css = `${at} .a {\n  color: red;\n}\n${at} .b + ${at} .c { x: 1; }`;';
  expect(compactSheet(source)).toBe('const css = `${at} .a{color:red}${at} .b + ${at} .c{x:1}`;');
});

it('takes out space beside blocks and keeps it between inline things', () => {
  const source = 'html`<p>\n  <b>${one}</b> <i>${two}</i>\n</p>`';
  expect(compactTemplates(source)).toBe('html`<p><b>${one}</b> <i>${two}</i></p>`');
});
