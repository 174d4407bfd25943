import { answers } from '../../answers.ts';
import { daysAgo, iamArn } from '../../facts.ts';

export default answers('iam', {
  ListSAMLProviders: {
    SAMLProviderList: [{ Arn: iamArn('saml-provider/staff'), ValidUntil: daysAgo(-900), CreateDate: daysAgo(900) }],
  },
});
