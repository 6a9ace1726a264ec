import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lockFolder } from './process-lock.js';

describe('lockFolder', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'guichet-lock-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('refuses a second holder, and lets one in after release', async () => {
    const data = path.join(folder, 'a');
    const lock = await lockFolder(data);
    await expect(lockFolder(data)).rejects.toMatchObject({ code: 'data-folder-locked' });
    await lock.release();
    await (await lockFolder(data)).release();
  });

  it('lets exactly one of many in', async () => {
    const data = path.join(folder, 'b');
    const tries = await Promise.allSettled(Array.from({ length: 20 }, () => lockFolder(data)));
    expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
  });

  it('takes over from a dead process, by exactly one of many', async () => {
    const data = path.join(folder, 'c');
    await writeFile(
      `${data}.lock`,
      JSON.stringify({ pid: await deadPid(), bootId: 'x', startedAt: '1', token: 't' }),
    );
    const tries = await Promise.allSettled(Array.from({ length: 10 }, () => lockFolder(data)));
    expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
  });

  it('takes over from another process that was given the number of the dead one', async () => {
    const data = path.join(folder, 'd');
    await writeFile(
      `${data}.lock`,
      JSON.stringify({ pid: process.pid, bootId: 'x', startedAt: 'before', token: 't' }),
    );
    const lock = await lockFolder(data);
    expect(JSON.parse(await readFile(`${data}.lock`, 'utf8'))).toMatchObject({ pid: process.pid });
    await lock.release();
  });

  it('says that a folder cannot be written', async () => {
    const file = path.join(folder, 'file');
    await writeFile(file, '');
    await expect(lockFolder(path.join(file, 'data'))).rejects.toMatchObject({
      code: 'data-folder-unwritable',
    });
  });
});

async function deadPid(): Promise<number> {
  const child = spawn(process.execPath, ['-e', '']);
  await new Promise((resolve) => child.on('exit', resolve));
  return child.pid ?? 0;
}
