import { answers, here } from '../../answers.ts';
import { account, arnOf, daysAgo, policy } from '../../facts.ts';
import { fails } from '../../front.ts';

const layer = (name: string) => ({ LayerName: name, LayerArn: arnOf('lambda', `layer:${name}`) });
const version = (name: string, Version: number) => ({
  LayerVersionArn: arnOf('lambda', `layer:${name}:${Version}`),
  Version,
  CreatedDate: daysAgo(30).toISOString(),
});
const statement = (name: string, Principal: unknown): object => ({
  Sid: 'share',
  Effect: 'Allow',
  Principal,
  Action: 'lambda:GetLayerVersion',
  Resource: arnOf('lambda', `layer:${name}:1`),
});

/** One that every account may download, and one that only another named account may, with an older version that nobody may. */
export default answers(
  'lambda',
  {
    ListLayers: here({ Layers: [layer('tools'), layer('drivers')] }),
    ListLayerVersions: ({ input }) => ({
      LayerVersions: String(input['LayerName']).endsWith(':tools')
        ? [version('tools', 1)]
        : [version('drivers', 2), version('drivers', 1)],
    }),
    GetLayerVersionPolicy: ({ input }) =>
      input['LayerName'] === 'tools'
        ? { Policy: policy(statement('tools', '*')), RevisionId: '00000000-0000-4000-8000-000000000001' }
        : Number(input['VersionNumber']) === 1
          ? {
              Policy: policy(statement('drivers', { AWS: `arn:aws:iam::${account}:root` })),
              RevisionId: '00000000-0000-4000-8000-000000000002',
            }
          : fails({ code: 'ResourceNotFoundException', status: 404 }),
  },
  { 'AWS::Lambda::LayerVersion': 'drivers:1' },
);
