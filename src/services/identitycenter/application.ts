import { resource } from '../../inventory/resource.ts';
import { administrators, readableInstances } from './instances.ts';
import { identitycenter } from './service.ts';

/** An application that signs people in through an instance that the account may read. */
export const identityApplication = resource(identitycenter, 'AWS::SSO::Application', {
  calls: ['ListInstances', 'ListApplications'],
  often: { ListApplications: 'per instance of the account' },
  narrows: { ListApplications: { Filter: 'unless given' } },
  first: administrators,
  async *list(api, administrators) {
    for (const InstanceArn of await readableInstances(api, administrators)) {
      for await (const { Applications } of api.pages('ListApplications', { InstanceArn, MaxResults: 100 })) {
        for (const { ApplicationArn: arn, Name, Status, ApplicationProviderArn, ApplicationAccount } of Applications ??
          [])
          if (arn !== undefined)
            yield {
              id: arn.slice(arn.lastIndexOf('/') + 1),
              arn,
              name: Name === '' ? undefined : Name,
              status: Status,
              provider: ApplicationProviderArn,
              account: ApplicationAccount,
            };
      }
    }
  },
  label: ({ name }) => `Application ${name}`,
  references: ['https://docs.aws.amazon.com/singlesignon/latest/userguide/manage-your-applications.html'],
}).facets((facet) => ({
  /** Whether only those who are assigned to it get in; otherwise everybody whom the instance knows. */
  assignmentRequired: facet.call('GetApplicationAssignmentConfiguration', {
    input: ({ arn }) => ({ ApplicationArn: arn }),
    keep: ({ AssignmentRequired }) => AssignmentRequired,
  }),
}));
