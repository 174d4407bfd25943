import { describe, expect, it } from 'vitest';
import { member } from '../../../src/services/guardduty/member.ts';
import { collectType } from '../../helpers/resource-suite.ts';

describe('AWS::GuardDuty::Member', () => {
  it('lists the members of every page, associated or not, and drops their e-mail addresses', async () => {
    const { records, sent } = await collectType(member, [], {
      ListDetectors: { DetectorIds: ['d1'] },
      ListMembers: ({ NextToken }: { NextToken?: string }) =>
        NextToken === undefined
          ? {
              Members: [
                {
                  AccountId: '444455556666',
                  RelationshipStatus: 'Enabled',
                  Email: 'a@example.com',
                  MasterId: '111122223333',
                },
              ],
              NextToken: 'more',
            }
          : { Members: [{ AccountId: '777788889999', RelationshipStatus: 'Removed', Email: 'b@example.com' }] },
    });
    expect(records.map((r) => r.item)).toEqual([
      { id: '444455556666', detectorId: 'd1', relationship: 'Enabled' },
      { id: '777788889999', detectorId: 'd1', relationship: 'Removed' },
    ]);
    expect(records[0]?.arn).toBe('arn:aws:guardduty:eu-west-1:111122223333:detector/d1/member/444455556666');
    expect(sent[1]?.input).toMatchObject({ DetectorId: 'd1', OnlyAssociated: 'false' });
    expect(sent).toHaveLength(3);
  });

  it('has none, and asks for none, where there is no detector', async () => {
    const { records, sent } = await collectType(member, [], { ListDetectors: { DetectorIds: [] } });
    expect(records).toEqual([]);
    expect(sent).toHaveLength(1);
  });
});
