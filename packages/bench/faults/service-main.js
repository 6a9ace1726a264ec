/** The real service in a process of its own: options as JSON in the first argument, one line when it is ready. */
import { logTo, startService } from '@guichet/service';

const options = JSON.parse(process.argv[2] ?? '{}');
try {
  const running = await startService({
    ...options,
    testKey: true,
    log: logTo((line) => process.stdout.write(`${line}\n`)),
  });
  process.stdout.write(`${JSON.stringify({ ready: running.urls })}\n`);
  process.on('SIGTERM', () => void running.close().then(() => process.exit(0)));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
