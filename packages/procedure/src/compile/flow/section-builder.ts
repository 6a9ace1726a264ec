import type { SectionPlan } from '../../types/plan.js';
import { leavesOf } from '../outline.js';
import type { StepContext } from './build-steps.js';

/** Gathers what a step asks into sections, in order; one section a heading. */
export class SectionBuilder {
  private readonly sections: { key: string | null; items: string[] }[] = [];

  private readonly context: StepContext;

  constructor(context: StepContext) {
    this.context = context;
  }

  /** Adds an object's questions, each under the heading of the nearest object that has one; or one question. */
  addTree(pointer: string): boolean {
    const leaves = leavesOf(this.context.outline, pointer);
    for (const leaf of leaves)
      this.add(leaf === pointer ? null : this.headingOf(leaf, pointer), leaf);
    return leaves.length > 0;
  }

  /** Adds questions under a heading named by the author. */
  addTo(key: string, pointer: string): boolean {
    const leaves = leavesOf(this.context.outline, pointer);
    for (const leaf of leaves) this.add(key, leaf);
    return leaves.length > 0;
  }

  made(): SectionPlan[] {
    return this.sections;
  }

  private headingOf(leaf: string, root: string): string | null {
    let pointer = leaf.slice(0, leaf.lastIndexOf('/'));
    while (pointer.length >= root.length && pointer !== '') {
      if (this.context.hasHeading(pointer)) return pointer;
      pointer = pointer.slice(0, pointer.lastIndexOf('/'));
    }
    return null;
  }

  private add(key: string | null, pointer: string): void {
    const last = this.sections.at(-1);
    const known = key === null ? undefined : this.sections.find((section) => section.key === key);
    const section = known ?? (last?.key === key ? last : undefined);
    if (section) section.items.push(pointer);
    else this.sections.push({ key, items: [pointer] });
  }
}
