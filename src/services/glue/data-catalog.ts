import { resource } from '../../inventory/resource.ts';
import { shell } from '../../text/shell.ts';
import { glue } from './service.ts';

/** The data catalog that an account has in each region, whether or not something is in it. */
export const dataCatalog = resource(glue, 'AWS::Glue::DataCatalog', {
  calls: [],
  singleton: true,
  references: ['https://docs.aws.amazon.com/glue/latest/dg/encrypt-glue-data-catalog.html'],
  async *list({ account, region }) {
    yield { id: account, name: `The data catalog in ${region}` };
  },
  arn: ({ id }, { partition, region }) => `arn:${partition}:glue:${region}:${id}:catalog`,
}).facets((facet) => ({
  encryption: facet.call('GetDataCatalogEncryptionSettings', {
    keep: ({ DataCatalogEncryptionSettings: found }) => ({
      mode: found?.EncryptionAtRest?.CatalogEncryptionMode,
      keyId: found?.EncryptionAtRest?.SseAwsKmsKeyId,
      passwords: found?.ConnectionPasswordEncryption?.ReturnConnectionPasswordEncrypted,
    }),
  }),
  /** https://docs.aws.amazon.com/glue/latest/webapi/API_GetResourcePolicy.html */
  policy: facet.call('GetResourcePolicy', {
    absentOn: ['EntityNotFoundException'],
    keep: ({ PolicyInJson }) => PolicyInJson,
  }),
}));

export const catalogEncryption = {
  at: 'encryption.mode',
  is: { DISABLED: 'none', 'SSE-KMS': 'kms', 'SSE-KMS-WITH-SERVICE-ROLE': 'kms' },
  unsaid: undefined,
  key: 'encryption.keyId',
  what: 'its metadata',
} as const;

export const catalogPolicy = {
  kind: 'generic',
  signed: true,
  at: 'policy',
  action: 'glue:GetTables',
  put: (_: object, policy: string | undefined): string =>
    policy === undefined
      ? 'aws glue delete-resource-policy'
      : shell`aws glue put-resource-policy --policy-in-json ${policy}`,
} as const;
