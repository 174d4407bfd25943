import { execFileSync } from 'node:child_process';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FixValues } from '../../src/engine/fix.ts';
import { fillShell, fillTerraform, fixOf, fixValues } from '../../src/engine/fix.ts';
import { hostileName } from '../reports/fixture.ts';

const values = (name: string): FixValues => ({
  name,
  id: 'i-0abc',
  arn: `arn:aws:s3:::${name}`,
  account: '111122223333',
  region: 'eu-west-1',
  partition: 'aws',
});

/** The words that one shell makes of each command, as bytes read as UTF-8. */
function words(commands: readonly string[]): string[][] {
  // A word that no name can be stands after those of each command.
  const script = commands.map((command) => `printf '%s\\0' ${command} END`).join('\n');
  const said = execFileSync('bash', ['-c', script], { encoding: 'utf8' }).split('\0').slice(0, -1);
  const found: string[][] = [[]];
  for (const word of said)
    if (word === 'END') found.push([]);
    else found.at(-1)?.push(word);
  return found.slice(0, -1);
}

describe('fillShell', () => {
  it.each([
    ['aws s3 ls {name} --region {region}', 'logs', 'aws s3 ls logs --region eu-west-1'],
    ['ls {arn}', 'a/b.c_d-1', 'ls arn:aws:s3:::a/b.c_d-1'],
    ['ls {name}', "o'brien", "ls 'o'\\''brien'"],
    ['ls {name}', '', "ls ''"],
    ['ls {name}', '-rf', "ls '-rf'"],
    ['ls {name}', 'a b', "ls 'a b'"],
    ['ls {name}', '$(id)', "ls '$(id)'"],
    ['ls "{name}"', 'a "$x"', 'ls "a \\"\\$x\\""'],
    [`ls '{"Name":"{name}"}'`, "o'b", `ls '{"Name":"o'\\''b"}'`],
    ['ls {name}', 'a\u001bb', "ls $'a\\x1bb'"],
    ['ls {other} {NAME}', 'a', 'ls {other} {NAME}'],
    ['ls {name}', '{arn}', "ls '{arn}'"],
  ])('fills %s with %j', (template, name, expected) => {
    expect(fillShell(template, values(name))).toBe(expected);
  });

  const templates: [string, (name: string) => string[]][] = [
    ['a {name} b', (name) => ['a', name, 'b']],
    ['a "<{name}>" b', (name) => ['a', `<${name}>`, 'b']],
    [`a '<{name}>' b`, (name) => ['a', `<${name}>`, 'b']],
    [`a x{name}y \\" {name}`, (name) => ['a', `x${name}y`, '"', name]],
  ];

  it.each(templates)('a shell reads in %s the name and nothing else, whatever the name is', (template, expected) => {
    const anyName = fc.string({
      unit: fc.oneof(
        fc.constantFrom(...Array.from('\'"\\`$!;&|<>(){}*?~# \t\u001b\u202e-=\n', (c) => c)),
        fc.constantFrom('a', 'é', '🦆'),
      ),
      maxLength: 12,
    });
    const names = [hostileName, ...fc.sample(anyName, 60)];
    expect(words(names.map((name) => fillShell(template, values(name))))).toEqual(names.map(expected));
  });
});

describe('fillTerraform', () => {
  it.each([
    ['bucket = "{name}"', 'logs', 'bucket = "logs"'],
    ['bucket = "{name}"', 'a"b\\c', 'bucket = "a\\"b\\\\c"'],
    ['bucket = "{name}"', '${file("x")} %{if}', 'bucket = "$${file(\\"x\\")} %%{if}"'],
    ['bucket = {name}', 'a b', 'bucket = "a b"'],
    ['bucket = "{name}"', 'a\u202eb\n', 'bucket = "a\\u202eb\\u000a"'],
    ['# it\'s fine\nbucket = "{name}"', 'a"b', '# it\'s fine\nbucket = "a\\"b"'],
  ])('fills %s with %j', (template, name, expected) => {
    expect(fillTerraform(template, values(name))).toBe(expected);
  });
});

describe('names that a check found out', () => {
  const known = { ...values('x'), names: { TOPIC_ARN: "it's", ROLE: 'deployer', constructor: 'no' } };
  it.each([
    ['aws x --topic TOPIC_ARN --role ROLE', "aws x --topic 'it'\\''s' --role deployer"],
    ["aws x '[TOPIC_ARN]'", "aws x '[it'\\''s]'"],
    ['aws x MY_TOPIC_ARN TOPIC_ARNS ROLE_X xROLE OTHER', 'aws x MY_TOPIC_ARN TOPIC_ARNS ROLE_X xROLE OTHER'],
    ['aws x arn:aws:iam::1:role/ROLE', 'aws x arn:aws:iam::1:role/deployer'],
  ])('replace the words in capitals of %s', (template, expected) => {
    expect(fillShell(template, known)).toBe(expected);
  });

  it('are strings in Terraform', () => {
    expect(fillTerraform('a = ["TOPIC_ARN"]', { ...known, names: { TOPIC_ARN: '${x}"' } })).toBe('a = ["$${x}\\""]');
  });

  it('leave the words alone when nothing was found out', () => {
    expect(fillShell('aws x TOPIC_ARN', values('x'))).toBe('aws x TOPIC_ARN');
  });
});

describe('fixValues', () => {
  const finding = { account: '1', region: 'global', resource: { name: 'n', id: 'i', arn: 'a' } };

  it.each([
    [{ names: { TOPIC_ARN: 'arn:t', N: 1 } }, { TOPIC_ARN: 'arn:t' }],
    [{ names: 'x' }, {}],
    [{}, {}],
    [null, {}],
    ['text', {}],
  ])('takes from what was observed, %j, the names %j', (observed, names) => {
    expect(fixValues({ ...finding, observed }, 'aws').names).toEqual(names);
  });

  it.each([
    ['aws', 'global', 'us-east-1'],
    ['aws-cn', 'global', 'cn-north-1'],
    ['aws-us-gov', 'global', 'us-gov-west-1'],
    ['aws', 'eu-west-1', 'eu-west-1'],
    ['aws', 'unknown', 'REGION'],
  ])('asks in %s a resource of %s through %s', (partition, region, expected) => {
    expect(fixValues({ ...finding, region }, partition).region).toBe(expected);
  });
});

describe('a fix of one finding', () => {
  const finding = {
    account: '111122223333',
    region: 'eu-west-1',
    resource: { name: 'logs', id: 'logs', arn: 'arn:logs' },
  };
  const general = { text: 'Do it.', cli: 'aws s3 rm {name}', terraform: 'name = "{name}"' };

  it('has the snippet for all beside exact commands, unless it has its own', () => {
    const exact = { note: 'Then look.', cli: 'aws s3 mb logs' };
    expect(fixOf({ ...finding, fix: exact }, general, 'aws')).toEqual({
      text: 'Do it. Then look.',
      cli: 'aws s3 mb logs',
      terraform: 'name = "logs"',
    });
    expect(fixOf({ ...finding, fix: { terraform: 'own' } }, general, 'aws')).toEqual({
      text: 'Do it.',
      terraform: 'own',
    });
  });
});
