import { describe, expect, it } from 'vitest';
import { logsManagement, logsS3Objects, managementEvents } from '../../../src/judgements/logs/trail-coverage.ts';
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

/** One advanced selector of S3 data events with conditions on its objects' ARNs, or several such. */
const byArn = (...conditions: Record<string, string[]>[]) =>
  advanced(...conditions.map((condition) => ({ ...s3Data, 'resources.ARN': condition })));
const b = (rest: string) => `arn:aws:s3:::${rest}`;

describe('which objects an ARN condition takes in', () => {
  it.each([
    // Nothing is left out: no object has such an ARN.
    ['NotEquals a bucket with a slash', byArn({ NotEquals: [b('bucket/')] }), true],
    ['NotEquals a bucket', byArn({ NotEquals: [b('bucket')] }), true],
    ['NotEquals several buckets', byArn({ NotEquals: [b('one/'), b('two/'), b('three')] }), true],
    ['NotEquals the service', byArn({ NotEquals: ['arn:aws:s3:::'] }), true],
    ['NotEquals another service', byArn({ NotEquals: ['arn:aws:lambda:eu-west-1:111122223333:function:f'] }), true],
    ['NotEquals an object of another partition', byArn({ NotEquals: ['arn:aws-cn:s3:::bucket/key'] }), true],
    ['NotEquals a bucket that no name can have', byArn({ NotEquals: [b('*/key')] }), true],
    ['NotStartsWith a bucket that no name can have', byArn({ NotStartsWith: [b('*/')] }), true],
    ['NotStartsWith another partition', byArn({ NotStartsWith: ['arn:aws-cn:s3:::'] }), true],
    ['NotStartsWith no bucket at all', byArn({ NotStartsWith: [b('/')] }), true],
    ['NotEndsWith what no ARN ends with', byArn({ NotStartsWith: ['x'], NotEquals: ['y'] }), true],
    // Something is left out.
    ['NotEquals one object', byArn({ NotEquals: [b('bucket/key')] }), false],
    ['NotEquals one folder marker', byArn({ NotEquals: [b('bucket/folder/')] }), false],
    ['NotEquals an object whose key is a star', byArn({ NotEquals: [b('bucket/*')] }), false],
    ['NotStartsWith a bucket with a slash', byArn({ NotStartsWith: [b('bucket/')] }), false],
    ['NotStartsWith a bucket', byArn({ NotStartsWith: [b('bucket')] }), false],
    ['NotStartsWith part of a name', byArn({ NotStartsWith: [b('log')] }), false],
    ['NotStartsWith every object', byArn({ NotStartsWith: ['arn:aws:s3'] }), false],
    ['NotEndsWith a slash', byArn({ NotEndsWith: ['/'] }), false],
    ['NotEndsWith an ending', byArn({ NotEndsWith: ['.log'] }), false],
    ['NotEndsWith a whole ARN', byArn({ NotEndsWith: [b('bucket/key')] }), false],
    ['Equals a bucket with a slash', byArn({ Equals: [b('bucket/')] }), false],
    ['Equals one object', byArn({ Equals: [b('bucket/key')] }), false],
    ['StartsWith one bucket', byArn({ StartsWith: [b('bucket/')] }), false],
    ['StartsWith another partition', byArn({ StartsWith: ['arn:aws-cn:s3:::'] }), false],
    ['EndsWith an ending', byArn({ EndsWith: ['.log'] }), false],
    ['EndsWith a slash', byArn({ EndsWith: ['/'] }), false],
    // Every object is taken in.
    ['StartsWith all objects', byArn({ StartsWith: ['arn:aws:s3:::'] }), true],
    ['StartsWith the service', byArn({ StartsWith: ['arn:aws:s3'] }), true],
    ['StartsWith one bucket or all', byArn({ StartsWith: [b('one/'), 'arn:'] }), true],
    ['StartsWith all but NotStartsWith one', byArn({ StartsWith: ['arn:aws:s3'], NotStartsWith: [b('one/')] }), false],
    ['StartsWith all and NotEquals a bucket', byArn({ StartsWith: ['arn:aws:s3'], NotEquals: [b('one/')] }), true],
    // Several add up, or do not.
    ['one bucket, and all but it', byArn({ StartsWith: [b('a/')] }, { NotStartsWith: [b('a/')] }), true],
    ['one bucket, and all but another', byArn({ StartsWith: [b('a/')] }, { NotStartsWith: [b('b/')] }), false],
    [
      'a bucket without its slash, and all but it with',
      byArn({ StartsWith: [b('a')] }, { NotStartsWith: [b('a/')] }),
      true,
    ],
    [
      'a bucket with its slash, and all but it without',
      byArn({ StartsWith: [b('a/')] }, { NotStartsWith: [b('a')] }),
      false,
    ],
    ['an ending, and all but it', byArn({ EndsWith: ['.log'] }, { NotEndsWith: ['.log'] }), true],
    ['an ending, and all but a longer one', byArn({ EndsWith: ['.log'] }, { NotEndsWith: ['x.log'] }), true],
    ['an ending, and all but a shorter one', byArn({ EndsWith: ['x.log'] }, { NotEndsWith: ['.log'] }), false],
    ['one object, and all but it', byArn({ Equals: [b('a/k')] }, { NotEquals: [b('a/k')] }), true],
    ['two that leave out different buckets', byArn({ NotStartsWith: [b('a/')] }, { NotStartsWith: [b('b/')] }), true],
    ['two that leave out nested prefixes', byArn({ NotStartsWith: [b('a/')] }, { NotStartsWith: [b('a/x/')] }), false],
    [
      'a bucket but for an ending, that ending, and the rest',
      byArn({ StartsWith: [b('a/')], NotEndsWith: ['.log'] }, { EndsWith: ['.log'] }, { NotStartsWith: [b('a/')] }),
      true,
    ],
    [
      'a bucket but for an ending, and the rest',
      byArn({ StartsWith: [b('a/')], NotEndsWith: ['.log'] }, { NotStartsWith: [b('a/')] }),
      false,
    ],
  ] as const)('%s', (_name, selectors, expected) => {
    expect(logsS3Objects(selectors, 'read', 'aws')).toBe(expected);
    expect(logsS3Objects(selectors, 'write', 'aws')).toBe(expected);
  });
});

