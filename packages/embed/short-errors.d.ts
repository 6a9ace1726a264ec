/** The source of an `errors.ts` that throws codes. */
export declare function shorten(source: string, path?: string): string;
