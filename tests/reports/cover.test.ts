import { describe, expect, it } from 'vitest';
import { accessText, placeText, programText } from '../../reports/cover.ts';
import { place } from '../../src/cli/organization-place.ts';
import type { OrganizationPlace } from '../../src/engine/result.ts';
import { headerAt } from '../../src/inventory/shape.ts';

describe('the cover', () => {
  it('says how whoever asked was authenticated', () => {
    const access = { source: 'profile a: IAM Identity Center', roles: ['arn:one', 'arn:two'] };
    expect(accessText({ source: 'aws', access })).toBe(
      'profile a: IAM Identity Center; then assumed arn:one; then assumed arn:two',
    );
    expect(accessText({ source: 'aws' })).toBe('not recorded');
    expect(accessText({ source: 'snapshot' })).toBe('not recorded in the snapshot, which an earlier version made');
  });

  it('says which program read where another one judged', () => {
    expect(programText({ version: '2', id: 'x' })).toBe('audit 2, run x');
    expect(programText({ version: '2', id: 'x', readBy: '1' })).toContain('was read by audit 1');
  });

  const details = { id: 'o-1', managementAccount: '1' };
  const unit = { id: 'ou-1', name: 'Prod' };
  it.each<[string, Record<string, readonly object[]>, string]>([
    ['nothing was read', {}, 'not read in this run'],
    ['it is in none', { ownOrganization: [{}] }, 'the account is in no organization'],
    [
      'the path is not told',
      { ownOrganization: [{ details }] },
      'organization o-1; management account 1; the path to the account is told to the management account and delegated administrators',
    ],
    [
      'the path is told',
      { ownOrganization: [{ details }], levelsAbove: [{ levels: ['r-1', 'ou-1', '9'] }], unitsAbove: [unit] },
      'organization o-1; management account 1; path Root/Prod (r-1/ou-1)',
    ],
    [
      'units could not be read',
      { ownOrganization: [{ details }], levelsAbove: [{ levels: ['r-1', 'ou-1', '9'] }] },
      'organization o-1; management account 1; path r-1/ou-1',
    ],
  ])('says where the account stands: %s', (_name, values, text) => {
    const given = { ownOrganization: [], levelsAbove: [], unitsAbove: [], ...values };
    const found = place.compute(given as never, { account: '9' } as never) as OrganizationPlace | undefined;
    expect(placeText(found === undefined ? {} : { organization: found })).toBe(text);
  });

  it('takes no header of a snapshot whose access is no text', () => {
    const header = {
      account: '1',
      partition: 'aws',
      caller: 'arn',
      version: '1',
      regions: [],
      skippedRegions: [],
      startedAt: '2026-01-01T00:00:00Z',
    };
    expect(headerAt(header, 'header')).toBe(header);
    for (const access of [{}, { source: 1, roles: [] }, { source: 'a', roles: [1] }, 'a'])
      expect(() => headerAt({ ...header, access }, 'header')).toThrow('header.access');
  });
});
