import { customerKey } from '../../src/judgements/encryption/encryption.ts';
import { domain, domainEncryption } from '../../src/services/codeartifact/domain.ts';

export default customerKey(domain, 'codeartifact-domain-encrypted-cmk', {
  title: 'CodeArtifact domains are encrypted with customer managed keys',
  by: domainEncryption,
  risk: 'With a key of AWS nobody decides by its policy who may read the packages that the own software is built from, or notices who did.',
  fix: {
    text: 'A domain keeps its key: make another one with a key of your own, copy the packages there, have builds use it, and delete this one.',
  },
  references: ['https://docs.aws.amazon.com/codeartifact/latest/ug/domain-create.html'],
});
