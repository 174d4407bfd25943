import { answers, here } from '../../answers.ts';
import { arnOf, policy } from '../../facts.ts';
import { fails } from '../../front.ts';

const arn = (id: string): string => arnOf('dsql', `cluster/${id}`);

/** One that every account may connect to, and one without a policy. */
export default answers(
  'dsql',
  {
    ListClusters: here({
      clusters: ['openopenopenopen', 'quietquietquiet1'].map((id) => ({ identifier: id, arn: arn(id) })),
    }),
    GetClusterPolicy: ({ path }) =>
      path.includes('openopenopenopen')
        ? {
            policy: policy({ Effect: 'Allow', Principal: { AWS: '*' }, Action: 'dsql:DbConnect', Resource: '*' }),
            policyVersion: '1',
          }
        : fails({ code: 'ResourceNotFoundException', status: 404 }),
  },
  { 'AWS::DSQL::Cluster': 'quietquietquiet1' },
);
