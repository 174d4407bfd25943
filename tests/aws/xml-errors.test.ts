import { describe, expect, it } from 'vitest';
import { XmlError } from '../../src/aws/xml-error.ts';
import { location, read, thing } from '../helpers/xml-schema.ts';

const whole = [
  '<R/>',
  '<LocationConstraint xmlns="http://s3/">eu-west-1</LocationConstraint>',
  '<?xml version="1.0"?><!-- a --><R a="b>" c=\'/>\'><x><y/></x><Name>a &amp; é<!-- c --><![CDATA[ü]]></Name ></R >',
  '<R><Texts><member>a</member><member/></Texts><Tags><entry><key>a</key><value>b</value></entry></Tags></R>',
  '<R><Version><Key>a</Key></Version><Attribute><Name>a</Name><Value>b</Value></Attribute><Inner><Size>1</Size></Inner></R>',
];

describe('an error', () => {
  it.each(whole)('is every beginning of %s', (xml) => {
    const bytes = Buffer.from(xml);
    for (const schema of [thing, location]) {
      expect(() => read(bytes, schema)).not.toThrow();
      for (let length = 0; length < bytes.length; length++)
        expect(() => read(bytes.subarray(0, length), schema), `${length} bytes`).toThrow(XmlError);
    }
    const wrapped = Buffer.from(`<W><Result><Name>a</Name></Result>${xml.replace(/^.*?--><R/, '<R')}</W>`);
    for (let length = 0; length < wrapped.length; length++)
      expect(() => read(wrapped.subarray(0, length), thing, 'Result'), `${length} bytes`).toThrow(XmlError);
  });

  it.each<[string, string]>([
    ['nothing', ''],
    ['blanks', ' \r\n\t'],
    ['a prolog alone', '<?xml version="1.0"?>'],
    ['plain text', 'upstream connect error'],
    ['JSON', '{"Name":"a"}'],
    ['text before the root', 'x<R/>'],
    ['UTF-16', Buffer.from('<R/>', 'utf16le').toString('latin1')],
    ['a document type', '<!DOCTYPE html><R/>'],
    ['entities of its own', '<!DOCTYPE R [<!ENTITY a "b">]><R><Name>&a;</Name></R>'],
    ['a declaration in an element', '<R><!ELEMENT a></R>'],
    ['a declaration in a text', '<R><Name>a<!ENTITY b></Name></R>'],
    ['CDATA for a root', '<![CDATA[<R/>]]>'],
    ['a closing tag for a root', '</R>'],
    ['a tag without a name', '<R>< Name>a</Name></R>'],
    ['tags without names', '<R><>a</></R>'],
    ['another closing tag', '<R><Name>a</Size></R>'],
    ['a closing tag that is longer', '<R><Name>a</Names></R>'],
    ['a closing tag that is shorter', '<R><Name>a</Nam></R>'],
    ['a closing tag in other letters', '<R><Name>a</name></R>'],
    ['crossed tags', '<R><Inner><Key>a</Inner></Key></R>'],
    ['crossed tags that nobody reads', '<R><x><y></x></y></R>'],
    ['another root at the end', '<R><Name>a</Name></S>'],
    ['an unknown element left open', '<R><x><Name>a</Name></R>'],
    ['an element in a text', '<R><Name>a<b>c</b></Name></R>'],
    ['an element in a number', '<R><Size><b/>1</Size></R>'],
    ['an element in a key', '<R><Tags><entry><key><a/></key><value/></entry></Tags></R>'],
    ['a second text', '<R><Name>a</Name><Name>b</Name></R>'],
    ['a second text, the first of them empty', '<R><Name/><Size>1</Size><Name>b</Name></R>'],
    ['a second structure', '<R><Inner/><Inner><Key>a</Key></Inner></R>'],
    ['a second element around a list', '<R><Texts><member>a</member></Texts><Texts><member>b</member></Texts></R>'],
    ['a second element around a map', '<R><Tags/><Tags/></R>'],
    ['an entry without a key', '<R><Tags><entry><value>a</value></entry></Tags></R>'],
    ['an empty entry', '<R><Tags><entry/></Tags></R>'],
    ['an entry closed twice', '<R><Tags><entry/><key>a</key><value/></entry></Tags></R>'],
    ['an entry with two keys', '<R><Tags><entry><key>a</key><key>b</key><value/></entry></Tags></R>'],
    ['an entry with two values', '<R><Tags><entry><key>a</key><value/><value>b</value></entry></Tags></R>'],
    ['an attribute without an end', '<R><Name a="b>c</Name></R>'],
    ['a tag in a tag', '<R><Name <b>c</Name></R>'],
    ['a comment without an end', '<R><Name>a</Name><!-- </R>'],
    ['CDATA without an end', '<R><Name><![CDATA[a</Name></R>'],
    ['an instruction without an end', '<R><?a <Name>b</Name></R>'],
  ])('is %s', (_what, xml) => expect(() => read(xml)).toThrow(XmlError));

  it('says at which byte', () => {
    expect(() => read('<R><Name>é</Size></R>')).toThrow('no closing tag of <Name>, at byte 11');
  });

  it('is a document too deep to be one', () => {
    expect(() => read(`${'<R>'.repeat(100_000)}${'</R>'.repeat(100_000)}`)).toThrow(RangeError);
  });
});
