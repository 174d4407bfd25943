import { listed } from '../../inventory/listed.ts';
import { sagemaker } from './service.ts';

/** A notebook instance, running or stopped. */
export const notebookInstance = listed(sagemaker, 'AWS::SageMaker::NotebookInstance', 'ListNotebookInstances', {
  at: 'NotebookInstances',
  input: { MaxResults: 100 },
  narrows: {
    AdditionalCodeRepositoryEquals: 'unless given',
    CreationTimeAfter: 'unless given',
    CreationTimeBefore: 'unless given',
    DefaultCodeRepositoryContains: 'unless given',
    LastModifiedTimeAfter: 'unless given',
    LastModifiedTimeBefore: 'unless given',
    NameContains: 'unless given',
    NotebookInstanceLifecycleConfigNameContains: 'unless given',
    StatusEquals: 'unless given',
  },
  references: ['https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeNotebookInstance.html'],
  id: ({ NotebookInstanceName, NotebookInstanceStatus }) =>
    NotebookInstanceStatus === 'Deleting' ? undefined : NotebookInstanceName,
  keep: { arn: 'NotebookInstanceArn' },
}).facets((facet) => ({
  details: facet.call('DescribeNotebookInstance', {
    input: ({ id }) => ({ NotebookInstanceName: id }),
    keep: ({ NotebookInstanceStatus, SubnetId, DirectInternetAccess, RootAccess, KmsKeyId }) => ({
      status: NotebookInstanceStatus,
      subnet: SubnetId,
      directInternet: DirectInternetAccess,
      root: RootAccess,
      key: KmsKeyId,
    }),
  }),
}));
