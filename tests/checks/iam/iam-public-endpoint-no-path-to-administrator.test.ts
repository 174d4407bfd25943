import check from '../../../checks/iam/iam-public-endpoint-no-path-to-administrator.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { account, administrator, alone, role, trust } from './escalation.ts';

const arn = 'arn:aws:lambda:eu-west-1:111122223333:function:shop';
const allow = (action: string): object => ({ Effect: 'Allow', Principal: '*', Action: action, Resource: arn });
const open = JSON.stringify({
  Version: '2012-10-17',
  Statement: [allow('lambda:InvokeFunctionUrl'), allow('lambda:InvokeFunction')],
});
const roles = [
  role('shop', trust({ Service: 'lambda.amazonaws.com' }), administrator),
  role('plain', trust({ Service: 'lambda.amazonaws.com' })),
];
const fn = { id: 'shop', name: 'shop', arn, role: 'arn:aws:iam::111122223333:role/shop' };
const url = (authType: string) => [{ qualifier: undefined, url: 'https://x.lambda-url.eu-west-1.on.aws/', authType }];
const withUrl = (authType: string, policy: string | undefined, more: object = {}) => ({
  functions: [{ ...fn, ...more }],
  functionUrls: [{ ...fn, ...more, urls: url(authType), urlPolicies: {} }],
  functionPolicies: [{ ...fn, ...more, policy }],
});
const base = {
  groups: [],
  policies: [],
  users: [],
  roles,
  organizations: [alone],
  restApis: [],
  restStages: [],
  httpApis: [],
  ...withUrl('NONE', open),
} as never as object;
const unread = { actions: ['lambda:GetPolicy'], cause: 'lambda:GetPolicy denied: no policy allows it (AccessDenied)' };

checkSuite(check, account, [
  {
    when: 'a function with a public URL has an administrator role',
    along: base,
    expect: 'fail',
    message:
      /The internet has a way to administrator through role\/shop: the internet, through .*shop.*, becomes administrator \(Take over what answers a public endpoint\)/,
  },
  {
    when: 'its way is proven, whatever else was not read',
    along: base,
    unreadAlong: { httpApis: { actions: ['apigateway:GET'], cause: 'apigateway:GET denied' } },
    expect: 'fail',
  },
  {
    when: 'its URL asks for a signature',
    along: { ...base, ...withUrl('AWS_IAM', undefined) } as never,
    expect: 'pass',
  },
  { when: 'its policy lets nobody in', along: { ...base, ...withUrl('NONE', undefined) } as never, expect: 'pass' },
  {
    when: 'its role leads nowhere',
    along: { ...base, ...withUrl('NONE', open, { role: 'arn:aws:iam::111122223333:role/plain' }) } as never,
    expect: 'pass',
  },
  {
    when: 'its policy was not read',
    along: { ...base, functionPolicies: [] } as never,
    unreadAlong: { functionPolicies: unread },
    expect: 'manual',
    message:
      /may become administrator .*depending on whether it is reached at https:.*not read.*; .*lambda:GetPolicy denied/,
  },
  {
    when: 'functions were not read',
    along: { ...base, functions: [], functionUrls: [], functionPolicies: [] } as never,
    unreadAlong: { functions: { actions: ['lambda:ListFunctions'], cause: 'lambda:ListFunctions denied' } },
    expect: 'unknown',
    message: /functions: lambda:ListFunctions denied/,
  },
  {
    when: 'nothing is open in the regions that were read',
    along: { ...base, functions: [] } as never,
    unreadRegions: ['ap-south-1'],
    expect: 'not-applicable',
    message: /ap-south-1/,
  },
]);
