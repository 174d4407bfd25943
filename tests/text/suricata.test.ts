import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRule, readSuricata, takesEverything, type Variables } from '../../src/text/suricata.ts';

const none: Variables = { addresses: {}, ports: {} };
const takes = (line: string, variables: Variables = none): boolean | undefined => {
  const rule = readRule(line);
  return rule === undefined ? undefined : takesEverything(rule, variables);
};

describe('a rule of Suricata', () => {
  it('is its words and its options', () => {
    expect(
      readRule(
        String.raw`DROP tls $HOME_NET [443, !8443] -> any any (msg:"a; \"b\") c"; tls.sni; content:"x.example"; sid:7;)`,
      ),
    ).toEqual({
      action: 'drop',
      protocol: 'tls',
      source: '$HOME_NET',
      sourcePort: '[443,!8443]',
      destination: 'any',
      destinationPort: 'any',
      options: [
        { keyword: 'msg', value: String.raw`"a; \"b\") c"` },
        { keyword: 'tls.sni', value: '' },
        { keyword: 'content', value: '"x.example"' },
        { keyword: 'sid', value: '7' },
      ],
    });
  });

  it.each([
    'pass ip any any -> any',
    'pass ip any any => any any (sid:1;)',
    'pass ip any any -> any any more (sid:1;)',
    'pass ip [any any -> any any (sid:1;)',
    'pass ip any any -> any any (msg:"open; sid:1;)',
    'pass ip any any -> any any (sid:1;',
  ])('is not %s', (line) => {
    expect(readRule(line)).toBeUndefined();
  });

  it('is one a line, unless a line goes on; comments are none', () => {
    const text = '# pass ip any any -> any any (sid:1;)\r\n\r\nalert ip any any \\\n  -> any any (sid:2;)\nnonsense\n';
    const { rules, unread } = readSuricata(text);
    expect(rules.map(({ action }) => action)).toEqual(['alert']);
    expect(unread).toBe(1);
  });

  it.each([
    ['pass ip any any -> any any (sid:1;)', true],
    ['pass ip any any -> any any', true],
    ['PASS IP ANY ANY <> ANY ANY (msg:"all"; sid:1; rev:2;)', true],
    ['pass tcp 0.0.0.0/0 any -> 0.0.0.0/0 any (sid:1;)', true],
    ['pass udp [0.0.0.0/1, 128.0.0.0/1] 0:65535 -> any 1: (sid:1;)', true],
    ['pass ip !10.0.0.5 any -> any !22 (sid:1;)', true],
    ['pass ip any any -> $EXTERNAL_NET any (sid:1;)', true],
    ['pass ip ::/0 any -> ::/0 any (sid:1;)', true],
    ['pass tcp any any -> any any (flow:established,to_server; sid:1;)', true],
    ['pass tcp any any -> any any (flow:not_established; sid:1;)', false],
    ['pass ip any any -> any any (geoip:dst,DE; sid:1;)', false],
    ['pass tls any any -> any any (sid:1;)', false],
    ['pass ip $HOME_NET any -> any any (sid:1;)', false],
    ['pass ip any any -> 10.0.0.0/8 any (sid:1;)', false],
    ['pass ip 0.0.0.0/1 any -> any any (sid:1;)', false],
    ['pass tcp any any -> any 443 (sid:1;)', false],
    ['pass tcp any any -> any 1:1024 (sid:1;)', false],
    ['pass ip $UNKNOWN any -> any any (sid:1;)', false],
    ['pass ip [any,!10.0.0.0/8] any -> any any (sid:1;)', true],
    ['pass ip [!0.0.0.0/1] any -> any any (sid:1;)', false],
  ])('%s takes everything: %s', (line, expected) => {
    expect(takes(line)).toBe(expected);
  });

  it('takes what its names stand for', () => {
    const line = 'pass ip $ALL $PORTS -> any any (sid:1;)';
    expect(takes(line, { addresses: { ALL: ['0.0.0.0/0'] }, ports: { PORTS: ['any'] } })).toBe(true);
    expect(takes(line, { addresses: { ALL: ['$ALL'] }, ports: { PORTS: ['any'] } })).toBe(false);
    expect(takes(line, { addresses: { ALL: ['10.0.0.0/8'] }, ports: { PORTS: ['any'] } })).toBe(false);
    const home = { addresses: { HOME_NET: ['0.0.0.0/1'] }, ports: {} };
    expect(takes('pass ip any any -> $EXTERNAL_NET any (sid:1;)', home)).toBe(false);
  });

  it('is read in time, whatever the text is', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 300, unit: fc.constantFrom(...'pasip any->[]()!$,;:"\\#\n '.split('')) }),
        (text) => {
          for (const rule of readSuricata(text).rules) takesEverything(rule, none);
        },
      ),
    );
    const started = performance.now();
    for (const text of ['['.repeat(1_000_000), '('.repeat(1_000_000), '\\\n'.repeat(500_000), ')'.repeat(1_000_000)])
      readSuricata(`pass ip any any -> any any (${text}`);
    takes(`pass ip ${'!'.repeat(100_000)}any any -> ${'['.repeat(50_000)}any${']'.repeat(50_000)} any`);
    expect(performance.now() - started).toBeLessThan(2_000);
    expect(readSuricata('x'.repeat(2_000_001))).toEqual({ rules: [], unread: 1 });
  });
});
