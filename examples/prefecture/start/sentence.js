/** Something the operator has to mend: printed as it is, without a stack, and the process ends with 1. */
export class Sentence extends Error {}

/** The sentence to print for an error: ours and the service's are written for the operator, others are not. */
export function sentenceOf(error) {
  if (error instanceof Sentence) return error.message;
  // The service's errors carry a stable code and one clear sentence.
  if (error?.name === 'ServiceError') return error.message;
  return undefined;
}
