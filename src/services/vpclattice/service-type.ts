import { listed } from '../../inventory/listed.ts';
import { arnAccount } from '../../text/arn.ts';
import { shell } from '../../text/shell.ts';
import { vpclattice } from './service.ts';

/**
 * A service of VPC Lattice: own ones, and those that other accounts share with this one.
 * https://docs.aws.amazon.com/vpc-lattice/latest/APIReference/API_ListServices.html
 */
export const latticeService = listed(vpclattice, 'AWS::VpcLattice::Service', 'ListServices', {
  at: 'items',
  input: { maxResults: 100 },
  references: ['https://docs.aws.amazon.com/vpc-lattice/latest/ug/auth-policies.html'],
  id: ({ id }) => id,
  keep: {
    arn: 'arn',
    name: ({ name, id = '' }) => name ?? id,
    status: 'status',
  },
}).facets((facet) => ({
  access: facet.call('GetService', {
    input: ({ id }) => ({ serviceIdentifier: id }),
    keep: ({ authType }) => ({
      /** `NONE`: whoever reaches the service is answered, and its auth policy is not in force. */
      authType,
    }),
  }),
  /** The text of its auth policy. Where there is none, nobody is let in as long as IAM is asked. */
  policy: facet.call('GetAuthPolicy', {
    // its reference: what is asked for does not exist; an auth policy that never was is told so, or by an empty answer
    absentOn: ['ResourceNotFoundException'],
    input: ({ id }) => ({ resourceIdentifier: id }),
    keep: ({ policy }) => (policy === '' ? undefined : policy),
  }),
}));

export const latticePolicy = {
  kind: 'generic',
  at: 'policy',
  action: 'vpc-lattice-svcs:Invoke',
  put: ({ id }: { readonly id: string }, policy: string | undefined): string =>
    policy === undefined
      ? shell`aws vpc-lattice delete-auth-policy --resource-identifier ${id}`
      : shell`aws vpc-lattice put-auth-policy --resource-identifier ${id} --policy ${policy}`,
} as const;

/** Guard of checks: nothing is asked of a service that is going. */
export const leaving = { at: 'status', is: ['DELETE_IN_PROGRESS'], because: '{label} is being deleted' } as const;

/** Guard of checks: a service that another account shares is that account's to judge. */
export const notOfAnother = {
  such: { arn: 'arn:aws:vpc-lattice:eu-west-1:222222222222:service/svc-0123456789abcdef0' },
  when: ({
    arn,
    account,
    name,
  }: {
    readonly arn: string | undefined;
    readonly account: string;
    readonly name: string;
  }) => {
    const owner = arnAccount(arn);
    return owner !== undefined && owner !== account
      ? `${name} belongs to account ${owner}, which shares it`
      : undefined;
  },
};
