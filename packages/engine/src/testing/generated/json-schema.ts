/** Part of a data schema as an author writes it. */
export interface JsonSchema {
  [keyword: string]: unknown;
}

/** A property of an object being written: its name and schema, and what its value is. */
export interface Written {
  readonly name: string;
  readonly schema: JsonSchema;
  readonly is: 'leaf' | 'object' | 'group';
  /** What a condition of the object around it can read. */
  readonly readable: readonly Readable[];
}

/** An answer that an `if` can read, by the names that lead to it from the object of the `if`. */
export interface Readable {
  readonly path: readonly string[];
  readonly schema: JsonSchema;
  readonly isGroup?: true;
}
