import { describe, expect, it } from 'vitest';
import { analyzers } from '../../../src/services/accessanalyzer/analyzers.ts';
import { collectType } from '../../helpers/resource-suite.ts';

const arn = (name: string) => `arn:aws:access-analyzer:eu-west-1:111122223333:analyzer/${name}`;

describe('AWS::AccessAnalyzer::Analyzer', () => {
  it('is one item with the analyzers of every page', async () => {
    const { records, sent } = await collectType(analyzers, [], {
      ListAnalyzers: ({ nextToken }: { nextToken?: string }) =>
        nextToken === undefined
          ? {
              analyzers: [{ name: 'a', arn: arn('a'), type: 'ACCOUNT', status: 'ACTIVE', createdAt: new Date(0) }],
              nextToken: 'more',
            }
          : { analyzers: [{ name: 'b', arn: arn('b'), type: 'ORGANIZATION_UNUSED_ACCESS', status: 'ACTIVE' }] },
    });
    expect(records.map(({ item }) => item)).toEqual([
      {
        id: '111122223333',
        name: 'IAM Access Analyzer in eu-west-1',
        analyzers: [
          { name: 'a', arn: arn('a'), type: 'ACCOUNT', status: 'ACTIVE' },
          { name: 'b', arn: arn('b'), type: 'ORGANIZATION_UNUSED_ACCESS', status: 'ACTIVE' },
        ],
      },
    ]);
    expect(sent).toHaveLength(2);
  });

  it('is one item where there are none', async () => {
    const { records } = await collectType(analyzers, [], { ListAnalyzers: { analyzers: [] } });
    expect(records.map(({ item }) => item)).toMatchObject([{ analyzers: [] }]);
  });
});
