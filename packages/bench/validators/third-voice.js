/**
 * `@cfworker/json-schema` as third voice: a validator written by others, that makes no code. It asserts our formats, but
 * cannot be taught our keywords on days, and computes `multipleOf` exactly where rule A6 asks for nine decimals: both
 * are left out, and a schema where they decide of something else is not for it.
 */
import { format as formatsOfCfworker, validate } from '@cfworker/json-schema';
import { checkFormat, formats } from '@guichet/procedure';

for (const name of Object.keys(formats))
  formatsOfCfworker[name] = (text) => checkFormat(name, text);

/** Keywords that it does not speak of. */
export const notSpoken = ['notBefore', 'notAfter', 'youngerThan', 'olderThan', 'multipleOf'];

/**
 * What it does not place: `false` comes without a path in the schema, and a property that is wrong counts as unevaluated
 * too. Neither is ever at an active answer.
 */
const unplaced = ['false', 'unevaluatedProperties'];

/** @returns {undefined | ((answers: object) => object[])} undefined when it cannot speak of the schema */
export function thirdVoice({ schema }) {
  if (decides(schema)) return undefined;
  const plain = without(schema);
  return (answers) =>
    validate(answers, plain, '2020-12', {}, false)
      .errors.filter(({ keyword }) => !unplaced.includes(keyword))
      .map((error) => errorOf(plain, error));
}

/** Whether one of those keywords stands where it decides of something else: in `if`, `not`, `anyOf`, `contains`. */
function decides(schema, inside = false) {
  if (typeof schema !== 'object' || schema === null) return false;
  return Object.entries(schema).some(([keyword, value]) => {
    if (inside && notSpoken.includes(keyword)) return true;
    return decides(value, inside || ['if', 'not', 'anyOf', 'contains'].includes(keyword));
  });
}

function without(schema) {
  if (typeof schema !== 'object' || schema === null) return schema;
  if (Array.isArray(schema)) return schema.map(without);
  const kept = Object.entries(schema).filter(
    ([keyword, value]) => !notSpoken.includes(keyword) || isSchema(value),
  );
  const made = {};
  for (const [keyword, value] of kept)
    Object.defineProperty(made, keyword, {
      value: without(value),
      enumerable: true,
      configurable: true,
      writable: true,
    });
  return made;
}

/** A property that bears the name of a keyword. */
const isSchema = (value) => typeof value === 'object' && value !== null && !('from' in value);

function errorOf(schema, { instanceLocation, keyword, keywordLocation, error }) {
  const [root, ...segments] = decodeURIComponent(keywordLocation).split('/');
  return {
    pointer: decodeURIComponent(instanceLocation.slice(1)),
    keyword: keyword === 'false' ? 'false schema' : keyword,
    params: paramsOf(schema, keyword, segments, error),
    // As Ajv writes it: a URI fragment.
    schemaPath: [root, ...segments.map(encodeURIComponent)].join('/'),
  };
}

/** It names the missing property in a sentence only. */
function paramsOf(schema, keyword, segments, error) {
  if (keyword === 'required') return { missingProperty: /property "(.*)"\.$/su.exec(error)?.[1] };
  return keyword === 'format' ? { format: lookUp(schema, segments) } : {};
}

function lookUp(schema, segments) {
  let at = schema;
  for (const segment of segments) at = at?.[segment.replaceAll('~1', '/').replaceAll('~0', '~')];
  return at;
}
