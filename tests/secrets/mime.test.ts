import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { examineUserData } from '../../src/services/ec2/user-data.ts';
import { figure } from '../helpers/figures.ts';
import { base64, expectNoSecret, planted } from '../helpers/planted.ts';

const script = ['#!/bin/bash', 'yum -y update', `export DB_PASSWORD='${planted.password}'`, 'echo done', ''].join('\n');
const config = ['#cloud-config', 'hostname: web', 'package_update: true', ''].join('\n');
const boundary = '==BOUNDARY==';

interface Part {
  readonly type?: string;
  /** Of the header, as it is written. */
  readonly encoding?: string;
  readonly body: string | Uint8Array;
  readonly headers?: readonly string[];
}

const lines = (text: string, length = 76): string => text.replaceAll(new RegExp(`.{${length}}`, 'g'), '$&\n');
const wrapped = (body: string | Uint8Array): string => lines(base64(body));
const quoted = (text: string): string =>
  text
    .replaceAll(/[=']/g, (sign) => `=${sign.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll(planted.password, `${planted.password.slice(0, 5)}=\n${planted.password.slice(5)}`);

function part({ type = 'text/x-shellscript', encoding, body, headers = [] }: Part): Buffer {
  const head = [`Content-Type: ${type}`, 'MIME-Version: 1.0', ...headers];
  if (encoding !== undefined) head.push(`Content-Transfer-Encoding: ${encoding}`);
  return Buffer.concat([Buffer.from(`${head.join('\n')}\n\n`), Buffer.from(body), Buffer.from('\n')]);
}

/** As `write-mime-multipart` and Terraform's cloudinit provider write it. */
function message(
  parts: readonly Part[],
  options: { readonly name?: string; readonly declared?: string; readonly closed?: boolean } = {},
): Buffer {
  const { name = boundary, closed = true } = options;
  const declared = options.declared ?? `"${name}"`;
  const head = `Content-Type: multipart/mixed; boundary=${declared}\nMIME-Version: 1.0\n\n`;
  return Buffer.concat([
    Buffer.from(head),
    ...parts.flatMap((each) => [Buffer.from(`--${name}\n`), part(each)]),
    Buffer.from(closed ? `--${name}--\n` : ''),
  ]);
}

const harmless: Part = { type: 'text/cloud-config', encoding: '7bit', body: config };
const crlf = (bytes: Buffer): Buffer => Buffer.from(bytes.toString().replaceAll('\n', '\r\n'));
const utf16 = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, 'utf16le');
const inner = message([{ encoding: 'base64', body: wrapped(script) }], { name: 'inner' });
/** A header as gzip writes it of a file, with name and comment. */
const named = (text: string): Buffer => {
  const plain = gzipSync(text);
  const head = Buffer.from(plain.subarray(0, 10));
  head[3] = 8 | 16;
  return Buffer.concat([head, Buffer.from('setup.sh\0a comment\0'), plain.subarray(10)]);
};

const messages: readonly (readonly [string, Uint8Array | string])[] = [
  ['a part as it is', message([harmless, { encoding: '7bit', body: script }])],
  ['a part without an encoding', message([harmless, { body: script }])],
  ['a part of base64', message([harmless, { encoding: 'base64', body: wrapped(script) }])],
  ['a part of base64 in one line', message([{ encoding: 'base64', body: base64(script) }, harmless])],
  ['a part of base64 in lines of odd lengths', message([{ encoding: 'base64', body: lines(base64(script), 11) }])],
  [
    'a part of base64 with blanks in it',
    message([{ encoding: 'base64', body: ` ${lines(base64(script), 20).replaceAll('\n', ' \n ')}` }]),
  ],
  ['a short part of base64', message([{ encoding: 'base64', body: base64(`pwd=${planted.password.slice(0, 10)}`) }])],
  ['the encoding in capitals', message([{ encoding: 'BASE64', body: lines(base64(script), 11) }])],
  [
    'the header in small letters',
    Buffer.from(
      message([{ encoding: 'Base64', body: lines(base64(script), 11) }])
        .toString()
        .replaceAll('Content-Transfer-Encoding', 'content-transfer-encoding'),
    ),
  ],
  [
    'the header folded',
    message([{ headers: ['Content-Transfer-Encoding:', '\tbase64'], body: lines(base64(script), 11) }]),
  ],
  [
    'the header before others',
    message([
      {
        headers: ['Content-Transfer-Encoding: base64', 'Content-Disposition: attachment;', ' filename="x.sh"'],
        body: lines(base64(script), 11),
      },
    ]),
  ],
  ['a part of quoted-printable', message([harmless, { encoding: 'quoted-printable', body: quoted(script) }, harmless])],
  [
    'a part of quoted-printable with a line like a boundary',
    message([{ encoding: 'Quoted-Printable', body: `--\n--x\n${quoted(script)}` }]),
  ],
  [
    'a part packed by gzip',
    message([harmless, { type: 'application/x-gzip', encoding: 'base64', body: wrapped(gzipSync(script)) }]),
  ],
  [
    'a part packed by gzip with a file name',
    message([{ type: 'application/gzip', encoding: 'base64', body: wrapped(named(script)) }]),
  ],
  [
    'a part packed by gzip, its bytes as they are',
    message([harmless, { type: 'application/gzip', encoding: 'binary', body: gzipSync(script) }, harmless]),
  ],
  [
    'the same far behind',
    message([
      { encoding: '7bit', body: '# a comment\n'.repeat(800) },
      { type: 'application/gzip', encoding: '8bit', body: named(script) },
    ]),
  ],
  ['a message in a message', message([harmless, { type: 'multipart/mixed; boundary="inner"', body: inner }])],
  [
    'a packed message in a message',
    message([harmless, { type: 'application/gzip', encoding: 'base64', body: wrapped(gzipSync(inner)) }]),
  ],
  ['a message packed by gzip as a whole', gzipSync(message([harmless, { encoding: 'base64', body: wrapped(script) }]))],
  ['the same packed twice', gzipSync(gzipSync(message([{ encoding: '7bit', body: script }])))],
  ['the same in base64 once more', base64(message([{ encoding: 'base64', body: wrapped(script) }]))],
  ['lines that end as on Windows', crlf(message([harmless, { encoding: 'base64', body: lines(base64(script), 11) }]))],
  [
    'quoted-printable with lines that end as on Windows',
    crlf(message([{ encoding: 'quoted-printable', body: quoted(script) }])),
  ],
  [
    'a boundary without quotes',
    message([harmless, { encoding: 'base64', body: wrapped(script) }], { declared: boundary }),
  ],
  [
    'a boundary of slashes, as AWS shows it',
    message([harmless, { encoding: 'quoted-printable', body: quoted(script) }], { name: '//' }),
  ],
  [
    'a boundary full of signs',
    message([harmless, { encoding: 'quoted-printable', body: quoted(script) }], { name: "(a+b)*[c]?.'$^|" }),
  ],
  [
    'another boundary than it says',
    message([harmless, { encoding: 'base64', body: lines(base64(script), 11) }], { declared: '"other"' }),
  ],
  [
    'the same and quoted-printable',
    message([harmless, { encoding: 'quoted-printable', body: quoted(script) }], { declared: '"other"' }),
  ],
  ['no boundary', message([harmless, { encoding: 'quoted-printable', body: quoted(script) }], { declared: '' })],
  ['no end', message([harmless, { encoding: 'base64', body: lines(base64(script), 11) }], { closed: false })],
  [
    'no empty line before the body',
    Buffer.from(
      message([{ encoding: 'base64', body: lines(base64(script), 11) }])
        .toString()
        .replace('base64\n\n', 'base64\n'),
    ),
  ],
  [
    'a text before the first part',
    Buffer.concat([
      Buffer.from('This is a message.\n'),
      message([{ encoding: 'base64', body: lines(base64(script), 11) }]),
    ]),
  ],
  ['an encoding nobody knows', message([{ encoding: 'x-plain', body: script }])],
  ['two bytes a character', utf16(message([{ encoding: '7bit', body: script }]).toString())],
  ['a part with two bytes a character', message([{ encoding: 'base64', body: wrapped(utf16(script)) }])],
  [
    'a file in cloud-config in a part of base64',
    message([
      {
        type: 'text/cloud-config',
        encoding: 'base64',
        body: wrapped(
          `#cloud-config\nwrite_files:\n- encoding: gz+b64\n  path: /x\n  content: ${base64(gzipSync(script))}\n`,
        ),
      },
    ]),
  ],
  [
    'colours for the terminal in a part',
    message([{ encoding: 'base64', body: wrapped(`\u001B[31mred\u001B[0m\n${script}`) }]),
  ],
];

describe('user data of several parts', () => {
  it.each(messages)('with %s: the secret is found, and only named', async (_, data) => {
    const given = base64(data);
    const { secrets } = await examineUserData(given);
    expect(secrets.map(({ kind }) => kind)).toEqual(['password']);
    expectNoSecret(JSON.stringify(secrets), [planted.password, base64(script), given]);
  });

  it('comes in many shapes', () => {
    figure('secrets', 'shapes of user data of several parts', messages.length, 'the secret found in each');
    expect(messages.length).toBeGreaterThan(30);
  });

  it('tells where the part begins, or the line itself when it stands there as it is', async () => {
    const found = async (data: Uint8Array) => (await examineUserData(base64(data))).secrets.map(({ where }) => where);
    const head = 3 + 1 + 4;
    expect(await found(message([{ encoding: '7bit', body: script }]))).toMatchObject([{ line: head + 3 }]);
    for (const [encoding, body] of [
      ['base64', wrapped(script)],
      ['quoted-printable', quoted(script)],
    ] as const)
      expect(await found(message([{ encoding, body }]))).toEqual([{ line: head + 1, column: 1 }]);
  });

  it('names each kind in a part, and in each of several parts', async () => {
    const both = `${script}curl -H "Authorization: token ${planted.githubToken}" https://api.github.com/\n`;
    const found = async (data: Uint8Array) =>
      (await examineUserData(base64(data))).secrets.map(({ kind }) => kind).sort();
    expect(await found(message([{ encoding: 'base64', body: wrapped(both) }]))).toEqual(['github-token', 'password']);
    expect(
      await found(
        message([
          { encoding: 'base64', body: wrapped(script) },
          { encoding: '7bit', body: `curl -H "Authorization: token ${planted.githubToken}"` },
          { encoding: 'base64', body: wrapped(gzipSync(script)) },
        ]),
      ),
    ).toEqual(['github-token', 'password', 'password']);
    const content = base64(both);
    expect(await found(Buffer.from(`#cloud-config\nwrite_files:\n- content: ${content}\n`))).toEqual([
      'github-token',
      'password',
    ]);
  });

  it('finds nothing where there is nothing', async () => {
    const clean = '#!/bin/bash\nyum -y update\n';
    const parts = ['7bit', 'base64', 'quoted-printable'].map((encoding) => ({
      encoding,
      body: encoding === 'base64' ? wrapped(clean) : clean,
    }));
    const data = message([...parts, { type: 'application/gzip', encoding: 'binary', body: gzipSync(clean) }]);
    expect(await examineUserData(base64(data))).toEqual({ present: true, secrets: [] });
  });

  const broken = gzipSync(script).subarray(0, 40);
  const bomb = gzipSync(Buffer.alloc(9 * 1024 * 1024));
  it.each([
    ['base64 of broken gzip', { encoding: 'base64', body: wrapped(broken) }],
    ['broken gzip as it is', { encoding: 'binary', body: broken }],
    ['what unpacks to too much', { encoding: 'base64', body: wrapped(bomb) }],
    ['uuencode', { encoding: 'x-uuencode', body: 'begin 644 x\n#0V%T\n`\nend\n' }],
    [
      'a file of broken gzip',
      { body: `#cloud-config\nwrite_files:\n- encoding: gz+b64\n  content: ${base64(broken)}\n` },
    ],
  ])('does not call clean a part of %s, but stands by what it found elsewhere', async (_, bad) => {
    await expect(examineUserData(base64(message([harmless, bad])))).rejects.toThrow(RangeError);
    const { secrets } = await examineUserData(base64(message([bad, { encoding: 'base64', body: wrapped(script) }])));
    expect(secrets.map(({ kind }) => kind)).toEqual(['password']);
  });

  it.each([
    ['headers', 'Content-Transfer-Encoding: base64\n'],
    ['headers of quoted-printable', 'Content-Transfer-Encoding: quoted-printable\n\n'],
    ['open boundaries', 'boundary="a b"\n--a b\nContent-Transfer-Encoding: quoted-printable\n\n=3D'],
    ['soft line ends', 'Content-Transfer-Encoding: quoted-printable\n\n=  =  ='],
    ['beginnings of gzip', '\u001F\u008B\u0008'],
    ['folded lines', 'Content-Transfer-Encoding:\n '],
  ])('takes a bounded time for many %s', async (_, unit) => {
    const data = Buffer.from(unit.repeat(Math.ceil(300_000 / unit.length)), 'latin1').toString('base64');
    const start = process.cpuUsage();
    await examineUserData(data).catch(() => {});
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1000).toBeLessThan(2500);
  });
});
