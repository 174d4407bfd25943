import { fail, pass } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { notebookInstance } from '../../src/services/sagemaker/notebook-instance.ts';

export default state(notebookInstance, 'sagemaker-notebook-in-vpc', {
  title: 'Notebook instances are in a VPC of the account',
  at: 'details.subnet',
  otherwise: pass('{label} is in subnet {details.subnet}'),
  // AWS names no subnet of one that was created without: https://docs.aws.amazon.com/sagemaker/latest/dg/appendix-notebook-and-internet-access.html
  unsaid: fail('{label} is in no VPC of the account; expected a subnet'),
  risk: "Its traffic runs through a network of SageMaker, past the account's security groups, endpoints and flow logs.",
  fix: {
    text: 'The network is chosen when an instance is created: create another one with a subnet and security groups of the account, move the files over (by S3 or a Git repository), then delete this one.',
  },
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/appendix-notebook-and-internet-access.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/sagemaker-controls.html#sagemaker-2',
  ],
});
