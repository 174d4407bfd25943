import { service } from '../../aws/service.ts';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonvpclattice.html */
export const vpclattice = service<typeof import('@aws-sdk/client-vpc-lattice')>({
  id: 'vpclattice',
  sdkId: 'VPC Lattice',
  iamPrefix: 'vpc-lattice',
  // https://docs.aws.amazon.com/general/latest/gr/vpc-lattice.html
  missingIn: ['ap-east-2', 'ap-southeast-6', 'ap-southeast-7', 'il-central-1'],
  // What it always sends: https://docs.aws.amazon.com/vpc-lattice/latest/APIReference/API_ListServices.html
  sends: {
    ListServicesResponse: ['items'],
    ServiceSummary: ['id', 'arn'],
  },
  load: () => import('./sdk.ts'),
});
