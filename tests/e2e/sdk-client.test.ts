import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Front } from '../../src/stand-in/front.ts';
import { startWorld } from '../../src/stand-in/world.ts';
import { resident } from './faults/run.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
const { scan } = resident();

let front: Front;
beforeAll(async () => void (front = await startWorld()));
afterAll(() => front.stop());

it("finds the same through the SDK's own clients, with as many requests", async () => {
  const args = ['--region', 'eu-west-1', '--region', 'us-east-1'];
  const own = await scan(front, args);
  const requests = front.record.requests.length;
  front.record.clear();
  const sdk = await scan(front, [...args, '--sdk-client']);
  expect(sdk.result.findings.map(({ fingerprint, status, message }) => [fingerprint, status, message])).toEqual(
    own.result.findings.map(({ fingerprint, status, message }) => [fingerprint, status, message]),
  );
  expect(front.record.requests.length).toBe(requests);
  expect(sdk.stderr).toBe(own.stderr);
});
