import check from '../../../checks/iam/iam-oidc-provider-thumbprint-not-relied-on.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const provider = (name: string) => ({
  name,
  id: `arn:aws:iam::111122223333:oidc-provider/${name}`,
  arn: `arn:aws:iam::111122223333:oidc-provider/${name}`,
});

checkSuite(check, provider('login.example.com'), [
  { when: 'it is a company', expect: 'manual', message: /authority of login\.example\.com's certificate/ },
  ...[
    'token.actions.githubusercontent.com',
    'token.actions.githubusercontent.com/octo',
    'gitlab.com',
    'acme.eu.auth0.com',
  ].map((name) => ({ when: `it is ${name}`, given: provider(name), expect: 'pass' as const })),
  { when: 'it is a cluster', given: provider('oidc.eks.eu-west-1.amazonaws.com/id/ABC'), expect: 'pass' },
  { when: 'its keys are in a bucket', given: provider('keys.s3.eu-west-1.amazonaws.com'), expect: 'pass' },
  { when: 'its name ends like one', given: provider('mygitlab.com'), expect: 'manual' },
  { when: 'its name begins like one', given: provider('gitlab.com.example.org'), expect: 'manual' },
  { when: 'it is a GitLab of its own', given: provider('gitlab.example.com'), expect: 'manual' },
]);
