import { answers } from '../../answers.ts';
import { daysAgo, iamArn, samlMetadata } from '../../facts.ts';

export default answers('iam', {
  ListSAMLProviders: {
    SAMLProviderList: [{ Arn: iamArn('saml-provider/staff'), ValidUntil: daysAgo(-900), CreateDate: daysAgo(900) }],
  },
  GetSAMLProvider: { SAMLMetadataDocument: samlMetadata, CreateDate: daysAgo(900), ValidUntil: daysAgo(-900) },
});
