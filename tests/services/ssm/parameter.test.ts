import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parameter } from '../../../src/services/ssm/parameter.ts';
import { expectNoSecret, planted } from '../../helpers/planted.ts';
import { awsError, collectType } from '../../helpers/resource-suite.ts';

const arn = (name: string): string => `arn:aws:ssm:eu-west-1:111122223333:parameter/${name}`;
const listed = (...names: string[]) => ({
  Parameters: names.map((Name) => ({ Name, ARN: arn(Name), Type: 'String', LastModifiedDate: new Date(0) })),
});
const answered =
  (value: (name: string) => string, type = 'String') =>
  (input: { Names: string[] }) => ({
    Parameters: input.Names.map((Name) => ({ Name, Type: type, Value: value(Name), Version: 1 })),
    InvalidParameters: [],
  });

describe('AWS::SSM::Parameter', () => {
  it('lists the parameters of every page and makes the ARN that is not given', async () => {
    const { records } = await collectType(parameter, [], {
      DescribeParameters: ({ NextToken }: { NextToken?: string }) =>
        NextToken === undefined
          ? { ...listed('a'), NextToken: 'more' }
          : { Parameters: [{ Name: '/prod/b', Type: 'SecureString' }, { Name: 'c' }] },
    });
    expect(records.map(({ item, arn }) => [item, arn])).toEqual([
      [{ id: 'a', arn: arn('a'), type: 'String', policies: 0, changedAt: '1970-01-01T00:00:00.000Z' }, arn('a')],
      [{ id: 'c', arn: undefined, type: undefined, policies: 0 }, arn('c')],
      [{ id: '/prod/b', arn: undefined, type: 'SecureString', policies: 0 }, arn('prod/b')],
    ]);
  });

  it('asks for ten values at a time', async () => {
    const names = Array.from({ length: 45 }, (_, index) => `p${index}`);
    const { records, sent } = await collectType(parameter, ['valueSecrets'], {
      DescribeParameters: listed(...names),
      GetParameters: answered(() => 'blue'),
    });
    const asked = sent
      .filter(({ operation }) => operation === 'GetParameters')
      .map(({ input }) => input['Names'] as string[]);
    expect(asked.flat().sort()).toEqual([...names].sort());
    expect(Math.max(...asked.map(({ length }) => length))).toBe(10);
    expect(asked.length).toBeLessThanOrEqual(7);
    for (const { outcomes } of records)
      expect(outcomes['valueSecrets']).toEqual({ kind: 'present', value: { secrets: [], bytes: 4 } });
  });

  it('asks for no value of a SecureString and never for decryption', async () => {
    const { records, sent } = await collectType(parameter, ['valueSecrets'], {
      DescribeParameters: {
        Parameters: [
          ...listed('plain').Parameters,
          { Name: 'secure', Type: 'SecureString' },
          { Name: 'list', Type: 'StringList' },
        ],
      },
      GetParameters: answered(() => 'blue'),
    });
    expect(sent.filter(({ operation }) => operation === 'GetParameters').map(({ input }) => input)).toEqual([
      { Names: ['plain', 'list'], WithDecryption: false },
    ]);
    expect(records.map(({ item, outcomes }) => [item.id, outcomes['valueSecrets']])).toEqual([
      ['list', { kind: 'present', value: { secrets: [], bytes: 4 } }],
      ['plain', { kind: 'present', value: { secrets: [], bytes: 4 } }],
      ['secure', { kind: 'present', value: undefined }],
    ]);
  });

  it('does not look at a value that meanwhile became a SecureString', async () => {
    const { records } = await collectType(parameter, ['valueSecrets'], {
      DescribeParameters: listed('password'),
      GetParameters: answered(() => planted.password, 'SecureString'),
    });
    expect(records[0]?.outcomes['valueSecrets']).toEqual({ kind: 'present', value: undefined });
  });

  it('tells a secret by its kind and keeps no value', async () => {
    const { records } = await collectType(parameter, ['valueSecrets'], {
      DescribeParameters: listed('/prod/db/password', '/prod/colour'),
      GetParameters: answered((name) => (name.endsWith('password') ? planted.password : 'blue')),
    });
    expect(records.map(({ outcomes }) => outcomes['valueSecrets'])).toEqual([
      { kind: 'present', value: { secrets: [], bytes: 4 } },
      {
        kind: 'present',
        value: {
          secrets: [{ kind: 'password', where: { name: '/prod/db/password' }, confidence: 'high' }],
          bytes: planted.password.length,
        },
      },
    ]);
    expectNoSecret(JSON.stringify(records));
  });

  it.each([
    ['an item is one', '/prod/db/passwords', `old,${planted.password}`, 1],
    ['an item assigns one', '/prod/options', `host=db.internal,password=${planted.password}`, 1],
    ['an item is one of a known form', '/prod/options', ['plain', planted.githubToken].join(','), 1],
    ['several items are', '/prod/db/passwords', [planted.password, `${planted.password}9`].join(','), 2],
    ['there is space around it', '/prod/db/passwords', `x, ${planted.password} ,y`, 1],
    ['it is a document with commas', '/prod/config', JSON.stringify({ a: 1, db_password: planted.password }), 1],
    ['no item is', '/prod/zones', 'eu-west-1a,eu-west-1b', 0],
    ['it is empty', '/prod/zones', '', 0],
  ])('examines the items of a StringList: %s', async (_when, name, value, count) => {
    const { records } = await collectType(parameter, ['valueSecrets'], {
      DescribeParameters: { Parameters: [{ Name: name, Type: 'StringList' }] },
      GetParameters: answered(() => value, 'StringList'),
    });
    const outcome = records[0]?.outcomes['valueSecrets'];
    expect(outcome).toMatchObject({ kind: 'present' });
    expect(outcome?.kind === 'present' && (outcome.value as { secrets: object[] }).secrets).toHaveLength(count);
    expectNoSecret(JSON.stringify(records));
  });

  it('says which action is missing', async () => {
    const { records } = await collectType(parameter, ['valueSecrets'], {
      DescribeParameters: listed('a', 'b'),
      GetParameters: awsError('AccessDeniedException', 'no', 400),
    });
    for (const { outcomes } of records)
      expect(outcomes['valueSecrets']).toMatchObject({ kind: 'denied', actions: ['ssm:GetParameters'] });
  });

  it('knows nothing of a parameter that is gone', async () => {
    const { records } = await collectType(parameter, ['valueSecrets'], {
      DescribeParameters: listed('a'),
      GetParameters: { Parameters: [], InvalidParameters: ['a'] },
    });
    expect(records[0]?.outcomes['valueSecrets']).toMatchObject({ kind: 'failed', code: 'ParameterNotFound' });
  });

  it('reads tags', async () => {
    const { records, sent } = await collectType(parameter, ['tags'], {
      DescribeParameters: listed('a'),
      ListTagsForResource: { TagList: [{ Key: 'team', Value: 'shop' }] },
    });
    expect(records[0]?.outcomes['tags']).toEqual({ kind: 'present', value: { team: 'shop' } });
    expect(sent.at(-1)?.input).toEqual({ ResourceType: 'Parameter', ResourceId: 'a' });
  });
});

describe('decryption', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const texts = files.map((file) => [file, readFileSync(join('src', file), 'utf8')] as const);

  it('is never asked for anywhere', () => {
    const asked = texts.flatMap(([file, text]) =>
      [...text.matchAll(/WithDecryption\b(.{0,12})/g)].map(([, rest]) => [file, rest]),
    );
    expect(asked.length).toBeGreaterThan(0);
    for (const [file, rest] of asked) expect(rest, file).toMatch(/^: false\b/);
  });

  it('is refused in every request for parameters', () => {
    const askers = texts.filter(([, text]) => /'GetParameter(s|sByPath|History)?', \{/.test(text));
    expect(askers.map(([file]) => file)).toEqual([join('services', 'ssm', 'parameter.ts')]);
    for (const [file, text] of askers) {
      for (const [call] of text.matchAll(/'GetParameter\w*', \{[^}]*\}/g))
        expect(call, file).toContain('WithDecryption: false');
    }
  });
});
