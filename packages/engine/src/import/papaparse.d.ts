/** As much of papaparse as tables need. */
declare module 'papaparse' {
  interface Parsed {
    readonly data: readonly (readonly string[])[];
    readonly errors: readonly { readonly type: string; readonly row?: number }[];
  }
  const papaparse: {
    parse(text: string, options: { delimiter: string; newline: string; preview?: number }): Parsed;
  };
  // eslint-disable-next-line no-restricted-syntax -- this is what papaparse exports
  export default papaparse;
}
