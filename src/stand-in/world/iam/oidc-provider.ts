import { answers } from '../../answers.ts';
import { iamArn } from '../../facts.ts';

export default answers('iam', {
  ListOpenIDConnectProviders: {
    OpenIDConnectProviderList: [{ Arn: iamArn('oidc-provider/token.actions.githubusercontent.com') }],
  },
});
