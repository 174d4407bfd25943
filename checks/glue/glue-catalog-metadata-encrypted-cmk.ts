import { customerKey } from '../../src/judgements/encryption/encryption.ts';
import { catalogEncryption, dataCatalog } from '../../src/services/glue/data-catalog.ts';

export default customerKey(dataCatalog, 'glue-catalog-metadata-encrypted-cmk', {
  title: 'The data catalog is encrypted with a customer managed key',
  by: catalogEncryption,
  risk: "With AWS's key nobody decides by its policy who may decrypt the catalog.",
  fix: {
    text: 'Name a key of your own in the settings of the catalog; the old key has to stay for what was encrypted with it. The settings are given as a whole: give those of passwords as well (`aws glue put-data-catalog-encryption-settings`).',
  },
  references: ['https://docs.aws.amazon.com/glue/latest/dg/encrypt-glue-data-catalog.html'],
});
