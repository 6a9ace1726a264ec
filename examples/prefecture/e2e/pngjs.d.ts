/** The part of pngjs that tests use; the package ships no types. */
declare module 'pngjs' {
  export class PNG {
    constructor(options?: { width: number; height: number });
    readonly width: number;
    readonly height: number;
    readonly data: Buffer;
    static readonly sync: { write(png: PNG): Buffer; read(bytes: Buffer): PNG };
  }
}
