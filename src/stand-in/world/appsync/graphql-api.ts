import { answers, here } from '../../answers.ts';
import { arnOf, iamArn } from '../../facts.ts';

const api = (apiId: string, name: string, authenticationType: string, others: readonly string[] = []) => ({
  apiId,
  name,
  arn: arnOf('appsync', `apis/${apiId}`),
  authenticationType,
  additionalAuthenticationProviders: others.map((each) => ({ authenticationType: each })),
  apiType: 'GRAPHQL',
  visibility: 'GLOBAL',
  xrayEnabled: name === 'accounts',
  logConfig: {
    fieldLogLevel: name === 'accounts' ? 'ALL' : 'NONE',
    cloudWatchLogsRoleArn: iamArn('role/appsync-logs'),
  },
  ...(name === 'accounts'
    ? { wafWebAclArn: arnOf('wafv2', 'regional/webacl/shop/00000000-0000-4000-8000-0000000000a1') }
    : {}),
});

/** One whose page holds an API key besides what people sign in with, and one without. */
export default answers(
  'appsync',
  {
    ListGraphqlApis: here({
      graphqlApis: [
        api('aaaaaaaaaaaaaaaaaaaaaaaaaa', 'catalogue', 'AMAZON_COGNITO_USER_POOLS', ['API_KEY']),
        api('bbbbbbbbbbbbbbbbbbbbbbbbbb', 'accounts', 'AMAZON_COGNITO_USER_POOLS', ['AWS_IAM']),
      ],
    }),
    GetApiCache: ({ path }) => ({
      apiCache: {
        ttl: 300,
        apiCachingBehavior: 'FULL_REQUEST_CACHING',
        type: 'SMALL',
        status: 'AVAILABLE',
        transitEncryptionEnabled: path.includes('bbbb'),
        atRestEncryptionEnabled: path.includes('bbbb'),
      },
    }),
  },
  { 'AWS::AppSync::GraphQLApi': 'bbbbbbbbbbbbbbbbbbbbbbbbbb' },
);
