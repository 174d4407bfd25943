import { describe, expect, it } from 'vitest';
import { mostDepth, NotJson, parseJson } from '../../src/text/json.ts';

const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;

describe('JSON is read as it is everywhere', () => {
  it.each([
    'null',
    ' true ',
    '-0',
    '1.5e+10',
    '"a\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\ude00"',
    '"\u007f\u2028é😀"',
    '{}',
    '[ ]',
    '{"a":{},"b":[],"c":[1,{"a":2}]}',
    '\r\n\t{ "a" : [ 1 , 2 ] }\n',
    '{"__proto__":1,"constructor":2,"":3}',
    '{"a":{"a":{"a":1}}}',
    '1e999',
    '"\\ud800"',
    nested(mostDepth),
  ])('%s', (text) => expect(parseJson(text)).toEqual(JSON.parse(text)));
});

describe('what is none is named with its place', () => {
  it.each<[text: string, line: number, column: number, message: string]>([
    ['', 1, 1, 'is not JSON: expected a value, found its end'],
    ['\n \n', 3, 1, 'is not JSON: expected a value, found its end'],
    ['{', 1, 2, 'is not JSON: expected a name in double quotes, found its end'],
    ['{"a"', 1, 5, 'is not JSON: expected :, found its end'],
    ['{"a":1', 1, 7, 'is not JSON: expected , or }, found its end'],
    ['{"a":1,}', 1, 8, 'is not JSON: expected a name in double quotes, found "}"'],
    ['{a:1}', 1, 2, 'is not JSON: expected a name in double quotes, found "a"'],
    ["{'a':1}", 1, 2, `is not JSON: expected a name in double quotes, found "'"`],
    ['{"a" 1}', 1, 6, 'is not JSON: expected :, found "1"'],
    ['[1,]', 1, 4, 'is not JSON: expected a value, found "]"'],
    ['[1 2]', 1, 4, 'is not JSON: expected , or ], found "2"'],
    ['[1}', 1, 3, 'is not JSON: expected , or ], found "}"'],
    ['[1]]', 1, 4, 'is not JSON: expected its end, found "]"'],
    ['{}\n{}', 2, 1, 'is not JSON: expected its end, found "{"'],
    ['// a\n{}', 1, 1, 'is not JSON: expected a value, found "/"'],
    ['01', 1, 1, 'is not JSON: expected a value, found "0"'],
    ['+1', 1, 1, 'is not JSON: expected a value, found "+"'],
    ['.5', 1, 1, 'is not JSON: expected a value, found "."'],
    ['1.', 1, 1, 'is not JSON: expected a value, found "1"'],
    ['[NaN]', 1, 2, 'is not JSON: expected a value, found "N"'],
    ['truely', 1, 1, 'is not JSON: expected a value, found "t"'],
    ['undefined', 1, 1, 'is not JSON: expected a value, found "u"'],
    ['"a', 1, 3, 'is not JSON: expected ", found its end'],
    ['"a\nb"', 1, 3, 'is not JSON: expected an escape such as \\n, found "\\n"'],
    ['"\t"', 1, 2, 'is not JSON: expected an escape such as \\n, found "\\t"'],
    ['"\\x41"', 1, 2, 'is not JSON: expected an escape such as \\n or \\u00e9, found "\\\\"'],
    ['"\\u12"', 1, 2, 'is not JSON: expected an escape such as \\n or \\u00e9, found "\\\\"'],
    ['{\n  "a": 1,\n  "b": 2,\n  "a": 3\n}', 4, 3, 'has "a" twice in one object'],
    ['{"a":1,"\\u0061":2}', 1, 8, 'has "a" twice in one object'],
    ['{"__proto__":1,"__proto__":2}', 1, 16, 'has "__proto__" twice in one object'],
    ['\u00a0{}', 1, 1, 'is not JSON: expected a value, found "\u00a0"'],
    ['[😀]', 1, 2, 'is not JSON: expected a value, found "😀"'],
    [nested(mostDepth + 1), 1, mostDepth + 1, `is nested deeper than ${mostDepth} levels`],
    ['{"a":'.repeat(mostDepth + 1), 1, 5 * mostDepth + 1, `is nested deeper than ${mostDepth} levels`],
  ])('%j', (text, line, column, message) => {
    expect(() => parseJson(text)).toThrow(expect.objectContaining({ line, column, message }) as NotJson);
  });

  it.each([
    ['brackets without end', '['.repeat(5_000_000)],
    ['objects without end', '{"a":'.repeat(1_000_000)],
    ['one long text without end', `"${'a'.repeat(5_000_000)}`],
    ['a long text of backslashes', `"${'\\'.repeat(5_000_000)}`],
    ['a long number', `${'1'.repeat(5_000_000)}x`],
    ['blanks', ' '.repeat(5_000_000)],
    ['line breaks', `${'\n'.repeat(5_000_000)}x`],
  ])('within a second for %s', (_what, text) => {
    const start = performance.now();
    expect(() => parseJson(text)).toThrow(NotJson);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
