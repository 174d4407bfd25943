import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { demoAccount, partsOf, wholeOf } from '../../src/dev/demo-parts.ts';
import { root } from '../../src/stand-in/root.ts';

const whole = readFileSync(join(root, 'demo/account.ndjson'), 'utf8');

it('the parts of the demo account make the whole again, byte for byte', () => {
  expect(wholeOf(partsOf(whole))).toBe(whole);
  expect(demoAccount(root)).toEqual({ 'demo/account.ndjson': whole });
});

it('a part holds what is of one service, so that another service changes no line of it', () => {
  for (const [file, text] of Object.entries(partsOf(whole))) {
    const service = /([^/]+)\.ndjson$/.exec(file)?.[1];
    if (service === undefined) continue;
    const [own = '', ...lines] = text.trim().split('\n');
    const { collected, calls } = JSON.parse(own) as { collected: string[]; calls: [string, object][] };
    const keys = [...collected, ...calls.map(([key]) => key)];
    const lists = lines.flatMap((line) => (JSON.parse(line) as { list?: [string] }).list?.[0] ?? []);
    expect(new Set([...keys, ...lists].map((key) => key.split('/')[0])), file).toEqual(new Set([service]));
  }
});
