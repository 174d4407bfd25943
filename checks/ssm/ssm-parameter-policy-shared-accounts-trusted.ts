import { trustedOnly } from '../../src/judgements/exposure/resource-policy.ts';
import { parameter, parameterPolicy } from '../../src/services/ssm/parameter.ts';

export default trustedOnly(parameter, 'ssm-parameter-policy-shared-accounts-trusted', {
  title: 'SSM parameters are shared with the own organization and trusted accounts only',
  policy: parameterPolicy,
  risk: 'Whoever the parameter is shared with reads each new value of it.',
  fix: {
    text: 'Take accounts that are not meant to read the parameter out of its resource share (`aws ram disassociate-resource-share`) or its policy (`aws ssm delete-resource-policy`), or name them in trustedAccounts of the configuration. Change the value where it is a secret.',
  },
  references: [
    'https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-shared-parameters.html',
    'https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetResourcePolicies.html',
  ],
});
