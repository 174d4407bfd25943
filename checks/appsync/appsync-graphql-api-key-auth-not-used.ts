import type { Bearing } from '../../src/engine/check.ts';
import { fail, pass } from '../../src/engine/check.ts';
import { each } from '../../src/engine/forms/index.ts';
import { graphqlApi } from '../../src/services/appsync/graphql-api.ts';

/** Private ones answer in VPCs: https://docs.aws.amazon.com/appsync/latest/devguide/using-private-apis.html */
const bearings: Readonly<Record<string, Bearing>> = {
  GLOBAL: { reach: { from: 'internet', how: 'reached with an API key, which every copy of its clients holds' } },
  PRIVATE: { reach: { from: 'nowhere', how: 'it is private: only VPC endpoints lead to it' } },
};

export default each(graphqlApi, 'appsync-graphql-api-key-auth-not-used', {
  title: 'GraphQL APIs of AppSync take no API keys',
  list: 'authentication',
  by: 'type',
  is: {
    API_KEY: 'bad',
    AWS_IAM: 'good',
    AMAZON_COGNITO_USER_POOLS: 'good',
    OPENID_CONNECT: 'good',
    AWS_LAMBDA: 'good',
  },
  called: ({ type }) => type ?? 'a way that AWS does not name',
  pass: pass('{label} authenticates callers by {good}'),
  fail: ({ name, visibility }) =>
    fail(
      `${name} lets in whoever has an API key (API_KEY); expected IAM, Cognito, OpenID Connect or a function`,
      undefined,
      undefined,
      bearings[visibility ?? ''],
    ),
  none: pass('{label} has no way to authenticate'),
  exposes: true,
  risk: 'An API key is one secret for all callers and stands in the code of pages and apps: whoever copies it calls the API, and no log says who it was.',
  fix: {
    text: 'Add another way first (Cognito user pools or OpenID Connect for people, IAM for programs), allow it in the schema (@aws_cognito_user_pools, @aws_iam, …), move the clients, then take API_KEY away: update-graphql-api sets the default and the additional ways as a whole, so give every one that is to stay. Delete the keys last.',
  },
  references: [
    'https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/appsync-controls.html#appsync-5',
  ],
});