describe('the other fields of data events of S3 objects', () => {
  it.each([
    ['without an event of the other kind', { eventName: { NotEquals: ['PutObject'] } }, true, false],
    ['without reads by name', { eventName: { NotEquals: ['GetObject', 'HeadObject'] } }, false, true],
    ['without an event of its own', { eventName: { NotEquals: ['ListParts'] } }, false, true],
    ['without events by prefix', { eventName: { NotStartsWith: ['Get'] } }, false, true],
    ['without deletions', { eventName: { NotStartsWith: ['Delete'] } }, true, false],
    ['with the events of a prefix', { eventName: { StartsWith: ['Get'] } }, false, false],
    ['of another source', { eventSource: { Equals: ['s3-outposts.amazonaws.com'] } }, false, false],
    ['without another source', { eventSource: { NotEquals: ['s3-outposts.amazonaws.com'] } }, true, true],
    ['without its source', { eventSource: { NotStartsWith: ['s3'] } }, false, false],
    ['of the console', { sessionCredentialFromConsole: { Equals: ['true'] } }, false, false],
    ['not of the console', { sessionCredentialFromConsole: { NotEquals: ['true'] } }, false, false],
    ['of the console or not', { sessionCredentialFromConsole: { Equals: ['true', 'false'] } }, true, true],
    ['of a principal', { 'userIdentity.arn': { StartsWith: ['arn:aws:iam::111122223333:user/'] } }, false, false],
    ['not of a principal', { 'userIdentity.arn': { NotStartsWith: ['arn:aws:sts::1'] } }, false, false],
    ['without a type that is none', { eventType: { NotEquals: ['Nothing'] } }, true, true],
    ['without service events', { eventType: { NotEquals: ['AwsServiceEvent'] } }, false, false],
    ['of read events', { readOnly: { Equals: ['true'] } }, true, false],
    ['not of read events', { readOnly: { NotEquals: ['true'] } }, false, true],
    ['of an endpoint', { vpcEndpointId: { Equals: ['vpce-1'] } }, false, false],
    ['of denied calls', { errorCode: { Equals: ['VpceAccessDenied'] } }, false, false],
    ['of access points', { 'resources.type': { Equals: ['AWS::S3::AccessPoint'] } }, false, false],
    [
      'of objects and access points',
      { 'resources.type': { Equals: ['AWS::S3::AccessPoint', 'AWS::S3::Object'] } },
      true,
      true,
    ],
    ['of network activity', { eventCategory: { Equals: ['NetworkActivity'] } }, false, false],
  ] as const)('%s', (_name, fields, read, write) => {
    const selectors = advanced({ ...s3Data, ...JSON.parse(JSON.stringify(fields)) });
    expect(logsS3Objects(selectors, 'read', 'aws')).toBe(read);
    expect(logsS3Objects(selectors, 'write', 'aws')).toBe(write);
  });

  it('takes console sessions and the others together for all', () => {
    const console = (value: string) => ({ ...s3Data, sessionCredentialFromConsole: { Equals: [value] } });
    expect(logsS3Objects(advanced(console('true'), console('false')), 'read', 'aws')).toBe(true);
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
