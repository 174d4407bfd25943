import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSecrets } from '../../src/secrets/find.ts';
import { alnum, base64, chosen, hex, join, maker, pem, upper } from './synthetic.ts';

const [, hunter] = chosen;
const github = (): string => join('gh', 'p_', alnum(36));

describe('findSecrets', () => {
  it('tells line and column of a secret in a text, both from 1', async () => {
    expect(await findSecrets(`a=1\nexport DB_PASSWORD=${hunter}\n`)).toEqual([
      { kind: 'password', where: { line: 2, column: 20 }, confidence: 'medium' },
    ]);
    expect(await findSecrets(`${github()}\n\n  x ${github()}`)).toEqual([
      { kind: 'github-token', where: { line: 1, column: 1 }, confidence: 'high' },
      { kind: 'github-token', where: { line: 3, column: 5 }, confidence: 'high' },
    ]);
  });

  it('tells the name of a secret among named values', async () => {
    const values = [
      { name: 'LOG_LEVEL', value: 'info' },
      { name: 'DB_PASSWORD', value: hunter },
      { name: 'REPO_TOKEN', value: github() },
    ];
    expect(await findSecrets(values)).toEqual([
      { kind: 'password', where: { name: 'DB_PASSWORD' }, confidence: 'medium' },
      { kind: 'github-token', where: { name: 'REPO_TOKEN' }, confidence: 'high' },
    ]);
  });

  it('keeps the values of neighbours apart', async () => {
    const [first, second] = [join('gh', 'p_'), alnum(36)];
    expect(
      await findSecrets([
        { name: 'A', value: first },
        { name: 'B', value: second },
      ]),
    ).toEqual([]);
    const values = Array.from({ length: 50 }, (_, index) => ({
      name: `V${index}`,
      value: index % 7 === 3 ? github() : `plain ${index}`,
    }));
    expect((await findSecrets(values)).map(({ where }) => where)).toEqual(
      [3, 10, 17, 24, 31, 38, 45].map((index) => ({ name: `V${index}` })),
    );
  });

  it('does not repeat a name that is a secret itself', async () => {
    expect(await findSecrets([{ name: github(), value: github() }])).toEqual([
      { kind: 'github-token', where: { name: '#1' }, confidence: 'high' },
    ]);
  });

  it('tells a secret once, by its most special kind', async () => {
    const url = `DATABASE_URL=postgres://app:${alnum(16)}@db.internal/shop`;
    expect((await findSecrets(url)).map(({ kind }) => kind)).toEqual(['url-credentials']);
    expect((await findSecrets(`TOKEN=${github()}`)).map(({ kind }) => kind)).toEqual(['github-token']);
    expect((await findSecrets(`aws_secret_access_key=a1B${base64(37)}`)).map(({ kind }) => kind)).toEqual([
      'aws-secret-access-key',
    ]);
    expect((await findSecrets(pem('RSA PRIVATE KEY'))).map(({ kind }) => kind)).toEqual(['private-key']);
  });

  it('tells a known format rather than the name it is under', async () => {
    expect((await findSecrets(`AUTH_TOKEN="Bearer ${github()}"`)).map(({ kind }) => kind)).toEqual(['github-token']);
    expect((await findSecrets(`AWS_ACCESS_KEY=${join('AK', 'IA', upper(16))}`)).map(({ kind }) => kind)).toEqual([
      'aws-access-key-id',
    ]);
  });

  it('knows names for fields from secrets', async () => {
    expect(await findSecrets('{"password":"Password"}')).toEqual([]);
    expect(await findSecrets('secretKey: password\n')).toEqual([]);
    expect(await findSecrets('{"db_password":"Password"}')).toHaveLength(1);
  });

  it('does not take references in a template for values', async () => {
    expect(
      await findSecrets(`{"Password":{"Ref":"${alnum(20)}"},"Token":{"Fn::GetAtt":["${alnum(20)}","x"]}}`),
    ).toEqual([]);
    expect(await findSecrets(`{"Password":{"Default":"${alnum(20)}"}}`)).toHaveLength(1);
  });

  it('brings a name and a value of YAML together only when they belong together', async () => {
    const list = (name: string, other: string): string =>
      `env:\n  - name: ${name}\n    value: ${hunter}\n  - name: ${other}\n    value: info\n`;
    expect(await findSecrets(list('DB_PASSWORD', 'LOG_LEVEL'))).toEqual([
      { kind: 'password', where: { line: 3, column: 12 }, confidence: 'medium' },
    ]);
    expect(await findSecrets(list('LOG_LEVEL', 'PATH'))).toEqual([]);
    expect(
      await findSecrets('Tags:\n  - Key: password-owner-team\n    Value: x\nOther:\n  Value: Blue42whale\n'),
    ).toEqual([]);
  });

  it('does not take prose and code for values', async () => {
    expect(
      await findSecrets('password: whatever you like\npassword = config.db_password\ndbPassword: db_password,\n'),
    ).toEqual([]);
  });

  it('tells what is in an encoded part to be where the part begins', async () => {
    const inner = Buffer.from(`[db]\npassword=${hunter}\n`).toString('base64');
    expect(await findSecrets(`files:\n- content: ${inner}\n`)).toEqual([
      { kind: 'password', where: { line: 2, column: 12 }, confidence: 'medium' },
    ]);
  });

  it('tells lines of the script, not of the base64, for user data', async () => {
    const script = `#!/bin/bash\n\nDB_PASSWORD=${hunter}\n`;
    const expected = [{ kind: 'password', where: { line: 3, column: 13 }, confidence: 'medium' }];
    expect(await findSecrets(Buffer.from(script).toString('base64'), { source: 'user-data' })).toEqual(expected);
    expect(await findSecrets(gzipSync(script).toString('base64'), { source: 'user-data' })).toEqual(expected);
    expect(await findSecrets(gzipSync(script))).toEqual(expected);
    expect(await findSecrets(script, { source: 'user-data' })).toEqual(expected);
  });

  it('looks into base64 inside base64, and stops somewhere', async () => {
    let text = `DB_PASSWORD=${hunter}`;
    for (let round = 0; round < 3; round += 1) text = Buffer.from(text).toString('base64');
    expect(await findSecrets(text)).toHaveLength(1);
    text = Buffer.from(text).toString('base64');
    await expect(findSecrets(text)).rejects.toThrow(/encoded more than 3 times, so it was not examined/);
    for (let round = 0; round < 12; round += 1) text = Buffer.from(text).toString('base64');
    await expect(findSecrets(text)).rejects.toThrow(RangeError);
    // What was found stands.
    expect(await findSecrets(`${text}\nDB_PASSWORD=${hunter}`)).toHaveLength(1);
  });

  it('looks into JSON inside JSON as often as it stands there', async () => {
    let text: string = JSON.stringify({ password: hunter });
    for (let round = 0; round < 6; round += 1) text = JSON.stringify({ body: text });
    expect(await findSecrets(text)).toHaveLength(1);
  });

  it.each<[string, (value: string) => string]>([
    ['a named value', (value) => value],
    ['an assignment', (value) => `X=1\nDB_PASSWORD=${value}\n`],
    ['an assignment in quotes', (value) => `DB_PASSWORD="${value}"\n`],
    ['JSON', (value) => JSON.stringify({ password: value })],
    ['a name and a value of YAML', (value) => `- name: DB_PASSWORD\n  value: '${value}'\n`],
    ['an element of XML', (value) => `<password>${value}</password>`],
    ['attributes of XML', (value) => `<add key="DB_PASSWORD" value="${value}"/>`],
    ['an element of XML that is named', (value) => `<setting name="DB_PASSWORD">${value}</setting>`],
  ])('finds a secret of any length in %s', async (what, text) => {
    for (const length of [40, 600, 1100, 1500, 5000, 100_000]) {
      const value = text(alnum(length));
      const found = await findSecrets(what === 'a named value' ? [{ name: 'DB_PASSWORD', value }] : value);
      expect(
        found.map(({ kind }) => kind),
        `${length} characters`,
      ).toEqual(['password']);
    }
  });

  it('looks into the encoded part after thousands of words that may be some', async () => {
    const words = Array.from({ length: 10_000 }, (_, index) => `LogicalIdOfAResourceNumber${index}: x`).join('\n');
    const part = Buffer.from(`export DB_PASSWORD=${hunter}\n`).toString('base64');
    expect(await findSecrets(`${words}\nX: ${part}\n`)).toHaveLength(1);
    const packed = gzipSync(`export DB_PASSWORD=${hunter}\n`).toString('latin1');
    expect(await findSecrets(`${words}\nX: ${packed}\n`)).toHaveLength(1);
  });

  it('says that it does not look into more parts than there can be', async () => {
    const words = Array.from({ length: 200_001 }, (_, index) => `LogicalIdOfAResourceNumber${index}`).join('\n ');
    await expect(findSecrets(words.replaceAll('\n', ';'))).rejects.toThrow(
      /more than 200000 words that may be encoded/,
    );
    const empty = gzipSync('plain text').toString('latin1');
    await expect(findSecrets(`${empty} `.repeat(101))).rejects.toThrow(/more than 100 packed parts/);
  });

  it('looks at what is no text as well', async () => {
    const bytes = Buffer.concat([
      Buffer.from([0, 1, 2, 255, 254]),
      Buffer.from(` ${github()} `),
      Buffer.from([0, 200, 7]),
    ]);
    expect((await findSecrets(bytes)).map(({ kind }) => kind)).toEqual(['github-token']);
  });

  it('does not call clean what it could not unpack', async () => {
    const broken = gzipSync('x'.repeat(1000)).subarray(0, 20);
    await expect(findSecrets(broken.toString('base64'), { source: 'user-data' })).rejects.toThrow(RangeError);
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024));
    await expect(findSecrets(bomb.toString('base64'), { source: 'user-data' })).rejects.toThrow(RangeError);
  });

  describe('what would unpack to gigabytes', () => {
    const packed = (text: string | Uint8Array): string => gzipSync(text, { level: 9 }).toString('base64');
    const bomb = packed('a b c\n'.repeat(1_300_000));
    const broken = gzipSync(new Uint8Array(1_900_000)).subarray(0, -12).toString('base64');
    const bombs: [string, () => string][] = [
      ['bombs in a bomb', () => packed(packed(`${bomb}\n;`.repeat(650)))],
      ['many parts, each of them small enough', () => packed(`${packed('plain text\n'.repeat(50_000))};`.repeat(300))],
      [
        'many words that are texts',
        () => packed(`${Buffer.from('some plain words, ').toString('base64')};`.repeat(120_000)),
      ],
      ['parts that break off', () => packed(`${broken};`.repeat(800))],
    ];

    it.each(bombs)('is not examined and not called clean: %s', async (_, make) => {
      const data = make();
      expect(data.length).toBeLessThan(100_000);
      await findSecrets('x');
      let answer: unknown;
      const time = await cpu(async () => {
        answer = await findSecrets(data, { source: 'user-data' }).catch((error: unknown) => error);
      });
      expect(answer).toBeInstanceOf(RangeError);
      expect((answer as Error).message).toMatch(
        /more than 4 MB in encoded parts, so it was not examined|cannot be unpacked/,
      );
      expect(time).toBeLessThan(1500);
    });

    it('does not hide what was found beside it', async () => {
      const part = Buffer.from(`export DB_PASSWORD=${hunter}\n`).toString('base64');
      expect(await findSecrets(packed(`${bomb};${part}\n`), { source: 'user-data' })).toHaveLength(1);
      for (const text of [`${bomb}\nDB_PASSWORD=${hunter}\n`, `DB_PASSWORD=${hunter}\n${bomb}\n`])
        expect(await findSecrets(packed(text), { source: 'user-data' })).toHaveLength(1);
    });

    it('is counted over all values, and anew for others', async () => {
      const values = Array.from({ length: 6 }, (__, index) => ({
        name: `V${index}`,
        value: packed('a b\n'.repeat(200_000)),
      }));
      await expect(findSecrets(values)).rejects.toThrow(/more than 4 MB in encoded parts/);
      for (const value of values) expect(await findSecrets([value])).toEqual([]);
    });
  });

  it('cannot be switched off from inside the text', async () => {
    expect(await findSecrets(`# secretlint-disable\n${github()} # secretlint-disable-line\n`)).toHaveLength(1);
  });

  it('finds an access key id, but not the one of the documentation', async () => {
    expect(await findSecrets(join('AK', 'IA', upper(16)))).toEqual([
      { kind: 'aws-access-key-id', where: { line: 1, column: 1 }, confidence: 'medium' },
    ]);
    expect(await findSecrets(join('AKIAIOSFODNN7', 'EXAMPLE'))).toEqual([]);
  });

  it('has nothing to say about nothing', async () => {
    expect(await findSecrets('')).toEqual([]);
    expect(await findSecrets([])).toEqual([]);
    expect(await findSecrets([{ name: '', value: '' }])).toEqual([]);
    expect(await findSecrets(new Uint8Array())).toEqual([]);
  });

  it('never throws on a text and never places a secret outside it', async () => {
    const piece = fc.constantFrom(
      'password',
      'token',
      '=',
      ':',
      '"',
      "'",
      '\\',
      '\n',
      ' ',
      '{',
      '}',
      '[',
      ']',
      '<',
      '>',
      '$',
      '`',
      hunter,
      'eyJ',
      '://',
      '@',
      ',',
      'name',
      'value',
      '-',
      '\0',
      '\u{1F511}',
      '\u202E',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
        const text = pieces.join('');
        const lines = text.split('\n');
        for (const { where } of await findSecrets(text)) {
          if (!('line' in where)) throw new Error('a text has no names');
          expect(where.column).toBeLessThanOrEqual((lines[where.line - 1] ?? '').length + 1);
        }
      }),
      { numRuns: 1500 },
    );
  });
});

