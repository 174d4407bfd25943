import { listed } from '../../inventory/listed.ts';
import { xray } from './service.ts';

/** A group of traces; the one called Default is always there. */
export const traceGroup = listed(xray, 'AWS::XRay::Group', 'GetGroups', {
  at: 'Groups',
  references: ['https://docs.aws.amazon.com/xray/latest/api/API_GroupSummary.html'],
  id: ({ GroupName }) => GroupName,
  keep: {
    arn: 'GroupARN',
    insights: ({ InsightsConfiguration: insights }) => insights?.InsightsEnabled,
  },
  label: ({ name }) => `The X-Ray group ${name}`,
});
