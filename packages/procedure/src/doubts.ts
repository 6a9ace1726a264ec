export { doubtOf, type Doubt } from './doubts/doubt-of.js';
