import { notPublic } from '../../src/judgements/exposure/resource-policy.ts';
import { repository, repositoryPolicy } from '../../src/services/ecr/repository.ts';

export default notPublic(repository, 'ecr-repository-policy-not-public', {
  title: 'Repositories of ECR are not open to everybody',
  policy: repositoryPolicy,
  risk: 'Every AWS account pulls the images, with the code and whatever secrets are in them, or pushes images of its own that you then run.',
  fix: {
    text: 'Name the accounts or the organization that may pull, in the policy of the repository. What is meant for everybody belongs into a public gallery.',
  },
  references: ['https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policies.html'],
});
