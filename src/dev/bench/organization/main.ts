import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../measure.ts';
import { benchReports } from './reports.ts';
import { benchScans } from './scans.ts';

/**
 * `npm run bench:org -- report 10000 500`: what it takes to put so many accounts together, each with so many findings that did not pass.
 * `npm run bench:org -- scan 3000`: what it takes to scan so many, by three processes that share the plan and by three workers of a queue.
 * Without arguments: both, of 1,000 accounts.
 */
const [what, ...sizes] = process.argv.slice(2);
const [accounts = 1000, findings = 500] = sizes.map(Number);
const lines = [
  ...(what === 'scan' ? [] : [...(await benchReports(accounts, findings)), '']),
  ...(what === 'report' ? [] : await benchScans(accounts)),
];
const table = `${lines.join('\n')}\n`;
process.stdout.write(table);
const file = join(root, 'build/bench-org.md');
writeFileSync(file, table + (existsSync(file) ? `\n${readFileSync(file, 'utf8')}` : ''));
