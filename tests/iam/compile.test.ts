import { describe, expect, it } from 'vitest';
import { authorize, compile, exposure, grantsAdministrator } from '../../src/iam/index.ts';
import { ACCOUNT, docs, policy } from './documents.ts';

const statement = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::b/*' };
const ask = (document: unknown, action = 's3:GetObject', resource = 'arn:aws:s3:::b/key'): string =>
  authorize({
    caller: { type: 'user', arn: `arn:aws:iam::${ACCOUNT}:user/u`, account: ACCOUNT },
    action,
    resource,
    identity: [{ name: 'p', document }],
  }).verdict;

/** Processor time of this process in milliseconds: other programs on the machine must not fail a test. */
const cpuMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

describe(`a document in any of the forms that AWS accepts (${docs.grammar})`, () => {
  const plain = policy(statement);
  it.each([
    ['an object', plain],
    ['text', JSON.stringify(plain)],
    ['text with a byte order mark and blanks', ` \n\uFEFF${JSON.stringify(plain, null, 2)}\n`],
    ['URL-encoded text', encodeURIComponent(JSON.stringify(plain))],
    ['URL-encoded indented text', encodeURIComponent(`\n${JSON.stringify(plain, null, 2)}`)],
    ['text inside a JSON string', JSON.stringify(JSON.stringify(plain))],
    ['one statement without a list', { Version: '2012-10-17', Statement: statement }],
    ['lists of one', policy({ Effect: 'Allow', Action: ['s3:GetObject'], Resource: ['arn:aws:s3:::b/*'] })],
    [
      'element names in other cases',
      { version: '2012-10-17', statement: [{ effect: 'allow', ACTION: 'S3:getobject', resource: 'arn:aws:s3:::b/*' }] },
    ],
    ['no Version', { Statement: [statement] }],
    ['a statement list alone', [statement]],
    ['an empty list beside it', policy(statement, { Effect: 'Allow', Action: [], Resource: '*' })],
  ])('%s', (_, document) => {
    expect(compile(document).problems).toEqual([]);
    expect(ask(document)).toBe('allowed');
    expect(ask(document, 's3:PutObject')).toBe('denied');
  });

  it('is compiled once, whether it comes as the same object or as an equal one', () => {
    expect(compile(plain)).toBe(compile(plain));
    expect(compile(structuredClone(plain))).toBe(compile(plain));
  });

  // Equal texts are compiled once: whichever came first, what it says must be what the text says.
  it.each([
    ['a statement', { Effect: 'Allow', Principal: '*', NotPrincipal: undefined, Action: 's3:*', Resource: '*' }],
    ['a principal', { Effect: 'Allow', Principal: { AWS: '*', Service: undefined }, Action: 's3:*', Resource: '*' }],
    ['an operator', { Effect: 'Allow', Action: 's3:*', Resource: '*', Condition: { StringEquals: undefined } }],
    [
      'a key',
      { Effect: 'Allow', Action: 's3:*', Resource: '*', Condition: { Bool: { 'aws:ViaAWSService': undefined } } },
    ],
  ])('says what its text says, where %s has a member without a value', (_, statement) => {
    const [mine, text] = ['mine', 'text'].map((Id) => ({ Id, Version: '2012-10-17', Statement: [statement] }));
    const compiled = compile(mine);
    const { problems, statements } = compile(JSON.stringify(text));
    expect({ ...compiled, statements: compiled.statements.map((one) => ({ ...one, json: 0 })) }).toMatchObject({
      problems,
      statements: statements.map((one) => ({ ...one, json: 0 })),
    });
  });

  it('is not changed', () => {
    const frozen = structuredClone(plain);
    const before = JSON.stringify(frozen);
    Object.freeze(frozen);
    ask(frozen);
    expect(JSON.stringify(frozen)).toBe(before);
  });
});

const nested = (depth: number): string => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
const cyclic: Record<string, unknown> = { Version: '2012-10-17' };
cyclic['Statement'] = cyclic;
let deep: unknown = 1;
for (let at = 0; at < 100_000; at++) deep = [deep];

