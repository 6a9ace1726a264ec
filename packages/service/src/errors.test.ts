import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { problemTitles, ServiceError } from './errors.js';
import { problemStatus } from './http/problem-status.js';

describe('errors', () => {
  it('gives every problem a status, a title and a heading in errors.md', () => {
    const page = readFileSync(new URL('../errors.md', import.meta.url), 'utf8');
    for (const [code, title] of Object.entries(problemTitles)) {
      const status = problemStatus[code as keyof typeof problemStatus];
      expect(page).toContain(`## \`${code}\`\n\n${status}. ${title}`);
    }
  });

  it('says one sentence with what to do', () => {
    const error = new ServiceError('port-taken', { port: 4173 });
    expect(error.message).toBe(
      'Port 4173 is used by another program: stop it, or set PORT to another number.',
    );
    expect(error.code).toBe('port-taken');
  });
});
