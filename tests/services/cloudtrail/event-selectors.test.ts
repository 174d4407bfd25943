import { describe, expect, it } from 'vitest';
import { logsManagement, logsS3Objects, managementEvents } from '../../../src/services/cloudtrail/coverage.ts';
import { eventSelectorsOf, logsAll } from '../../../src/services/cloudtrail/event-selectors.ts';

type Answer = Parameters<typeof eventSelectorsOf>[0];

const basic = (...selectors: NonNullable<Answer['EventSelectors']>) => eventSelectorsOf({ EventSelectors: selectors });
const advanced = (...selectors: Record<string, Record<string, string[]>>[]) =>
  eventSelectorsOf({
    AdvancedEventSelectors: selectors.map((fields) => ({
      FieldSelectors: Object.entries(fields).map(([Field, condition]) => ({ Field, ...condition })),
    })),
  });

const management = { eventCategory: { Equals: ['Management'] } };
const s3Data = { eventCategory: { Equals: ['Data'] }, 'resources.type': { Equals: ['AWS::S3::Object'] } };
const objects = (Values: string[]) => ({ DataResources: [{ Type: 'AWS::S3::Object', Values }] });

describe('management events', () => {
  it.each([
    ['a trail without selectors', eventSelectorsOf({ EventSelectors: [], AdvancedEventSelectors: [] }), 'all'],
    ['a basic selector with its defaults', basic({}), 'all'],
    ['a basic selector for all', basic({ ReadWriteType: 'All', IncludeManagementEvents: true }), 'all'],
    ['two basic selectors that add up', basic({ ReadWriteType: 'ReadOnly' }, { ReadWriteType: 'WriteOnly' }), 'all'],
    ['basic, writes only', basic({ ReadWriteType: 'WriteOnly' }), { missed: 'read events' }],
    ['basic, reads only', basic({ ReadWriteType: 'ReadOnly' }), { missed: 'write events' }],
    [
      'basic, data events only',
      basic({ IncludeManagementEvents: false, ...objects(['arn:aws:s3']) }),
      { missed: 'read events' },
    ],
    [
      'basic without KMS',
      basic({ ExcludeManagementEventSources: ['kms.amazonaws.com'] }),
      { missed: 'read events of kms.amazonaws.com' },
    ],
    ['advanced for all', advanced(management), 'all'],
    [
      'advanced, both halves',
      advanced({ ...management, readOnly: { Equals: ['true'] } }, { ...management, readOnly: { Equals: ['false'] } }),
      'all',
    ],
    ['advanced, writes only', advanced({ ...management, readOnly: { Equals: ['false'] } }), { missed: 'read events' }],
    [
      'advanced without the RDS Data API',
      advanced({ ...management, eventSource: { NotEquals: ['rdsdata.amazonaws.com'] } }),
      { missed: 'read events of rdsdata.amazonaws.com' },
    ],
    [
      'advanced, KMS left out by one selector and taken in by another',
      advanced(
        { ...management, eventSource: { NotEquals: ['kms.amazonaws.com'] } },
        { ...management, eventSource: { Equals: ['kms.amazonaws.com'] } },
      ),
      'all',
    ],
    ['advanced, data events only', advanced(s3Data), { missed: 'read events' }],
  ] as const)('%s', (_name, selectors, expected) => {
    expect(managementEvents(selectors)).toEqual(expected);
  });

  it('counts a source that is left out only where it is asked for', () => {
    const selectors = basic({ ExcludeManagementEventSources: ['kms.amazonaws.com'] });
    expect(logsManagement(selectors, 'write')).toBe(true);
    expect(logsManagement(selectors, 'write', 'kms.amazonaws.com')).toBe(false);
  });
});

describe('data events of S3 objects', () => {
  it.each([
    ['a trail without selectors', basic(), false, false],
    ['every bucket by the service prefix', basic(objects(['arn:aws:s3'])), true, true],
    ['every bucket by the ARN prefix', basic(objects(['arn:aws:s3:::'])), true, true],
    ['one bucket', basic(objects(['arn:aws:s3:::one/'])), false, false],
    ['no value', basic(objects([])), false, false],
    [
      'another type',
      basic({ DataResources: [{ Type: 'AWS::Lambda::Function', Values: ['arn:aws:lambda'] }] }),
      false,
      false,
    ],
    ['reads of every bucket', basic({ ReadWriteType: 'ReadOnly', ...objects(['arn:aws:s3']) }), true, false],
    ['advanced for all', advanced(s3Data), true, true],
    ['advanced, writes', advanced({ ...s3Data, readOnly: { Equals: ['false'] } }), false, true],
    [
      'advanced with the source named',
      advanced({ ...s3Data, eventSource: { Equals: ['s3.amazonaws.com'] } }),
      true,
      true,
    ],
    [
      'advanced, all ARNs by prefix',
      advanced({ ...s3Data, 'resources.ARN': { StartsWith: ['arn:aws:s3:::'] } }),
      true,
      true,
    ],
    [
      'advanced without one bucket',
      advanced({ ...s3Data, 'resources.ARN': { NotStartsWith: ['arn:aws:s3:::logs/'] } }),
      false,
      false,
    ],
    ['advanced without one ending', advanced({ ...s3Data, 'resources.ARN': { NotEndsWith: ['.tmp'] } }), false, false],
    [
      'advanced, one bucket and all others',
      advanced(
        { ...s3Data, 'resources.ARN': { NotStartsWith: ['arn:aws:s3:::a/'] } },
        { ...s3Data, 'resources.ARN': { StartsWith: ['arn:aws:s3:::a/'] } },
      ),
      true,
      true,
    ],
    [
      'advanced, some event names',
      advanced({ ...s3Data, eventName: { Equals: ['GetObject', 'PutObject'] } }),
      false,
      false,
    ],
    ['advanced, management events', advanced(management), false, false],
  ] as const)('%s', (_name, selectors, read, write) => {
    expect(logsS3Objects(selectors, 'read', 'aws')).toBe(read);
    expect(logsS3Objects(selectors, 'write', 'aws')).toBe(write);
  });

  it('knows the prefix of other partitions', () => {
    expect(logsS3Objects(basic(objects(['arn:aws-cn:s3'])), 'read', 'aws-cn')).toBe(true);
    expect(logsS3Objects(basic(objects(['arn:aws:s3'])), 'read', 'aws-cn')).toBe(false);
  });
});

it('does not compare selectors that tell too many kinds of events apart', () => {
  const many = Array.from({ length: 30 }, (_, i) => ({
    ...s3Data,
    eventName: { Equals: [`E${i}`] },
    'resources.ARN': { StartsWith: [`arn:aws:s3:::b${i}/`] },
    'userIdentity.arn': { Equals: [`arn:aws:iam::111122223333:user/u${i}`] },
  }));
  expect(logsAll(advanced(...many), { eventCategory: 'Data' })).toBeUndefined();
});
