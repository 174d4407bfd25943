import { notPublic } from '../../src/judgements/exposure/resource-policy.ts';
import { latticePolicy, latticeService, leaving, notOfAnother } from '../../src/services/vpclattice/service-type.ts';

export default notPublic(latticeService, 'vpclattice-service-auth-policy-not-public', {
  title: 'Auth policies of VPC Lattice services do not let strangers in',
  policy: latticePolicy,
  unless: [
    notOfAnother,
    leaving,
    {
      at: 'access.authType',
      is: ['NONE'],
      because: '{label} has auth type NONE: no auth policy of it is in force',
    },
  ],
  risk: 'Every principal of every account, or everybody without credentials, may call the service from any VPC that its service networks reach.',
  fix: {
    text: 'Replace the principal "*" by the roles that call the service, or limit it by aws:PrincipalAccount, aws:PrincipalOrgID or vpc-lattice-svcs:SourceVpc.',
  },
  references: ['https://docs.aws.amazon.com/vpc-lattice/latest/ug/auth-policies.html'],
});
