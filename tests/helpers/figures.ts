import { appendFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../src/stand-in/root.ts';

/** The areas of docs/RELIABILITY.md. */
export type Area =
  | 'denied'
  | 'throttling'
  | 'faults'
  | 'killed'
  | 'read-only'
  | 'secrets'
  | 'hostile'
  | 'input'
  | 'addresses'
  | 'organization'
  | 'scale'
  | 'supply-chain';

/** A measured value, for docs/RELIABILITY.md. */
export interface Figure {
  readonly area: Area;
  readonly what: string;
  /** Rounded, with its unit. */
  readonly measured: string;
  /** What the test asserts, e.g. `< 5 %`. */
  readonly bound: string;
  readonly form: 'short' | 'soak';
}

/** Where the tests of one run leave their figures, a line each. */
export const figuresFolder = path.join(root, 'build/reliability');

/**
 * Records what a test measured. Without `RELIABILITY=1` nothing is written: only the command that renders the document
 * asks for it.
 */
export function figure(area: Area, what: string, measured: string | number, bound: string): void {
  if (process.env['RELIABILITY'] !== '1') return;
  const form = process.env['SOAK'] === '1' ? 'soak' : 'short';
  const found: Figure = { area, what, measured: String(measured), bound, form };
  mkdirSync(figuresFolder, { recursive: true });
  // One file per process: test files run side by side.
  appendFileSync(path.join(figuresFolder, `${form}-${process.pid}.ndjson`), `${JSON.stringify(found)}\n`);
}

export const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
export const times = (ratio: number): string => `${ratio.toFixed(2)}×`;
