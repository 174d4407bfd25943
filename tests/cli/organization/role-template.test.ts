import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { roleTemplate } from '../../../src/cli/organization/role-template.ts';
import type { PolicyDocument } from '../../../src/engine/least-policy.ts';
import { inlinePoliciesLimit, managedPolicyLimit } from '../../../src/engine/least-policy.ts';
import { ensureMoto } from '../../../src/stand-in/moto.ts';
import { audit, folder } from '../run.ts';
import { cfnLint, customTags, hclOf } from './lint.ts';

interface Resource {
  readonly Type: string;
  readonly Condition?: string;
  readonly Properties: Readonly<Record<string, unknown>> & {
    readonly PolicyDocument: PolicyDocument;
    readonly Policies?: readonly { readonly PolicyDocument: PolicyDocument }[];
  };
}
const resourcesOf = (text: string) =>
  (parse(text, { customTags }) as { Resources: Readonly<Record<string, Resource>> }).Resources;

const actionsIn = ({ Statement }: PolicyDocument) => Statement.flatMap(({ Action }) => Action);
const many = (count: number) => Array.from({ length: count }, (_, at) => `service${at % 90}:DescribeSomeThings${at}`);

// All checks are loaded, and cfn-lint knows every type that AWS has: seconds on a busy machine.
vi.setConfig({ testTimeout: 90_000 });

let dir: ReturnType<typeof folder>;
beforeAll(() => void (dir = folder()));
afterAll(() => dir.remove());

describe('a role template', () => {
  it('has exactly the policies that `audit policy` prints', async () => {
    const { stdout } = await audit(['policy']);
    const printed = JSON.parse(stdout) as PolicyDocument[];
    const { stdout: text, stderr } = await audit(['policy', '--role-template', 'cloudformation']);
    const resources = resourcesOf(text);
    const managed = Object.entries(resources).filter(([name]) => name.startsWith('ReadPolicy'));
    expect(managed.map(([, { Properties }]) => Properties.PolicyDocument)).toEqual(printed);
    expect(managed.every(([, { Condition }]) => Condition === undefined)).toBe(true);
    expect(stderr).toBe('');
    const { stdout: hcl } = await audit(['policy', '--role-template', 'terraform']);
    for (const action of printed.flatMap(actionsIn)) expect(hcl).toContain(`"${action}",`);
  });

  it.each<[string, number, number, number, RegExp]>([
    ['one policy', 3, 1, 0, /^$/],
    ['as many managed policies as a role takes', 1300, 9, 0, /^the template has more than 51200 bytes[^\n]*$/],
    ['more: one is inline', 1600, 9, 1, /inline policy/],
    ['more than an inline policy holds', 2500, 14, 1, /the role has 1\d managed policies: raise/],
  ])('fits a role: %s', (_, count, most, inlines, said) => {
    const actions = many(count);
    const { text, notes } = roleTemplate('cloudformation', actions);
    const resources = Object.entries(resourcesOf(text));
    const managed = resources.filter(([name]) => name.startsWith('ReadPolicy')).map(([, each]) => each.Properties);
    const inline = resources.flatMap(([, each]) => each.Properties.Policies ?? []);
    expect(managed.length).toBeLessThanOrEqual(most);
    expect(inline).toHaveLength(inlines);
    for (const each of managed)
      expect(JSON.stringify(each.PolicyDocument).length).toBeLessThanOrEqual(managedPolicyLimit);
    for (const each of inline)
      expect(JSON.stringify(each.PolicyDocument).length).toBeLessThanOrEqual(inlinePoliciesLimit);
    const all = [...managed, ...inline].flatMap((each) => actionsIn(each.PolicyDocument));
    expect([...all].sort()).toEqual([...actions, 'ec2:DescribeRegions'].sort());
    const sids = [...managed, ...inline].flatMap(({ PolicyDocument: { Statement } }) =>
      Statement.map(({ Sid }) => Sid),
    );
    expect(new Set(sids).size).toBe(sids.length);
    expect(notes.join('\n')).toMatch(said);
    const hcl = roleTemplate('terraform', actions).text;
    expect(all.filter((action) => !hcl.includes(`"${action}",`))).toEqual([]);
  });

  it('lists accounts only where it is told that it is in the management account', () => {
    const { OrganizationPolicy: policy } = resourcesOf(roleTemplate('cloudformation', ['s3:ListAllMyBuckets']).text);
    expect(policy?.Condition).toBe('ListsAccounts');
    expect(policy === undefined ? [] : actionsIn(policy.Properties.PolicyDocument)).toContain(
      'organizations:ListAccounts',
    );
  });

  it('grants to no organization what a run needs anyway', () => {
    const { text } = roleTemplate('cloudformation', [
      ...['DescribeOrganization', 'ListAccounts', 'ListAccountsForParent'].map((each) => `organizations:${each}`),
      ...['ListOrganizationalUnitsForParent', 'ListRoots'].map((each) => `organizations:${each}`),
    ]);
    expect(Object.keys(resourcesOf(text))).toEqual(['AuditRole', 'ReadPolicy1']);
    expect(text).not.toContain('ListsAccounts');
  });

  it('is refused for another language', async () => {
    const { code, stderr } = await audit(['policy', '--role-template', 'pulumi']);
    expect(code).toBe(2);
    expect(stderr).toContain('cloudformation, terraform');
  });
});

const { available } = await ensureMoto();

describe.runIf(available)('what reads role templates', () => {
  it('cfn-lint has nothing to say', async () => {
    const [own, large] = ['own.yaml', 'large.yaml'].map((name) => join(dir.path, name));
    writeFileSync(own ?? '', (await audit(['policy', '--role-template', 'cloudformation'])).stdout);
    writeFileSync(large ?? '', roleTemplate('cloudformation', many(2500)).text);
    expect(await cfnLint([own ?? '', '--regions', 'us-east-1', 'cn-north-1', 'us-gov-west-1'])).toBe('');
    // W3037 knows every action that AWS has: those here are made up.
    expect(await cfnLint([large ?? '', '--ignore-checks', 'W3037'])).toBe('');
  });

  it('Terraform reads it', async () => {
    const file = join(dir.path, 'role.tf');
    writeFileSync(file, roleTemplate('terraform', many(1600)).text);
    const { resource, variable } = await hclOf(file);
    const types = (resource as Readonly<Record<string, unknown>>[]).flatMap((each) => Object.keys(each));
    expect(types.filter((type) => type === '"aws_iam_policy"')).toHaveLength(10);
    expect(types.filter((type) => type === '"aws_iam_role_policy"')).toHaveLength(1);
    const names = (variable as Readonly<Record<string, unknown>>[]).flatMap((each) => Object.keys(each));
    expect(names).toEqual(
      ['auditor_principal', 'external_id', 'organization_id', 'end_date', 'role_name', 'reads_organization'].map(
        (name) => `"${name}"`,
      ),
    );
    expect(readFileSync(file, 'utf8')).not.toContain('undefined');
  });
});

it('a stack is printed with what `audit policy` prints, and deployed by nobody', async () => {
  const { stdout: stack } = await audit(['org', 'deploy', '--print']);
  const { stdout: policy } = await audit(['policy']);
  for (const action of (JSON.parse(policy) as PolicyDocument[]).flatMap(actionsIn))
    expect(stack).toContain(`${action},`);
  const { code, stdout, stderr } = await audit(['org', 'deploy']);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain('needs --print');
});
