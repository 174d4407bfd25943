import { notPublic } from '../../src/judgements/exposure/resource-policy.ts';
import { catalogPolicy, dataCatalog } from '../../src/services/glue/data-catalog.ts';

export default notPublic(dataCatalog, 'glue-catalog-policy-not-public', {
  title: 'The policy of the data catalog does not let strangers in',
  policy: catalogPolicy,
  risk: 'Strangers read which data there is and where it lies, or change the tables that jobs work by.',
  fix: {
    text: 'Name the accounts or roles that need the catalog instead of "*", or limit it to your organization (aws:PrincipalOrgID).',
  },
  references: ['https://docs.aws.amazon.com/glue/latest/dg/security_iam_resource-based-policy-examples.html'],
});
