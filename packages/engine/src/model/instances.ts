import type { Pointer } from '@guichet/procedure';
import type { Content } from './content.js';
import type { Model } from './model.js';
import { patternIn } from './pattern-in.js';
import { groupAround } from './shape.js';

/** Concrete pointers of a pattern: one for each row, in order; the pattern itself outside rows. */
export function instancesOf(content: Content, pattern: Pointer): readonly Pointer[] {
  const at = pattern.indexOf('/*');
  if (at < 0) return [pattern];
  const group = pattern.slice(0, at);
  const rest = pattern.slice(at + 2);
  return (content.rows.get(group) ?? []).flatMap((row) =>
    instancesOf(content, `${group}/${row}${rest}`),
  );
}

/** Every concrete field, in the plan's order. */
export function allFields(model: Model): readonly Pointer[] {
  return model.shape.fields.flatMap((pattern) => instancesOf(model.content, pattern));
}

/** A concrete group, or field, and all that its rows ask, row by row. `pattern` is its own. */
export function withRows(model: Model, pointer: Pointer, pattern: Pointer): readonly Pointer[] {
  const { shape, content } = model;
  const inner = [
    ...(shape.rowFields.get(pattern) ?? []),
    ...shape.groups.filter((group) => groupAround(group) === pattern),
  ];
  const rows = content.rows.get(pointer) ?? [];
  return [
    pointer,
    ...rows.flatMap((row) =>
      inner.flatMap((one) =>
        withRows(model, `${pointer}/${row}${one.slice(pattern.length + 2)}`, one),
      ),
    ),
  ];
}

/** A concrete group and all that its rows ask, row by row, groups inside included. */
export function askedFrom(model: Model, group: Pointer): readonly Pointer[] {
  return withRows(model, group, patternIn(model, group));
}

/** Every concrete group, outer ones first. */
export function allGroups(model: Model): readonly Pointer[] {
  return model.shape.groups.flatMap((pattern) => instancesOf(model.content, pattern));
}
