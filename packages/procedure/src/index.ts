export type * from './types/condition.js';
export type * from './types/plan.js';
export type * from './types/texts.js';
export type * from './types/published.js';
export type * from './types/problem.js';
export type * from './types/operator.js';