describe('a document that cannot be read', () => {
  it.each<readonly [string, unknown]>([
    ['text that is cut off', '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*"'],
    ['no JSON at all', 'hello'],
    ['broken URL encoding', '%7B%22Version%22%ZZ'],
    ['a number', 7],
    ['true', true],
    ['an empty object', {}],
    ['an empty text', ''],
    ['null', null],
    ['a JSON number', '7'],
    ['a JSON list of numbers', '[1,2]'],
    ['a Statement that is text', { Version: '2012-10-17', Statement: 'Allow' }],
    ['a Statement that is null', { Version: '2012-10-17', Statement: null }],
    ['a statement that is a list', policy([] as never)],
    ['a statement without Effect', policy({ Action: '*', Resource: '*' })],
    ['an Effect nobody knows', policy({ Effect: 'Maybe', Action: '*', Resource: '*' })],
    ['an Effect that is a list', policy({ Effect: ['Allow'], Action: '*', Resource: '*' })],
    ['a statement without Action', policy({ Effect: 'Allow', Resource: '*' })],
    ['an Action that is a number', policy({ Effect: 'Allow', Action: 7, Resource: '*' })],
    ['an Action that is an object', policy({ Effect: 'Allow', Action: { a: 1 }, Resource: '*' })],
    ['Action and NotAction', policy({ Effect: 'Allow', Action: '*', NotAction: 's3:*', Resource: '*' })],
    ['Resource and NotResource', policy({ Effect: 'Allow', Action: '*', Resource: '*', NotResource: 'x' })],
    ['a Resource that is null', policy({ Effect: 'Allow', Action: '*', Resource: null })],
    ['a Condition that is text', policy({ ...statement, Condition: 'x' })],
    ['a Condition operator without keys', policy({ ...statement, Condition: { StringEquals: 'x' } })],
    [
      'a condition value that is an object',
      policy({ ...statement, Condition: { StringEquals: { 'aws:username': { a: 1 } } } }),
    ],
    ['a Version nobody knows', { Version: '2030-01-01', Statement: [statement] }],
    ['one element in two cases', policy({ ...statement, action: 's3:PutObject' })],
    [
      'a name twice in one object',
      '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]}',
    ],
    ['an escaped name beside others', '{"Version":"2012-10-17","Statement":[{"Eff\\"ect":"Deny"}]}'],
    ['extreme nesting', nested(50_000)],
    [
      'extreme nesting in an object',
      { Version: '2012-10-17', Statement: [{ ...statement, Condition: { StringEquals: { 'aws:username': deep } } }] },
    ],
    ['a cycle', cyclic],
    ['a list of garbage', policy(null as never, 1 as never, 'x' as never, statement)],
  ])('makes no answer certain, and never throws: %s', (_, document) => {
    expect(compile(document).problems).not.toEqual([]);
    expect(ask(document)).toBe('possible');
  });

  it('never looks private', () => {
    for (const document of [
      '{"Version"',
      policy({ Action: '*', Resource: '*', Principal: '*' }),
      { Statement: 'x' },
      7,
    ]) {
      const found = exposure({ kind: 's3', arn: 'arn:aws:s3:::b', policy: document }, { account: ACCOUNT });
      expect(found.verdict).toBe('unknown');
      expect(found.access).toEqual({ read: 'unknown', write: 'unknown', administer: 'unknown' });
      expect(found.unknown.length).toBeGreaterThan(0);
    }
  });

  it('does not hide what the readable part grants', () => {
    const found = exposure(
      {
        kind: 's3',
        arn: 'arn:aws:s3:::b',
        policy: policy({ ...statement, Principal: '*' }, { Effect: 'Allow', Principal: '*', Resource: '*' }),
      },
      { account: ACCOUNT },
    );
    expect(found.access).toEqual({ read: 'public', write: 'unknown', administer: 'unknown' });
  });

  it('does not make an administrator of nobody', () => {
    expect(grantsAdministrator('{"Version"').answer).toBe('possible');
    expect(grantsAdministrator(policy(statement)).answer).toBe('no');
  });

  it('in a denial leaves open whether it denies', () => {
    expect(ask(policy(statement, { Effect: 'Deny', Resource: '*' }))).toBe('possible');
    expect(
      ask(
        policy(statement, { Effect: 'Deny', Action: 's3:*', Resource: '*', Condition: { Sometimes: { 'a:b': 'c' } } }),
      ),
    ).toBe('possible');
  });
});

describe('a very large policy', () => {
  it('of six megabytes is judged within seconds', () => {
    const statements = Array.from({ length: 40_000 }, (_, at) => ({
      Effect: at % 3 === 0 ? 'Deny' : 'Allow',
      Principal: { AWS: `arn:aws:iam::${String(200_000_000_000 + at)}:root` },
      Action: ['s3:GetObject', `s3:Put*${at}`],
      Resource: `arn:aws:s3:::b/${at}*a*a*a*b`,
    }));
    const text = JSON.stringify({ Version: '2012-10-17', Statement: statements });
    expect(text.length).toBeGreaterThan(6_000_000);
    const started = cpuMs();
    expect(ask(text)).toBe('denied');
    expect(cpuMs() - started).toBeLessThan(5000);
  });

  it.each([
    ['s3', 's3:GetObject', { AWS: 'arn:aws:iam::1:root' }],
    ['s3', 's3:*', '*'],
    [
      'role',
      'sts:AssumeRoleWithWebIdentity',
      { Federated: 'arn:aws:iam::1:oidc-provider/token.actions.githubusercontent.com' },
    ],
    ['sqs', 'sqs:SendMessage', { Service: 'sns.amazonaws.com' }],
  ] as const)(
    'of thousands of statements has an exposure within seconds, and never a wrong one: %s %s to %j',
    (kind, action, principal) => {
      const statements = Array.from({ length: 6_000 }, (_, at) => ({
        Effect: at % 5 === 0 ? 'Deny' : 'Allow',
        Principal:
          principal === '*' || !('AWS' in principal)
            ? principal
            : { AWS: `arn:aws:iam::${String(200_000_000_000 + at)}:root` },
        Action: [action, `${kind}:Put${at}`],
        ...(kind === 'role' ? {} : { Resource: `arn:aws:${kind}:::b/${at}*a*` }),
        Condition: {
          StringLike: {
            [kind === 'role' ? 'token.actions.githubusercontent.com:sub' : 'aws:UserAgent']: `*${at}*`,
            'aws:Referer': `a*${at}`,
          },
        },
      }));
      const started = cpuMs();
      const found = exposure({ kind, policy: policy(...statements) }, { account: ACCOUNT });
      if (kind === 'sqs') expect(found.confusedDeputies.length).toBeGreaterThan(0);
      else expect(found.verdict).not.toBe('private');
      expect(cpuMs() - started).toBeLessThan(15_000);
    },
  );

  it('with one enormous glob is judged within seconds', () => {
    const document = policy({ Effect: 'Allow', Action: 's3:*', Resource: `arn:aws:s3:::${'*a'.repeat(3_000_000)}*b` });
    const started = cpuMs();
    expect(ask(document, 's3:GetObject', `arn:aws:s3:::${'a'.repeat(2000)}`)).toBe('denied');
    expect(cpuMs() - started).toBeLessThan(5000);
  });
});
