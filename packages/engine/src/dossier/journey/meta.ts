import type { JourneyMeta, Plan } from '@guichet/procedure';
import { stateAt } from './load-lifecycle.js';

const untold: JourneyMeta = {
  label: 'journey.none',
  means: 'journey.none',
  turn: 'nobody',
  can: [],
};

/** What the state at a path tells a person: its own meta, else that of the nearest state around it. */
export function metaAt(plan: Plan, journey: string): JourneyMeta {
  const path = journey.split('.');
  for (let length = path.length; length > 0; length -= 1) {
    const meta = stateAt(plan.lifecycle, path.slice(0, length))?.meta;
    if (meta) return meta;
  }
  return untold;
}
