import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Published } from '@guichet/procedure';
import { compileStudent, filesOf } from '../fixtures/student.js';
import { readCase } from './procedure-case.js';
import { runCase } from './run-case.js';

const id = 'student-permit-renewal';
const folder = fileURLToPath(new URL(`../../../../schemas/${id}/cases/`, import.meta.url));
const files = filesOf(id);
let published: Published;
beforeAll(async () => {
  published = await compileStudent();
});

describe('the cases of the student permit renewal', () => {
  it.each(readdirSync(folder))('%s', async (name) => {
    const run = await runCase(published, readCase(files, `${id}/cases/${name}`));
    expect(run.differences).toEqual([]);
  });
});
