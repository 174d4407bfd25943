import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { numberOf } from '../../src/dev/gen-framework-numbers.ts';
import { frameworkFiles } from '../../src/dev/gen-frameworks.ts';

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

const meta = 'key,name,version,source,edition,memory\n';

function generated(files: Readonly<Record<string, string>>): Record<string, string> {
  const root = mkdtempSync(join(tmpdir(), 'audit-frameworks-'));
  folders.push(root);
  mkdirSync(join(root, 'frameworks/titles'), { recursive: true });
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  return frameworkFiles(root, new Set(['s3-a', 's3-b']));
}

const one = { 'frameworks/frameworks.csv': `${meta}f,F,1,S,E,M\n` };

describe('the data of frameworks', () => {
  it('holds requirements with number, title, section and checks', () => {
    const files = generated({
      ...one,
      'frameworks/f.csv': 'id,whole,part\n1.1,s3-a,s3-b\n1.10,,s3-a\n2.1,,\n',
      'frameworks/titles/f.csv':
        'number,needs,title\n1,section,One\n1.1,,First\n1.10,person,Tenth\n2.1,aws SOC 2 report,Doors\n',
    });
    expect(JSON.parse(files['frameworks/data/f.json'] ?? '')).toEqual({
      key: 'f',
      name: 'F',
      version: '1',
      source: 'S',
      edition: 'E',
      memory: 'M',
      checks: ['s3-a', 's3-b'],
      requirements: [
        { id: '1.1', title: 'First', section: '1 One', whole: [0], part: [1] },
        { id: '1.10', title: 'Tenth', section: '1 One', person: true, part: [0] },
        { id: '2.1', title: 'Doors', awsReport: 'SOC 2 report' },
      ],
    });
  });

  it.each<[string, Record<string, string>, RegExp]>([
    [
      'an unknown check',
      { 'frameworks/f.csv': 'id,whole,part\n1,,s3-c\n' },
      /f\.csv: 1: the catalogue has no row s3-c/,
    ],
    ['a requirement twice', { 'frameworks/f.csv': 'id,whole,part\n1,,\n1,,\n' }, /1 stands twice/],
    ['a check twice', { 'frameworks/f.csv': 'id,whole,part\n1,s3-a,s3-a\n' }, /1 names a check twice/],
    [
      'a title without a requirement',
      { 'frameworks/f.csv': 'id,whole,part\n1,,\n', 'frameworks/titles/f.csv': 'number,needs,title\n2,,T\n' },
      /has no requirement 2/,
    ],
    [
      'a title twice',
      { 'frameworks/f.csv': 'id,whole,part\n1,,\n', 'frameworks/titles/f.csv': 'number,needs,title\n1,,T\n1,,U\n' },
      /1 stands twice/,
    ],
    [
      'a need that is none',
      { 'frameworks/f.csv': 'id,whole,part\n1,,\n', 'frameworks/titles/f.csv': 'number,needs,title\n1,persn,T\n' },
      /needs is persn/,
    ],
    [
      'a file that is not listed',
      { 'frameworks/f.csv': 'id,whole,part\n', 'frameworks/g.csv': 'id,whole,part\n' },
      /g\.csv is not in/,
    ],
  ])('cannot be made of %s', (_what, files, message) => {
    expect(() => generated({ ...one, ...files })).toThrow(message);
  });
});

it.each([
  ['pci_4.0', '1.2.5.12', '1.2.5'],
  ['pci_4.0', '10.2.1.7.31', '10.2.1.7'],
  ['pci_4.0', 'A1.1.2.3', 'A1.1.2'],
  ['hipaa', '164_308_a_1_ii_a', '164.308(a)(1)(ii)(A)'],
  ['hipaa', '164_312_d', '164.312(d)'],
  ['nist_800_53_revision_5', 'ac_2_1', 'AC-2(1)'],
  ['nist_800_53_revision_5', 'ac_2_12_a', 'AC-2(12)(a)'],
  ['nist_800_53_revision_5', 'ac_2_d_1', 'AC-2d.1'],
  ['nist_800_53_revision_5', 'cp_1_a_1_b', 'CP-1a.1.(b)'],
  ['nist_800_53_revision_5', 'sc_7', 'SC-7'],
  ['fedramp_moderate_revision_4', 'au-2-a-d', 'AU-2(a)(d)'],
  ['nist_800_171_revision_2', '3_1_12', '3.1.12'],
  ['gdpr', 'article_25', 'Article 25'],
  ['soc2', 'cc_6_1', 'CC6.1'],
  ['soc2', 'cc_a_1_1', 'A1.1'],
  ['soc2', 'pi_1_2', 'PI1.2'],
  ['ffiec', 'd1-g-it-b-1', 'D1.G.IT.B.1'],
  ['gxp_21_cfr_part_11', '11.10-a', '11.10(a)'],
  ['dora_2022_2554', 'DORA-Art5', 'Article 5'],
  ['cis_7.0', '2.1.1', '2.1.1'],
])('of %s, %s is %s', (key, id, number) => expect(numberOf(key, id)).toBe(number));
