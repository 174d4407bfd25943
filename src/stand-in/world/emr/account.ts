import { answers } from '../../answers.ts';
import { daysAgo, iamArn, mainRegion } from '../../facts.ts';

/** On, except for SSH, in the main region; off elsewhere. */
export default answers('emr', {
  GetBlockPublicAccessConfiguration: ({ region }) => ({
    BlockPublicAccessConfiguration: {
      BlockPublicSecurityGroupRules: region === mainRegion,
      PermittedPublicSecurityGroupRuleRanges: [{ MinRange: 22, MaxRange: 22 }],
    },
    BlockPublicAccessConfigurationMetadata: { CreationDateTime: daysAgo(400), CreatedByArn: iamArn('root') },
  }),
});
