import { customerKey } from '../../src/judgements/encryption/encryption.ts';
import { namespace, namespaceEncryption } from '../../src/services/redshiftserverless/namespace.ts';

export default customerKey(namespace, 'redshiftserverless-namespace-encrypted-cmk', {
  title: 'Redshift Serverless is encrypted with customer managed keys',
  by: namespaceEncryption,
  risk: "With AWS's key nobody decides by its policy who may decrypt the warehouse, and no use of it shows up in CloudTrail.",
  fix: {
    text: 'Change the key: queries go on meanwhile, and it takes longer the more data there is. `--kms-key-id AWS_OWNED_KMS_KEY` undoes it.',
    cli: 'aws redshift-serverless update-namespace --namespace-name {id} --kms-key-id KEY_ARN',
  },
  references: [
    'https://docs.aws.amazon.com/redshift/latest/mgmt/serverless-workgroups-and-namespaces-rotate-kms-key.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/redshiftserverless-controls.html#redshiftserverless-4',
  ],
});
