import { parsePointer } from '../pointers/parse-pointer.js';
import { isObject, type Json, member } from './shapes.js';
import { resolvePath } from './resolve-path.js';
import type { Spot } from './read-json.js';
import type { Place, Workspace } from './workspace.js';

/** Most members that `$use` may bring in all: beyond it a folder is a bomb, not a procedure. */
const mostNodes = 50_000;

/**
 * A value with every `{ "$use": "file.json#/pointer", …siblings }` replaced by what it names; siblings win.
 * Reports `use-missing`, `use-cycle` and `use-too-large`; what could not be brought in is left out.
 */
export function resolveUses(workspace: Workspace, value: unknown): unknown {
  return new UseResolver(workspace).resolve(value, []);
}

class UseResolver {
  private nodes = 0;

  private readonly workspace: Workspace;

  constructor(workspace: Workspace) {
    this.workspace = workspace;
  }

  resolve(value: unknown, trail: readonly string[]): unknown {
    if (typeof value !== 'object' || value === null || ++this.nodes > mostNodes) return value;
    if (!isObject(value)) return this.resolveArray(value as readonly unknown[], trail);
    if (typeof member(value, '$use') !== 'string') return this.copy(value, trail);
    return this.bring(value, trail);
  }

  private resolveArray(value: readonly unknown[], trail: readonly string[]): unknown[] {
    const made = value.map((item) => this.resolve(item, trail));
    this.keepOrigin(value, made);
    return made;
  }

  private copy(value: Json, trail: readonly string[]): Json {
    const made: Record<string, unknown> = {};
    for (const [key, item] of Object.entries(value)) {
      if (key !== '$schema' && key !== '$use') made[key] = this.resolve(item, trail);
    }
    this.keepOrigin(value, made);
    return made;
  }

  private bring(value: Json, trail: readonly string[]): unknown {
    const own = this.copy(value, trail);
    const found = this.follow(value, trail);
    if (found === undefined) return own;
    const brought = this.resolve(found.value, [...trail, found.name]);
    if (!isObject(brought)) return Object.keys(own).length === 0 ? brought : own;
    const made = { ...brought, ...own };
    const members = new Map<string, Spot>([
      ...(this.workspace.originOf(brought)?.members ?? []),
      ...(this.workspace.originOf(own)?.members ?? []),
    ]);
    const at = this.workspace.placeOf(value);
    this.workspace.setOrigin(made, at.file, at.offset, members);
    return made;
  }

  private follow(
    value: Json,
    trail: readonly string[],
  ): { name: string; value: unknown } | undefined {
    const reference = String(value['$use']);
    const at = this.workspace.placeOf(value, '$use');
    const target = resolvePath(at.file, reference);
    if (!target) return this.missing(at, reference);
    const name = `${target.file}#${target.pointer}`;
    if (trail.includes(name)) {
      this.workspace.report(at, {
        rule: 'use-cycle',
        message: `"${reference}" brings itself in again, for ever.`,
        fix: 'Break the loop.',
      });
      return undefined;
    }
    const found = lookUp(this.workspace.read(target.file), target.pointer);
    return found === undefined ? this.missing(at, reference) : { name, value: found };
  }

  private missing(at: Place, reference: string): undefined {
    this.workspace.report(at, {
      rule: 'use-missing',
      message: `"${reference}" names nothing in this folder, so what it should bring is missing.`,
      fix: 'Write a path relative to this file, with "#/" and a pointer into it if only a part is wanted.',
    });
  }

  private keepOrigin(from: object, made: object): void {
    const origin = this.workspace.originOf(from);
    if (origin) this.workspace.setOrigin(made, origin.file, origin.offset, origin.members);
  }
}

/** The value that a pointer names inside another; `undefined` when there is none. @internal */
export function lookUp(value: unknown, pointer: string): unknown {
  if (pointer !== '' && !pointer.startsWith('/')) return undefined;
  let found = value;
  for (const segment of parsePointer(pointer)) {
    found = Array.isArray(found) ? (found[Number(segment)] as unknown) : member(found, segment);
  }
  return found;
}
