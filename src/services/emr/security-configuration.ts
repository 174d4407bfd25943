import { MalformedAnswer } from '../../aws/errors.ts';
import { listed } from '../../inventory/listed.ts';
import { emr } from './service.ts';

/** https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-create-security-configuration.html */
interface Document {
  readonly EncryptionConfiguration?: {
    readonly EnableAtRestEncryption?: boolean;
    readonly EnableInTransitEncryption?: boolean;
    readonly AtRestEncryptionConfiguration?: {
      readonly LocalDiskEncryptionConfiguration?: object;
    };
  };
}

/** What clusters encrypt, and how their users sign in. */
export const securityConfiguration = listed(emr, 'AWS::EMR::SecurityConfiguration', 'ListSecurityConfigurations', {
  at: 'SecurityConfigurations',
  references: ['https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-security-configurations.html'],
  id: ({ Name }) => Name,
  keep: {},
  arn: ({ id }, { partition, region, account }) =>
    `arn:${partition}:elasticmapreduce:${region}:${account}:security-configuration/${id}`,
  label: ({ id }) => `security configuration ${id}`,
}).facets((facet) => ({
  encryption: facet.call('DescribeSecurityConfiguration', {
    input: ({ id }) => ({ Name: id }),
    keep: ({ SecurityConfiguration: text }) => {
      if (text === undefined) throw new MalformedAnswer('DescribeSecurityConfiguration gives no configuration');
      // The document is as somebody wrote it: what is not in it, it does not ask for.
      const found = (JSON.parse(text) as Document).EncryptionConfiguration;
      const atRest = found?.EnableAtRestEncryption === true;
      return {
        atRest,
        inTransit: found?.EnableInTransitEncryption === true,
        localDisks: atRest && found.AtRestEncryptionConfiguration?.LocalDiskEncryptionConfiguration !== undefined,
      };
    },
  }),
}));
