import { answers, here } from '../../answers.ts';
import { arnOf, idIn, mainRegion } from '../../facts.ts';

const workgroup = (workgroupName: string, good: boolean) => ({
  workgroupId: workgroupName,
  workgroupArn: arnOf('redshift-serverless', `workgroup/${workgroupName}`),
  workgroupName,
  namespaceName: workgroupName,
  status: 'AVAILABLE',
  enhancedVpcRouting: good,
  publiclyAccessible: !good,
  port: 5439,
  configParameters: [{ parameterKey: 'require_ssl', parameterValue: String(good) }],
  subnetIds: [idIn(mainRegion, 'subnet')],
  securityGroupIds: [idIn(mainRegion, 'sg')],
});

export default answers(
  'redshift-serverless',
  { ListWorkgroups: here({ workgroups: [workgroup('reports', true), workgroup('trial', false)] }) },
  { 'AWS::RedshiftServerless::Workgroup': 'reports' },
);
