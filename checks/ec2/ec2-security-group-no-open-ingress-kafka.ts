import { openService } from '../../src/judgements/network/open-service.ts';

export default openService('ec2-security-group-no-open-ingress-kafka', {
  risk: "Brokers let everybody read and write topics unless told otherwise, and what runs through them is the company's events.",
});
