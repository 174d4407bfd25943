import { answers, here } from '../../answers.ts';
import { arnOf, daysAgo, iamArn, idIn, keyArn, mainRegion, plantedSecret, policy } from '../../facts.ts';
import { fails } from '../../front.ts';

const arn = arnOf('lambda', 'function:orders');
const common = { Role: iamArn('role/job'), PackageType: 'Zip' };

/** One reached by everybody through its URL (alias `live`) and through the APIs, and a quiet one. */
export default answers(
  'lambda',
  {
    ListFunctions: here({
      Functions: [
        {
          FunctionName: 'orders',
          FunctionArn: arn,
          ...common,
          Runtime: 'nodejs16.x',
          TracingConfig: { Mode: 'PassThrough' },
          Environment: { Variables: { STAGE: 'production', DB_PASSWORD: plantedSecret } },
        },
        {
          FunctionName: 'quiet',
          FunctionArn: arnOf('lambda', 'function:quiet'),
          ...common,
          Runtime: 'nodejs24.x',
          VpcConfig: { VpcId: idIn(mainRegion, 'vpc'), SubnetIds: [idIn(mainRegion, 'subnet')], SecurityGroupIds: [] },
          DeadLetterConfig: { TargetArn: arnOf('sqs', 'lost-events') },
          TracingConfig: { Mode: 'Active' },
          Environment: { Variables: { STAGE: 'production' } },
          KMSKeyArn: keyArn,
        },
      ],
    }),
    ListFunctionUrlConfigs: ({ input }) =>
      input['FunctionName'] === 'orders'
        ? {
            FunctionUrlConfigs: [
              {
                FunctionUrl: 'https://abc123.lambda-url.us-east-1.on.aws/',
                FunctionArn: `${arn}:live`,
                AuthType: 'NONE',
                CreationTime: daysAgo(300).toISOString(),
                LastModifiedTime: daysAgo(300).toISOString(),
              },
            ],
          }
        : { FunctionUrlConfigs: [] },
    GetPolicy: ({ input }) => {
      if (input['FunctionName'] !== 'orders') return fails({ code: 'ResourceNotFoundException', status: 404 });
      const statement =
        input['Qualifier'] === undefined
          ? { Principal: { Service: 'apigateway.amazonaws.com' }, Action: 'lambda:InvokeFunction', Resource: arn }
          : { Principal: '*', Action: 'lambda:InvokeFunctionUrl', Resource: `${arn}:live` };
      return { Policy: policy({ Sid: 'invoke', Effect: 'Allow', ...statement }), RevisionId: '1' };
    },
    GetResourcePolicy: ({ path }) =>
      decodeURIComponent(path).endsWith(':orders')
        ? {
            Policy: policy({
              Sid: 'all',
              Effect: 'Allow',
              Principal: '*',
              Action: 'lambda:InvokeFunction',
              Resource: arn,
            }),
            RevisionId: '1',
          }
        : fails({ code: 'ResourceNotFoundException', status: 404 }),
    GetFunctionCodeSigningConfig: ({ path }) =>
      path.includes('/quiet/')
        ? {
            FunctionName: 'quiet',
            CodeSigningConfigArn: arnOf('lambda', 'code-signing-config:csc-0123456789abcdef0'),
          }
        : { FunctionName: 'orders', CodeSigningConfigArn: '' },
    ListTags: { Tags: {} },
  },
  { 'AWS::Lambda::Function': 'quiet' },
);
