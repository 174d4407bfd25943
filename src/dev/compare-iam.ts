/**
 * Compares the policy engine with an independent evaluator over random requests: AWS's managed policies and made-up
 * statements, conditions, boundaries, session policies, resource policies, SCPs and RCPs. The other evaluator is installed
 * into a temporary folder for the run and answers in a process of its own.
 * Run: npm run compare-iam -- [--pairs 20000] [--seed 1] [--show 3]
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { type Case, randomCase } from './compare-iam/cases.ts';
import { ours, simulation, type Theirs } from './compare-iam/verdicts.ts';
import { classOf, UNEXPLAINED } from './compare-iam/classes.ts';
import { shrink } from './compare-iam/shrink.ts';
import { listKeys, managedPolicies, referenceActions } from './compare-iam/reference.ts';
import { seeded } from './compare-iam/random.ts';

const other = '@cloud-copilot/iam-simulate@0.1.173';

const { values } = parseArgs({
  options: {
    pairs: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '1' },
    show: { type: 'string', default: '1' },
  },
});
const pairs = Number(values.pairs);
const show = Number(values.show);

const folder = mkdtempSync(path.join(tmpdir(), 'compare-iam-'));

/** Asks the other evaluator; answers come in the order of the questions. */
function evaluator(): { readonly ask: (one: Case) => Promise<Theirs>; readonly stop: () => void } {
  const module = path.join(folder, 'node_modules/@cloud-copilot/iam-simulate/dist/esm/index.js');
  const worker = spawn(process.execPath, [path.join(import.meta.dirname, 'compare-iam/worker.mjs'), module], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const waiting: { resolve: (answer: Theirs) => void; reject: (error: Error) => void }[] = [];
  createInterface({ input: worker.stdout }).on('line', (line) => waiting.shift()?.resolve(JSON.parse(line) as Theirs));
  worker.on('exit', () => {
    for (const one of waiting) one.reject(new Error('the other evaluator has stopped'));
  });
  return {
    ask: (one) =>
      new Promise((resolve, reject) => {
        waiting.push({ resolve, reject });
        worker.stdin.write(`${JSON.stringify(simulation(one))}\n`);
      }),
    stop: () => worker.stdin.end(),
  };
}

const same = (theirs: Theirs, mine: string): boolean =>
  !('error' in theirs) && (theirs.verdict === 'Allowed' ? 'allowed' : 'denied') === mine;

async function compare(): Promise<void> {
  const random = seeded(Number(values.seed));
  const material = { actions: referenceActions(), lists: listKeys(), policies: managedPolicies() };
  const { ask, stop } = evaluator();
  const verdicts = new Map<string, number>();
  const refused = new Map<string, number>();
  const classes = new Map<string, { readonly request: Case; readonly ours: string; readonly theirs: string }[]>();
  const count = (map: Map<string, number>, name: string): void => void map.set(name, (map.get(name) ?? 0) + 1);
  let compared = 0;
  for (let done = 0; done < pairs; done += 200) {
    const cases = Array.from({ length: Math.min(200, pairs - done) }, () => randomCase(material, random));
    const answers = await Promise.all(cases.map(ask));
    for (const [at, one] of cases.entries()) {
      const theirs = answers[at] ?? { error: 'no answer' };
      if ('error' in theirs) {
        count(refused, theirs.error.replaceAll(/\[\d+\]|"[^"]{30,}"/g, '').slice(0, 110));
        continue;
      }
      compared++;
      const mine = ours(one, theirs.ignored);
      count(verdicts, mine);
      if (same(theirs, mine)) continue;
      const small = await shrink(one, async (next) => {
        const answer = await ask(next);
        return !('error' in answer) && answer.verdict === theirs.verdict && ours(next, answer.ignored) === mine;
      });
      const name = classOf(small);
      classes.set(name, [...(classes.get(name) ?? []), { request: small, ours: mine, theirs: theirs.verdict }]);
    }
  }
  stop();
  const differences = [...classes.values()].reduce((sum, list) => sum + list.length, 0);
  console.log(`${pairs} requests, ${compared} judged by both, ${differences} differences`);
  console.log(`our verdicts: ${[...verdicts].map(([name, times]) => `${times} ${name}`).join(', ')}`);
  for (const [reason, times] of [...refused].sort((a, b) => b[1] - a[1]))
    console.log(`not judged by the other: ${times} × ${reason}`);
  for (const [name, list] of [...classes].sort((a, b) => b[1].length - a[1].length)) {
    console.log(`\n${list.length} × ${name}`);
    for (const one of name === UNEXPLAINED ? list : list.slice(0, show)) console.log(`  ${JSON.stringify(one)}`);
  }
  if (classes.has(UNEXPLAINED)) process.exitCode = 1;
}

try {
  const installed = spawnSync(
    'npm',
    ['install', '--prefix', folder, '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', other],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  if (installed.status !== 0) throw new Error(`${other} could not be installed`);
  await compare();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
