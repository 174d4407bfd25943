import { describe, expect, it } from 'vitest';
import { counted, escapeText, escapeLines, thousands, toJson } from '../../reports/text.ts';
import { duration, utc } from '../../reports/words.ts';

describe('escapeText', () => {
  it.each([
    ['plain text, Umlaute äöü, 漢字, 🦆 and 👍🏽', 'plain text, Umlaute äöü, 漢字, 🦆 and 👍🏽'],
    ['a\u001b[31mb', 'a\\x1b[31mb'],
    ['a\nb\r\tc', 'a\\nb\\r\\tc'],
    ['\u009b31m', '\\x9b31m'],
    ['\u202egpj.exe', '\\u{202e}gpj.exe'],
    ['a\u200bb\u200d\ufeff', 'a\\u{200b}b\\u{200d}\\u{feff}'],
    ['\u2066x\u2069', '\\u{2066}x\\u{2069}'],
    ['\u2028', '\\u{2028}'],
    ['\ud800', '\\u{d800}'],
    ['\u{e0041}', '\\u{e0041}'],
    ['\ue000', '\\u{e000}'],
    ['\u3164', '\\u{3164}'],
    ['\u0000', '\\x00'],
  ])('writes %j as %j', (text, expected) => {
    expect(escapeText(text)).toBe(expected);
    expect(escapeText(escapeText(text))).toBe(expected);
  });

  it('keeps line breaks when they are meant', () => {
    expect(escapeLines('a\u0007\nb')).toBe('a\\x07\nb');
  });
});

describe('toJson', () => {
  it('escapes what a terminal acts on and parses to the same value', () => {
    const value = { 'a\u007f\u009b': ['\u202e', '\u{e0041}', '\u2028', '\u001b', '<ok> ä 🦆'] };
    const text = toJson(value);
    expect(JSON.parse(text)).toEqual(value);
    expect(text).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}]/u);
    expect(text).toContain('<ok> ä 🦆');
  });
});

describe('numbers in words', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1000, '1,000'],
    [1234567, '1,234,567'],
  ])('%i is %s', (count, text) => expect(thousands(count)).toBe(text));

  it.each([
    [counted(1, 'check'), '1 check'],
    [counted(2, 'check'), '2 checks'],
    [counted(0, 'service and region', 'services and regions'), '0 services and regions'],
  ])('%s', (text, expected) => expect(text).toBe(expected));
});

describe('times', () => {
  it.each([
    ['2026-03-04T05:06:07.000Z', '2026-03-04T05:06:07.400Z', '0 s'],
    ['2026-03-04T05:06:07Z', '2026-03-04T05:07:39Z', '1 m 32 s'],
    ['2026-03-04T05:06:07Z', '2026-03-04T07:20:00Z', '2 h 13 m'],
    ['2026-03-04T05:06:07Z', 'later', 'unknown'],
  ])('from %s to %s it takes %s', (from, to, text) => expect(duration(from, to)).toBe(text));

  it.each([
    ['2026-03-04T05:06:07.123Z', '2026-03-04 05:06:07 UTC'],
    ['yesterday', 'yesterday'],
  ])('%s is shown as %s', (time, text) => expect(utc(time)).toBe(text));
});
