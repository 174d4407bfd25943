import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { nameOf } from '../../../src/cli/door/options.ts';
import type { Runner } from '../../../src/cli/organization/deploy-template.ts';
import { definition, deployTemplate, runners } from '../../../src/cli/organization/deploy-template.ts';
import { planOptions, reachOptions } from '../../../src/cli/organization-options.ts';
import scanCommand from '../../../src/cli/organization-scan-command.ts';
import { ensureMoto } from '../../../src/stand-in/moto.ts';
import { folder } from '../run.ts';
import { customTags, cfnLint } from './lint.ts';

interface Task {
  readonly Type: string;
  readonly Resource?: string;
  readonly Next?: string;
  readonly End?: boolean;
  readonly Default?: string;
  readonly Choices?: readonly { readonly Next: string }[];
  readonly Retry?: readonly {
    readonly ErrorEquals: string[];
    readonly JitterStrategy: string;
    readonly MaxAttempts: number;
  }[];
}
interface States {
  readonly StartAt: string;
  readonly States: Readonly<Record<string, Task>>;
}
interface Machine extends States {
  readonly States: Readonly<
    Record<
      string,
      Task & {
        readonly ToleratedFailurePercentage?: number;
        readonly ItemProcessor?: States & { readonly ProcessorConfig: object };
        readonly ItemReader?: { readonly ReaderConfig: object };
      }
    >
  >;
}
interface Resource {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
}

let dir: ReturnType<typeof folder>;
beforeAll(() => void (dir = folder()));
afterAll(() => dir.remove());

const printed = (runner: Runner): string => deployTemplate(runner, ['s3:ListAllMyBuckets']);

describe.each(runners)('the stack that scans by %s', (runner) => {
  const machine = definition(runner) as Machine;
  const map = machine.States['Accounts'];

  it('has states that lead to an end, all of them reached', () => {
    for (const { StartAt, States: states } of [
      machine,
      ...(map?.ItemProcessor === undefined ? [] : [map.ItemProcessor]),
    ]) {
      const reached = new Set<string>();
      const go = (name: string): void => {
        const state = states[name];
        expect(state, name).toBeDefined();
        if (state === undefined || reached.has(name)) return;
        reached.add(name);
        const next = [state.Next, state.Default, ...(state.Choices ?? []).map((choice) => choice.Next)].filter(
          (each) => each !== undefined,
        );
        expect(next.length > 0 || state.End === true || state.Type === 'Succeed', name).toBe(true);
        next.forEach(go);
      };
      go(StartAt);
      expect([...reached].sort()).toEqual(Object.keys(states).sort());
    }
  });

  it("tries each task again with jitter, and lets no account's failure end the scan", () => {
    expect(map?.ToleratedFailurePercentage).toBe(100);
    expect(map?.ItemProcessor?.ProcessorConfig).toEqual({ Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' });
    expect(map?.ItemReader?.ReaderConfig).toEqual({ InputType: 'JSON', ItemsPointer: '/accounts' });
    const tasks = [...Object.values(machine.States), ...Object.values(map?.ItemProcessor?.States ?? {})].filter(
      ({ Type }) => Type === 'Task',
    );
    expect(tasks).toHaveLength(3);
    for (const { Retry } of tasks)
      expect(Retry).toMatchObject([{ ErrorEquals: ['States.ALL'], JitterStrategy: 'FULL', MaxAttempts: 4 }]);
  });

  it('gives the program options that it has', () => {
    const optionsIn = (state: unknown): string[] =>
      [...JSON.stringify(state).matchAll(/--([a-z-]+)/g)].map(([, name = '']) => name);
    const known = (options: object): string[] => Object.keys(options).map(nameOf);
    const plan = optionsIn(machine.States['Plan']);
    const scan = optionsIn(map?.ItemProcessor?.States['Scan']);
    expect(plan).toContain('store');
    expect(scan).toContain('account');
    expect(known({ store: '', ...planOptions, ...reachOptions })).toEqual(expect.arrayContaining(plan));
    expect(known(scanCommand.options)).toEqual(expect.arrayContaining(scan));
  });

  it('lets the runner assume the one role and write below one prefix, and nobody read the bucket without TLS', () => {
    const { Resources: all } = parse(printed(runner), { customTags }) as {
      Resources: Readonly<Record<string, Resource>>;
    };
    const { RunnerRole: role, Results: bucket, ResultsPolicy: policy } = all;
    const text = JSON.stringify(role?.Properties['Policies']);
    expect([...text.matchAll(/"Action":"?(\[[^\]]*\]|[^",]*)/g)].map(([, actions]) => actions).join(' ')).not.toMatch(
      /\*|Delete|PutBucket|iam:/,
    );
    expect(text).toContain('arn:${AWS::Partition}:iam::*:role/${RoleName}');
    expect(text).toContain('${Results.Arn}/scans/*');
    const others = Object.values(all).filter(
      ({ Type, Properties }) => Type.startsWith('AWS::IAM::') && JSON.stringify(Properties).includes('RunnerRole"}]'),
    );
    // What reads the stack's own account reads, and does nothing else.
    for (const { Properties } of others)
      expect(JSON.stringify(Properties)).not.toMatch(/:(?:Put|Create|Delete|Update|AssumeRole)/);
    expect(bucket?.Properties['PublicAccessBlockConfiguration']).toEqual({
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    });
    expect(JSON.stringify(bucket?.Properties['BucketEncryption'])).toContain('AES256');
    expect(JSON.stringify(policy)).toContain('"Effect":"Deny","Principal":"*","Action":"s3:*"');
    expect(JSON.stringify(policy)).toContain('"Bool":{"aws:SecureTransport":"false"}');
  });
});

const { available } = await ensureMoto();
it.runIf(available)('cfn-lint has nothing to say', { timeout: 90_000 }, async () => {
  const files: string[] = [];
  for (const runner of runners) {
    files.push(join(dir.path, `${runner}.yaml`));
    writeFileSync(files.at(-1) ?? '', printed(runner));
  }
  expect(await cfnLint(files)).toBe('');
});
