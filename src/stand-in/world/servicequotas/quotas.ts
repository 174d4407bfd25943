import { answers } from '../../answers.ts';
import { mainRegion } from '../../facts.ts';
import { quotasOf } from '../../quotas.ts';

/** AWS leaves out of the applied ones what has only a default. */
export default answers('service-quotas', {
  ListServiceQuotas: ({ input, region }) =>
    region === mainRegion
      ? quotasOf(input['ServiceCode'], { vpc: { vpcs: 5 }, ec2: { elasticIps: 2 } })
      : { Quotas: [] },
  ListAWSDefaultServiceQuotas: ({ input }) => quotasOf(input['ServiceCode']),
});
