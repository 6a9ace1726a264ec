/** Procedures and answers made by chance, of the admitted language: what several validators are compared on. */
export { generateVersion } from './answers.js';
export { chanceOf, type Chance } from './chance.js';
export { generateSchema, procedureAround, type GeneratedSchema } from './procedure.js';
export { generateProcedure } from './whole-procedure.js';
export { removedByFilter } from './removed-by-filter.js';
