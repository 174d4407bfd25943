import { describe, expect, it } from 'vitest';
import { XmlError } from '../../src/aws/xml-error.ts';
import { location, read, thing } from '../helpers/xml-schema.ts';

/** What becomes of the content of a text element. */
const textOf = (content: string | Uint8Array): unknown => {
  const xml = Buffer.concat([Buffer.from('<R><Name>'), Buffer.from(content as string), Buffer.from('</Name></R>')]);
  return (read(xml) as { Name?: unknown }).Name;
};

describe('a text', () => {
  it.each<[string, string, string]>([
    ['plain', 'plain', 'plain'],
    ['the five entities', '&amp;&lt;&gt;&quot;&apos;', `&<>"'`],
    ['a reference made of a reference', '&amp;lt;&amp;#65;', '&lt;&#65;'],
    ['decimal and hexadecimal characters', '&#65;&#x42;&#x63;&#xe9;', 'ABcé'],
    ['characters beyond 16 bits', '&#128512;&#x1F600;&#x10FFFF;', '😀😀\u{10ffff}'],
    ['halves of a character', '&#xD83D;&#xDE00;', '😀'],
    ['a number that is no character', '&#x110000;&#9999999;', '&#x110000;&#9999999;'],
    ['numbers too long to be one', '&#x0000041;&#00000065;', '&#x0000041;&#00000065;'],
    ['an X instead of an x', '&#X41;', '&#X41;'],
    ['unknown names', '&nbsp;&AMP;&copy;', '&nbsp;&AMP;&copy;'],
    ['names that every object has', '&constructor;&toString;&valueOf;', '&constructor;&toString;&valueOf;'],
    ['ampersands that begin nothing', 'a & b &; &# &#; &#x; &amp', 'a & b &; &# &#; &#x; &amp'],
    ['blanks around it', ' a\tb  ', ' a\tb  '],
    ['blanks only', '  \t', '  \t'],
    ['blanks with a line end, which lay out', ' \n ', ''],
    ['the same written as characters', '&#32;&#10;', ''],
    ['line ends of Windows and old Macs', 'a\r\nb\rc\nd\r\r\ne', 'a\nb\nc\nd\n\ne'],
    ['a carriage return as a character', 'a&#13;&#xD;&#10;b', 'a\r\r\nb'],
    ['more than one byte each', 'Zürich, Ελλάδα, 東京, 😀', 'Zürich, Ελλάδα, 東京, 😀'],
    ['a byte order mark within', 'a\ufeffb', 'a\ufeffb'],
    ['control characters', '\u0000\u0001\u007f', '\u0000\u0001\u007f'],
    ['a comment in it', 'a<!-- <Name> & -- > ü -->b', 'ab'],
    ['an instruction in it', 'a<?php </Name> ?>b', 'ab'],
    ['CDATA', '<![CDATA[<a> & &amp; ]] > "é"]]>', '<a> & &amp; ]] > "é"'],
    ['CDATA between texts', 'a &amp; <![CDATA[&amp;]]><![CDATA[]]> &amp; b', 'a & &amp; & b'],
    ['line ends in CDATA', '<![CDATA[a\r\nb\rc]]>', 'a\nb\nc'],
    ['the end of CDATA without a beginning', 'a]]>b > c', 'a]]>b > c'],
  ])('with %s: %j', (_what, content, expected) => expect(textOf(content)).toBe(expected));

  it.each<[string, readonly number[], string]>([
    ['a lone byte', [0x61, 0xff, 0x62], 'a\ufffdb'],
    ['a character cut off before the tag', [0x61, 0xe6, 0x9d], 'a\ufffd'],
    ['Latin 1', [0x5a, 0xfc, 0x72], 'Z\ufffdr'],
  ])('that is no UTF-8 (%s) says so', (_what, bytes, expected) =>
    expect(textOf(Uint8Array.from(bytes))).toBe(expected),
  );
});

