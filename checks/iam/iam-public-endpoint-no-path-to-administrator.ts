import { defineCheck, notApplicable } from '../../src/engine/check.ts';
import { iamAccount } from '../../src/services/iam/account.ts';
import { endpointVerdict, publicEndpoints } from '../../src/judgements/escalation/endpoint-verdict.ts';
import { attackPaths } from '../../src/judgements/escalation/escalation.ts';

export default defineCheck({
  id: 'iam-public-endpoint-no-path-to-administrator',
  title: 'Functions and APIs that strangers reach have no way to administrator',
  resource: iamAccount,
  derived: { paths: attackPaths, endpoints: publicEndpoints },
  risk: 'A flaw in the code behind a public URL or API gives an attacker the role that it runs with, and through it the account.',
  fix: {
    text: 'Take the rights in the message from the role of the function or API; `audit paths` shows the cheapest cut. Where not everybody has to reach it, set the auth type of its URL to AWS_IAM, or give the methods of the API an authorizer.',
  },
  references: [
    'https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html',
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html',
    'https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html',
  ],
  evaluate(_subject, context) {
    const { unreadRegions, unreadAlong, derived } = context;
    const verdict = endpointVerdict(derived.paths, derived.endpoints, unreadAlong);
    // The function may be in a region that was left out.
    return verdict.kind === 'pass' && unreadRegions.length > 0
      ? notApplicable(`not every enabled region was read: ${unreadRegions.join(', ')}`)
      : verdict;
  },
});