describe('random values', () => {
  const lower = 'abcdefghijklmnopqrstuvwxyz';
  const all = `${lower}${lower.toUpperCase()}0123456789`;
  it.each([
    ['base64 of 32 bytes', `${all}+/`, 43],
    ['32 hex digits', '0123456789abcdef', 32],
    ['20 letters and digits', all, 20],
    ['16 letters and digits', all, 16],
  ])('of %s are found under telling names', async (_, alphabet, length) => {
    const { from } = maker(length);
    const values = Array.from({ length: 500 }, (__, index) => ({
      name: index % 2 === 0 ? `JWT_SECRET_${index}` : `API_KEY_${index}`,
      value: from(alphabet, length),
    }));
    expect((await findSecrets(values)).length).toBeGreaterThanOrEqual(490);
    expect(await findSecrets(values.map(({ value }, index) => ({ name: `BUILD_${index}`, value })))).toEqual([]);
  });
});

/** Time of this process on the processor, in milliseconds: unlike time on the clock it does not depend on what else the machine does. */
async function cpu(work: () => Promise<unknown>): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function repeated(text: string, length = 1_000_000): string {
  return text.repeat(Math.ceil(length / text.length)).slice(0, length);
}

describe('a template', () => {
  const template = (value: string): string => `Resources:\n  Db:\n    Properties:\n      Password: ${value}\n`;
  const examine = (text: string) => findSecrets(text, { source: 'template' });

  it('tells where the value stands that a function gives', async () => {
    const kind = { kind: 'password', confidence: 'medium' };
    expect(await examine(template(`!Sub "${hunter}"`))).toEqual([{ ...kind, where: { line: 4, column: 23 } }]);
    expect(await examine(template(`>-\n        ${hunter}`))).toEqual([{ ...kind, where: { line: 5, column: 9 } }]);
    expect(await examine(template(`!If [A, !Ref B, ${hunter}]`))).toEqual([
      { ...kind, where: { line: 4, column: 33 } },
    ]);
  });

  it('tells a secret once that its lines tell too', async () => {
    expect(await examine(`${template(hunter)}      Token: !Ref X\n      ApiSecret: !Sub "\${X}"\n`)).toHaveLength(1);
    expect(await examine(JSON.stringify({ Password: hunter, Secret: { 'Fn::Sub': '${X}' } }))).toHaveLength(1);
  });

  it('is examined by its lines where it is no document', async () => {
    expect(await examine(`{{ bad: [\nPassword: !Sub x\nDB_PASSWORD=${hunter}\n`)).toHaveLength(1);
    expect(await examine('Password: !Sub [\n}')).toEqual([]);
  });

  it('is not called clean when it is nested too deep or too long to be examined', async () => {
    const deep = [
      `${'['.repeat(20_000)}x${']'.repeat(20_000)}`,
      `[\n${'a: [\n'.repeat(5000)}`,
      `\n${'- '.repeat(5000)}x`,
      `\n${'? '.repeat(5000)}x`,
      Array.from({ length: 1000 }, (_, level) => `\n${' '.repeat(level + 1)}a:`).join(''),
    ];
    for (const value of deep)
      await expect(examine(`Password: !Sub x\nOther: ${value}\n`)).rejects.toThrow(/nested too deep/);
    await expect(examine(`Password: !Sub x\n${' '.repeat(2_100_000)}`)).rejects.toThrow(/longer than any/);
  });

  it('never throws on pieces of functions, and never places a secret outside the text', async () => {
    const words =
      '!Sub !Join !If Fn::Sub Fn::Join Fn::If Ref Password: Name: Value: [ ] { } , " \' > | & * ${ } a'.split(' ');
    const piece = fc.constantFrom(...words, '\n', '\n  ', ' ', '- ', ': ', hunter);
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
        const text = `Password: !Sub x\n${pieces.join(' ')}`;
        const lines = text.split('\n');
        for (const { where } of await examine(text)) {
          if (!('line' in where)) throw new Error('a text has no names');
          expect(where.column).toBeLessThanOrEqual((lines[where.line - 1] ?? '').length + 1);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('is not parsed when no name of a secret has a value that lines do not tell', async () => {
    let text = 'Resources:\n';
    for (let index = 0; text.length < 500_000; index += 1)
      text += `  Db${index}:\n    Properties:\n      MasterUserPassword: !Ref Password\n      Items:\n        - {Name: A, Value: b}\n`;
    await examine(text);
    expect(await cpu(() => examine(text))).toBeLessThan(500);
  });

  it.each([
    'a: [\n',
    '}] : - "\n',
    'password: [',
    '!Join ["", [',
    'password: "\n',
    '{"Fn::Sub":',
    'password: !Sub ["${A}${A}", {A: ',
  ])('stays bounded for a long run of %j', async (unit) => {
    // An error is an answer too.
    const answer = (): Promise<unknown> =>
      examine(`Password: !Sub x\n${repeated(unit, 50_000)}`).catch((error) => error);
    expect(await cpu(answer)).toBeLessThan(3000);
  });
});

describe('the time it takes', () => {
  it('is under 200 ms for a megabyte of user data', async () => {
    let script = '';
    for (let index = 0; script.length < 1_000_000; index += 1) {
      script += `export HOST_${index}="node-${index}.internal"  # key setup\nyum install -y foo && echo "token done" >> /var/log/x\nDB_PASSWORD=$(aws ssm get-parameter --name /x)\n`;
    }
    const data = Buffer.from(script).toString('base64');
    await findSecrets(data, { source: 'user-data' });
    const times = [
      await cpu(() => findSecrets(data, { source: 'user-data' })),
      await cpu(() => findSecrets(data, { source: 'user-data' })),
    ];
    expect(Math.min(...times)).toBeLessThan(200);
  });

  it.each([
    'a',
    'password',
    'password=',
    'password="',
    'key:',
    'eyJ',
    'eyJ-',
    `eyJ${hex(50)}.`,
    'http://a:',
    'ab://',
    ' ',
    '\n',
    '-----BEGIN RSA PRIVATE KEY-----\n',
    `-----BEGIN PRIVATE KEY-----${' '.repeat(999)}`,
    'AKIA',
    'xoxb-',
    `SG.a.${'a'.repeat(300)} `,
    'curl -u ',
    `mysql ${' -'.repeat(100)}`,
    'echo a:',
    '[',
    '{"a":',
    '{{',
    '"',
    '\\"',
    'k:\n ',
    'secret=a/',
    'a.',
    'name="a"',
    '<password>',
    'chpasswd:\n ',
    '- ',
    '`',
    '$(',
    'postgres://a:',
    ';pwd=',
    '"password": "',
    'Authorization: Bearer ',
    `${'a'.repeat(19)}+`,
    'login a password ',
    'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n',
  ])('stays bounded for a long run of %j', async (unit) => {
    expect(await cpu(() => findSecrets(repeated(unit, 300_000)))).toBeLessThan(2500);
  });

  it('grows with the length, not with its square', async () => {
    const time = async (length: number): Promise<number> =>
      cpu(() => findSecrets(repeated('secret: a/b "token" key=x ', length)));
    await time(400_000);
    const [short, long] = [await time(400_000), await time(1_600_000)];
    expect(long).toBeLessThan(Math.max(short, 30) * 12);
  });
});
