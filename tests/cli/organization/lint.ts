import { execFile } from 'node:child_process';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { python } from '../../../src/stand-in/moto.ts';

const run = promisify(execFile);

/** What cfn-lint says of templates of CloudFormation; nothing where there is nothing to say. */
export async function cfnLint(files: readonly string[]): Promise<string> {
  try {
    const { stdout } = await run(join(dirname(python()), 'cfn-lint'), ['--format', 'parseable', ...files]);
    return stdout;
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string };
    return `${stdout ?? ''}${stderr ?? ''}`;
  }
}

/** A file of Terraform as python-hcl2 reads it. */
export async function hclOf(file: string): Promise<Readonly<Record<string, unknown>>> {
  const read = 'import hcl2, json, sys; print(json.dumps(hcl2.load(open(sys.argv[1]))))';
  const { stdout } = await run(python(), ['-c', read, file], { maxBuffer: 16_777_216 });
  return JSON.parse(stdout) as Readonly<Record<string, unknown>>;
}

/** CloudFormation's short forms, in long. */
export const customTags = ['Ref', 'If', 'Not', 'Equals', 'GetAtt', 'Sub', 'Select', 'Split', 'Join'].flatMap((name) => {
  const key = name === 'Ref' ? 'Ref' : `Fn::${name}`;
  return [
    { tag: `!${name}`, resolve: (value: string) => ({ [key]: value }) },
    { tag: `!${name}`, collection: 'seq' as const, resolve: (seq: { toJSON(): unknown }) => ({ [key]: seq.toJSON() }) },
  ];
});
