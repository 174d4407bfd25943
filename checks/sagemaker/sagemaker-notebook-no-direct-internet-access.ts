import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { notebookInstance } from '../../src/services/sagemaker/notebook-instance.ts';

export default state(notebookInstance, 'sagemaker-notebook-no-direct-internet-access', {
  title: 'Notebook instances have no direct access to the internet',
  at: 'details.directInternet',
  is: {
    Disabled: pass('{label} reaches the internet only as its VPC lets it'),
    Enabled: fail(
      '{label} reaches the internet through a network of SageMaker; expected DirectInternetAccess Disabled',
    ),
  },
  unsaid: unknown('AWS does not say whether {label} has direct access to the internet'),
  risk: 'Data leaves the notebook and code comes in by a way that no firewall, endpoint policy or flow log of the account sees.',
  fix: {
    text: 'This is chosen when an instance is created: create another one in a subnet with `--direct-internet-access Disabled`, give the VPC endpoints for SageMaker and S3 or a NAT gateway, move the files over, then delete this one.',
  },
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/appendix-notebook-and-internet-access.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/sagemaker-controls.html#sagemaker-1',
  ],
});
