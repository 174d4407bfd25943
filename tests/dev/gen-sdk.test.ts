import { describe, expect, it } from 'vitest';
import { service } from '../../src/aws/service.ts';
import { readCatalogue } from '../../src/dev/catalogue.ts';
import { rowsModule } from '../../src/dev/gen-rows.ts';
import { operationsOf, sdkModule, unknownActions } from '../../src/dev/gen-sdk.ts';
import { resource } from '../../src/inventory/resource.ts';
import { folder } from '../cli/run.ts';
import { root } from '../../src/stand-in/root.ts';

const load = async (): Promise<{ Client: unknown }> => ({ Client: undefined });
const sns = service<typeof import('@aws-sdk/client-sns')>({ id: 'sns', sdkId: 'SNS', load });
const kms = service<typeof import('@aws-sdk/client-kms')>({
  id: 'kms',
  sdkId: 'KMS',
  sessionCalls: ['ListKeys'],
  load,
});
const topic = resource(sns, 'AWS::SNS::Topic', {
  calls: ['ListTopics'],
  async *list() {},
}).facets((facet) => ({
  attributes: facet({ calls: ['GetTopicAttributes'], read: async () => 1 }),
  key: facet.from(kms, { calls: ['DescribeKey'], read: async () => 1 }),
}));
const operations = operationsOf([sns, kms], [topic]);

describe('the SDK modules', () => {
  it('hold what lists, facets of any type and the run itself send', () => {
    expect([...operations].map(([id, names]) => [id, [...names].sort()])).toEqual([
      ['sns', ['GetTopicAttributes', 'ListTopics']],
      ['kms', ['DescribeKey', 'ListKeys']],
    ]);
  });

  it('export the client, the commands and the paginators there are', () => {
    expect(sdkModule(root, '@aws-sdk/client-sns', operations.get('sns') ?? new Set())).toContain(
      "export {\n  SNSClient as Client,\n  GetTopicAttributesCommand,\n  ListTopicsCommand,\n  paginateListTopics,\n} from '@aws-sdk/client-sns';",
    );
    expect(() => sdkModule(root, '@aws-sdk/client-sns', new Set(['ListTopic']))).toThrow('has no operation ListTopic');
  });
});

describe('IAM actions of operations', () => {
  const s3 = (actionsOf?: { ListBuckets: string }): string[] =>
    unknownActions(
      root,
      [service<typeof import('@aws-sdk/client-s3')>({ id: 's3', sdkId: 'S3', ...(actionsOf && { actionsOf }), load })],
      new Map([['s3', new Set(['ListBuckets'])]]),
    );

  it('that AWS does not have are told with the file to state them in', () => {
    expect(s3()).toEqual([
      expect.stringMatching(/^src\/services\/s3\/service\.ts: ListBuckets would need s3:ListBuckets,/),
    ]);
    expect(s3({ ListBuckets: 's3:ListAllMyBuckets' })).toEqual([]);
    expect(s3({ ListBuckets: 's3:listallmybuckets' })).toHaveLength(1);
    expect(s3({ ListBuckets: 'nothing:List' })).toHaveLength(1);
  });
});

describe('rows of the catalogue', () => {
  const head =
    'id,scope,resource_type,category,severity,prowler,securityhub,cloudsploit,trusted_advisor,api,tier,other_sources\n';
  const row =
    'sqs-queue-a,resource,AWS::SQS::Queue,security,low,p_a;p_b,SQS.1,,"One, ""two""",sqs:ListQueues,2,proposed\n';
  const read = (text: string) => {
    const dir = folder({ 'catalogue/sqs.csv': text });
    try {
      return readCatalogue(dir.path);
    } finally {
      dir.remove();
    }
  };

  it('are read, with quoted fields and lists', () => {
    expect(read(head + row).get('sqs-queue-a')).toEqual({
      id: 'sqs-queue-a',
      service: 'sqs',
      scope: 'resource',
      resourceType: 'AWS::SQS::Queue',
      category: 'security',
      severity: 'low',
      same: { prowler: ['p_a', 'p_b'], securityhub: ['SQS.1'], trustedadvisor: ['One, "two"'] },
      actions: ['sqs:ListQueues'],
      tier: 2,
      sources: ['proposed'],
    });
  });

  it.each([
    ['an id twice', head + row + row, 'stands twice'],
    ["another service's id", head + row.replace('sqs-', 'sns-'), 'not a row of this file'],
    ['a field too few', `${head}sqs-queue-b,resource\n`, 'not a row of this file'],
  ])('are refused for %s', (_what, text, message) => expect(() => read(text)).toThrow(message));

  it('are asked for where a check has none', () => {
    expect(() => rowsModule(['sqs-queue-b'], read(head + row))).toThrow('add it to catalogue/sqs.csv');
    const text = rowsModule(['sqs-queue-a'], read(head + row));
    expect(text).toContain('| "sqs-queue-a"');
    expect(text).toContain('"sqs-queue-a": {"severity":"low","category":"security","same":');
  });
});
