import { listed } from '../../inventory/listed.ts';
import { codeartifact } from './service.ts';

/** Holds the assets of all its repositories, encrypted with one key. */
export const domain = listed(codeartifact, 'AWS::CodeArtifact::Domain', 'ListDomains', {
  at: 'domains',
  input: { maxResults: 1000 },
  references: ['https://docs.aws.amazon.com/codeartifact/latest/APIReference/API_DomainSummary.html'],
  id: ({ name, status }) => (status === 'Deleted' ? undefined : name),
  keep: {
    arn: 'arn',
    keyArn: 'encryptionKey',
    encryption: ({ encryptionKey }) => (encryptionKey === undefined ? undefined : ('KMS' as const)),
  },
  label: ({ id }) => `domain ${id}`,
});

/** Each domain has a key; without one of the customer's it is that of AWS: https://docs.aws.amazon.com/codeartifact/latest/ug/domain-create.html */
export const domainEncryption = {
  at: 'encryption',
  is: { KMS: 'kms' },
  unsaid: undefined,
  key: 'keyArn',
  what: 'the assets of its repositories',
} as const;
