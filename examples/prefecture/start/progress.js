const startedAt = performance.now();

/** Runs one phase and prints its line when it is over: what, and how long it took. */
export async function phase(name, run) {
  const start = performance.now();
  const result = await run();
  say(`${name} ${seconds(start)}`);
  return result;
}

/** Prints one line. */
export function say(line) {
  process.stdout.write(`${line}\n`);
}

/** Time since the process started. */
export function sinceStart() {
  return `${((performance.now() - startedAt) / 1000).toFixed(1)} s`;
}

function seconds(start) {
  return `(${((performance.now() - start) / 1000).toFixed(1)} s)`;
}
