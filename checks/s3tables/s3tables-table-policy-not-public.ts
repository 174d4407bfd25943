import { notPublic } from '../../src/judgements/exposure/resource-policy.ts';
import { s3Table, s3TablePolicy } from '../../src/services/s3tables/table.ts';

export default notPublic(s3Table, 's3tables-table-policy-not-public', {
  title: 'Policies of S3 tables and their buckets do not let strangers in',
  policy: s3TablePolicy,
  risk: 'Strangers read what analysts query, or write rows and metadata that every report then shows.',
  fix: {
    text: 'Replace the principal "*" by the accounts or roles that query the table, or limit it by aws:PrincipalOrgID. Where it is the policy of the bucket that lets them in, change that one (`aws s3tables put-table-bucket-policy`): it counts for all of its tables.',
  },
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-tables-table-policy.html'],
});
