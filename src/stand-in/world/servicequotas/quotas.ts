import { answers } from '../../answers.ts';
import { mainRegion } from '../../facts.ts';

/** Of each service one quota; AWS leaves out of the applied ones what has only a default. */
const quota = (ServiceCode: unknown) =>
  ServiceCode === 'vpc'
    ? { ServiceCode, QuotaCode: 'L-F678F1CE', QuotaName: 'VPCs per Region', Value: 5 }
    : { ServiceCode: 'ec2', QuotaCode: 'L-0263D0A3', QuotaName: 'EC2-VPC Elastic IPs', Value: 2 };

export default answers('service-quotas', {
  ListServiceQuotas: ({ input, region }) => ({ Quotas: region === mainRegion ? [quota(input['ServiceCode'])] : [] }),
  ListAWSDefaultServiceQuotas: ({ input }) => ({ Quotas: [quota(input['ServiceCode'])] }),
});