describe('a document', () => {
  it.each<[string, string, object]>([
    ['no member', '<R/>', {}],
    ['no member in a pair', '<R></R >', {}],
    ['empty texts', '<R><Name/><other-name></other-name></R>', { Name: '', Renamed: '' }],
    ['names of the model instead of the document', '<R><Renamed>a</Renamed></R>', {}],
    [
      'numbers, truth values and times',
      '<R><Size>-1.5e3</Size><Flag>True</Flag><When>now</When></R>',
      { Size: -1500, Flag: true, When: 'converted now' },
    ],
    ['numbers and truth values that are not said', '<R><Size/><Flag></Flag></R>', {}],
    ['numbers of another kind', '<R><Size>NaN</Size></R>', { Size: Number.NaN }],
    ['names that begin alike', '<R><Nam>a</Nam><Names>b</Names><Name>c</Name></R>', { Name: 'c' }],
    ['unknown elements', '<R><x><Name>a</Name><x/></x><Name>b</Name><y z="/>"/></R>', { Name: 'b' }],
    ['text beside elements', '<R>a<Name>b</Name>c</R>', { Name: 'b' }],
    ['lists', '<R><Texts><member>a</member><other>b</other><member/></Texts></R>', { Texts: ['a', ''] }],
    ['empty lists', '<R><Texts/><Buckets>\n</Buckets></R>', { Texts: [], Buckets: [] }],
    [
      'lists with names of their own',
      '<R><Buckets><Bucket><Key>a</Key></Bucket><member/><Bucket/></Buckets></R>',
      { Buckets: [{ Key: 'a' }, {}] },
    ],
    [
      'flat lists, apart from each other',
      '<R><Version><Key>a</Key></Version><Prefixes>p</Prefixes><Version/><Name>n</Name><Prefixes/><Version><Size>1</Size></Version></R>',
      { Versions: [{ Key: 'a' }, {}, { Size: 1 }], Prefixes: ['p', ''], Name: 'n' },
    ],
    [
      'maps',
      '<R><Tags><entry><key>a</key><value>b</value></entry><x/><entry><value>d</value><key>c</key></entry></Tags></R>',
      { Tags: { a: 'b', c: 'd' } },
    ],
    [
      'flat maps',
      '<R><Attribute><Name>a</Name><Value>b</Value></Attribute><Attribute><Name>c</Name><Value/></Attribute></R>',
      { Attributes: { a: 'b', c: '' } },
    ],
    [
      'attributes',
      `<R><Grantee xmlns:xsi="http://x/>" xsi:type="Group"><URI>u</URI></Grantee></R>`,
      { Grantee: { Type: 'Group', URI: 'u' } },
    ],
    [
      'attributes of an empty element',
      `<R><Grantee xsi:type = 'a &gt; "b"\r\nc'/></R>`,
      { Grantee: { Type: 'a > "b"\nc' } },
    ],
    [
      'what looks like an attribute in another',
      `<R><Grantee a='xsi:type="No"' xsi:type="Yes"/></R>`,
      { Grantee: { Type: 'Yes' } },
    ],
    ['an element named like the attribute', '<R><Grantee><xsi:type>a</xsi:type></Grantee></R>', { Grantee: {} }],
    [
      '> and / in attributes',
      `<R a="/>"><Name b='>' c="</Name>">n</Name><Inner d="/"><Key>k</Key></Inner></R>`,
      { Name: 'n', Inner: { Key: 'k' } },
    ],
    [
      'a prolog and comments',
      '\r\n <?xml version="1.0"?><!-- <R> --><?a?>\n<R><Name>a</Name></R>\n<!-- end -->',
      { Name: 'a' },
    ],
    ['a byte order mark', '\ufeff<R><Name>a</Name></R>', { Name: 'a' }],
  ])('with %s', (_what, xml, expected) => expect(read(xml)).toStrictEqual(expected));

  it('with __proto__ for a key has a map with that key', () => {
    const { Tags } = read('<R><Tags><entry><key>__proto__</key><value>v</value></entry></Tags></R>') as {
      Tags: object;
    };
    expect(Object.entries(Tags)).toEqual([['__proto__', 'v']]);
  });

  it('whose elements come in another order each time is read the same', () => {
    const [a, b, c] = ['<Name>a</Name>', '<Size>2</Size>', '<Inner><Key>k</Key></Inner>'];
    for (const xml of [a + b + c, c + b + a, b + a + c, c, a + c + b, b + c, ''].map((inner) => `<R>${inner}</R>`))
      expect(read(xml)).toEqual({
        ...(xml.includes(a) && { Name: 'a' }),
        ...(xml.includes(b) && { Size: 2 }),
        ...(xml.includes(c) && { Inner: { Key: 'k' } }),
      });
  });

  it('may hold the output in an element of its root', () => {
    const xml = '<Response><Other><Name>no</Name></Other><Result><Name>a</Name></Result><Metadata/></Response>';
    expect(read(xml, thing, 'Result')).toEqual({ Name: 'a' });
    expect(read(xml, thing, 'Missing')).toBeUndefined();
    expect(() => read('<R><Result/><Result><Name>a</Name></Result></R>', thing, 'Result')).toThrow(XmlError);
  });

  it.each<[string, string, object]>([
    [
      'with a namespace',
      '<LocationConstraint xmlns="http://s3/">eu-west-1</LocationConstraint>',
      { LocationConstraint: 'eu-west-1' },
    ],
    ['without', '<LocationConstraint>eu-west-1</LocationConstraint>', { LocationConstraint: 'eu-west-1' }],
    ['in CDATA', '<LocationConstraint><![CDATA[EU]]></LocationConstraint>', { LocationConstraint: 'EU' }],
    ['after a comment', '<LocationConstraint><!-- a --><?b?>EU</LocationConstraint>', { LocationConstraint: 'EU' }],
    ['of nothing', '<LocationConstraint xmlns="http://s3/"/>', {}],
    ['of an empty pair', '<LocationConstraint></LocationConstraint>', {}],
    ['of a line', '<LocationConstraint>\n</LocationConstraint>', {}],
    [
      'of an element',
      '<LocationConstraint><LocationConstraint>EU</LocationConstraint></LocationConstraint>',
      { LocationConstraint: 'EU' },
    ],
    ['in an element', '<Output><LocationConstraint>EU</LocationConstraint></Output>', { LocationConstraint: 'EU' }],
  ])('may itself be the only member: %s', (_what, xml, expected) =>
    expect(read(xml, location)).toStrictEqual(expected),
  );
});

it('refuses a number that is none', () => expect(() => read('<R><Size>abc</Size></R>')).toThrow('"abc" is no number'));
