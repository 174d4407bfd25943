import { describe, expect, it } from 'vitest';
import { controlTower } from '../../../src/services/controltower/region.ts';
import { awsError, collectType } from '../../helpers/resource-suite.ts';

const organization = (MasterAccountId: string) => ({
  DescribeOrganization: { Organization: { Id: 'o-1', MasterAccountId } },
});
const trusting = (...names: string[]) => ({
  ListAWSServiceAccessForOrganization: {
    EnabledServicePrincipals: names.map((name) => ({ ServicePrincipal: `${name}.amazonaws.com` })),
  },
});
const facets = ['trusted', 'baselines', 'controls'];
const unit = 'arn:aws:organizations::111122223333:ou/o-1/ou-ab12-a';
const lists = {
  ListBaselines: { baselines: [{ arn: 'b1', name: 'AWSControlTowerBaseline' }] },
  ListEnabledBaselines: ({ nextToken, includeChildren }: { nextToken?: string; includeChildren: boolean }) => ({
    enabledBaselines: [
      {
        arn: `e${includeChildren ? 1 : 0}`,
        baselineIdentifier: nextToken === undefined ? 'b1' : 'b2',
        targetIdentifier: unit,
        statusSummary: { status: 'SUCCEEDED' },
      },
    ],
    ...(nextToken === undefined ? { nextToken: 'more' } : {}),
  }),
  ListEnabledControls: {
    enabledControls: [
      {
        arn: 'c1',
        controlIdentifier: 'x',
        targetIdentifier: unit,
        statusSummary: { status: 'FAILED' },
        driftStatusSummary: { driftStatus: 'NOT_CHECKING' },
      },
    ],
  },
};

describe('Control Tower in a region', () => {
  it('tells of baselines by name and of controls, from every page', async () => {
    const answers = { ...organization('111122223333'), ...trusting('controltower'), ...lists };
    const { records, sent } = await collectType(controlTower, facets, answers);
    expect(records[0]?.outcomes).toMatchObject({
      trusted: { kind: 'present', value: true },
      baselines: {
        value: [
          { name: 'AWSControlTowerBaseline', target: unit, status: 'SUCCEEDED' },
          { name: 'b2', target: unit, status: 'SUCCEEDED' },
        ],
      },
      controls: { value: [{ arn: 'c1', control: 'x', target: unit, status: 'FAILED', drift: 'NOT_CHECKING' }] },
    });
    expect(sent.some(({ operation }) => operation === 'ListLandingZones')).toBe(false);
  });

  it.each([
    ['a member', { ...organization('999988887777'), ...trusting('controltower') }, 2],
    ['an organization without it', { ...organization('111122223333'), ...trusting('config') }, 2],
  ])('asks nothing of it for %s', async (_, answers, calls) => {
    const { records, sent } = await collectType(controlTower, facets, answers);
    expect(records[0]?.outcomes['controls']).toEqual({ kind: 'present', value: undefined });
    expect(sent).toHaveLength(calls);
  });

  it.each([
    ['ResourceNotFoundException', 'absent'],
    ['ValidationException', 'absent'],
    ['AccessDeniedException', 'denied'],
    ['InternalServerException', 'failed'],
  ])('takes %s for %s', async (code, kind) => {
    const { records } = await collectType(controlTower, ['controls'], {
      ...organization('111122223333'),
      ...trusting('controltower'),
      ListEnabledControls: awsError(code, 'no'),
    });
    expect(records[0]?.outcomes['controls']).toMatchObject({ kind });
  });
});
