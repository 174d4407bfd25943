import { execFileSync, spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { checks } from '../../checks/index.ts';
import { sessionWith } from '../helpers/connection.ts';
import type { Finding } from '../../src/engine/finding.ts';
import type { Check } from '../../src/engine/check.ts';
import { evaluate } from '../../src/engine/evaluate.ts';
import { collect } from '../../src/inventory/collect.ts';
import { Inventory } from '../../src/inventory/inventory.ts';
import { callsOfPlan, planFor } from '../../src/inventory/plan.ts';
import type { Front } from '../../src/stand-in/front.ts';
import { startFront } from '../../src/stand-in/front.ts';
import { python } from '../../src/stand-in/moto.ts';
import { root } from '../../src/stand-in/root.ts';

/** Where the resources of cases are, unless a case says otherwise. */
export const region = 'eu-west-1';
/** The emulator's account. */
export const account = '123456789012';

/**
 * Runs an AWS CLI command (without `aws`) and answers what it prints. Values may hold spaces; those that are no texts are
 * written as JSON: aws`iam create-user --user-name ${name}`
 */
export type Aws = (parts: TemplateStringsArray, ...values: readonly unknown[]) => Promise<string>;

/** A failing resource. Answers values for the words in capitals of the fix, which only a person can give. */
export type Build = (aws: Aws, front: Front) => Promise<Readonly<Record<string, string>> | void>;

/** An account in the emulator, the AWS CLI to change it and checks to judge it. */
export interface World {
  readonly aws: Aws;
  /** Answers for what the emulator lacks or gets wrong. */
  readonly front: Front;
  /** Runs the lines of a fix as a shell would. @throws when a command fails */
  paste(script: string): Promise<void>;
  /** What the checks of the same resources say. */
  judge(check: Check): Promise<readonly Finding[]>;
  reset(): Promise<void>;
  stop(): Promise<void>;
}

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export async function startWorld(): Promise<World> {
  const child = spawn(python(), [path.join(root, 'tests/fixes/driver.py')], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: {
      PATH: process.env['PATH'],
      AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
      AWS_SECRET_ACCESS_KEY: 'x',
      MOTO_IAM_LOAD_MANAGED_POLICIES: 'true',
      MOTO_EC2_LOAD_DEFAULT_AMIS: 'false',
      MOTO_S3_ALLOW_CROSSACCOUNT_ACCESS: 'false',
    },
  });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const next = async (): Promise<string> => {
    const line = await lines.next();
    if (line.done === true) throw new Error('the emulator ended');
    return line.value;
  };
  const { port } = JSON.parse(await next()) as { port: number };
  const upstream = `http://127.0.0.1:${port}`;
  const front = await startFront({ upstream });
  const run = async (words: readonly string[]): Promise<string> => {
    child.stdin.write(`${JSON.stringify(words)}\n`);
    const { code, out, err } = JSON.parse(await next()) as Ran;
    if (code !== 0) throw new Error(`aws ${words.join(' ')}: exit ${code}: ${err.trim() || out.trim()}`);
    return out.trim();
  };
  return {
    front,
    async aws(parts, ...values) {
      const words = wordsOf(parts, values);
      return run(words.includes('--region') ? words : [...words, '--region', region]);
    },
    async paste(script) {
      for (const words of commandsOf(script)) await run(words);
    },
    judge: async (check) => judged(front.url, check),
    async reset() {
      front.reset();
      await (await fetch(`${upstream}/moto-api/reset`, { method: 'POST' })).arrayBuffer();
    },
    async stop() {
      child.kill('SIGKILL');
      await front.stop();
    },
  };
}

function wordsOf(parts: TemplateStringsArray, values: readonly unknown[]): string[] {
  const words: string[] = [];
  let open = false;
  parts.forEach((part, at) => {
    part.split(/(\s+)/).forEach((piece) => {
      if (/^\s+$/.test(piece)) open = false;
      else if (piece !== '') {
        if (open) words[words.length - 1] += piece;
        else words.push(piece);
        open = true;
      }
    });
    if (at >= values.length) return;
    const value = values[at];
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    if (open) words[words.length - 1] += text;
    else words.push(text);
    open = true;
  });
  return words;
}

/** The words of each `aws` command of a script, as bash reads them. */
export function commandsOf(script: string): string[][] {
  const program = `aws() { printf '%s\\0' "$#" "$@"; }\n${script}`;
  const words = execFileSync('bash', ['-euc', program], { encoding: 'utf8' }).split('\0');
  const commands: string[][] = [];
  for (let at = 0; at < words.length - 1;) {
    const count = Number(words[at]);
    commands.push(words.slice(at + 1, at + 1 + count));
    at += 1 + count;
  }
  return commands;
}

async function judged(endpointUrl: string, { id, resource }: Check): Promise<readonly Finding[]> {
  // What is worked out of the whole account would read all of it.
  const same = checks.filter(
    (each) => each.resource.key === resource.key && (each.id === id || each.derived === undefined),
  );
  const plan = planFor(same);
  const session = sessionWith({
    endpointUrl,
    env: { AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE', AWS_SECRET_ACCESS_KEY: 'x', AWS_REGION: region },
  });
  try {
    const inventory = new Inventory({
      account,
      partition: 'aws',
      caller: `arn:aws:iam::${account}:user/audit`,
      regions: [region],
      skippedRegions: [],
      startedAt: new Date().toISOString(),
      version: '0.0.0',
    });
    for (const { service, calls } of callsOfPlan(plan)) session.connection.guard.allow(service, calls);
    await collect({ plan, inventory, apis: session.apis });
    return evaluate(same, inventory, { now: Date.now() }).findings;
  } finally {
    session.connection.close();
  }
}
