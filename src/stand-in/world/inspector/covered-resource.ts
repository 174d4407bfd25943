import { answers, here } from '../../answers.ts';
import { account, arnOf, daysAgo, idIn } from '../../facts.ts';

const covered = (resourceType: string, resourceId: string, scanType: string, statusCode: string, reason: string) => ({
  resourceType,
  resourceId,
  accountId: account,
  scanType,
  scanStatus: { statusCode, reason },
  ...(statusCode === 'ACTIVE' ? { lastScannedAt: daysAgo(1) } : {}),
});

/** An instance whose network is looked at and whose packages are not, and an image that is. */
export default answers('inspector2', {
  ListCoverage: here({
    coveredResources: [
      covered('AWS_EC2_INSTANCE', idIn('us-east-1', 'i'), 'NETWORK', 'ACTIVE', 'SUCCESSFUL'),
      covered('AWS_EC2_INSTANCE', idIn('us-east-1', 'i'), 'PACKAGE', 'INACTIVE', 'UNMANAGED_EC2_INSTANCE'),
      covered('AWS_ECR_CONTAINER_IMAGE', arnOf('ecr', 'repository/app/sha256:0a'), 'PACKAGE', 'ACTIVE', 'SUCCESSFUL'),
    ],
  }),
});
