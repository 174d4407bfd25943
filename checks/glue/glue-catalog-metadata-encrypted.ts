import { encryptedAtRest } from '../../src/judgements/encryption/encryption.ts';
import { catalogEncryption, dataCatalog } from '../../src/services/glue/data-catalog.ts';

export default encryptedAtRest(dataCatalog, 'glue-catalog-metadata-encrypted', {
  title: 'The data catalog encrypts its metadata',
  by: catalogEncryption,
  risk: 'Names of tables, columns and partitions tell what data there is and where.',
  fix: {
    text: 'Turn the encryption of metadata on: whoever uses the catalog needs the key from then on, and what is there already is encrypted when it next changes. The settings are given as a whole: give those of passwords as well (`aws glue put-data-catalog-encryption-settings`).',
  },
  references: ['https://docs.aws.amazon.com/glue/latest/dg/encrypt-glue-data-catalog.html'],
});
