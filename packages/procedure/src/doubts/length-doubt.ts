/** Doubts a number that has not its usual length. @internal */
export function lengthDoubt(usual: number): (written: string) => 'length' | undefined {
  return (written) => (written.length === usual ? undefined : 'length');
}
