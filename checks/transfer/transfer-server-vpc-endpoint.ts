import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { server } from '../../src/services/transfer/server.ts';

export default state(server, 'transfer-server-vpc-endpoint', {
  title: 'Transfer Family servers have their endpoint in a VPC',
  at: 'endpointType',
  is: {
    VPC: pass('{label} has its endpoint in a VPC'),
    VPC_ENDPOINT: pass('{label} has its endpoint in a VPC'),
    PUBLIC: fail('{label} has a public endpoint; expected one in a VPC'),
  },
  unsaid: unknown('AWS does not say where the endpoint of {label} is'),
  risk: 'A public endpoint lets in every address: no security group can keep to the partners who need it.',
  fix: {
    text: 'Give it an endpoint in a VPC, with a security group that lets in those who use it, and Elastic IP addresses where they come over the internet. It has to be stopped meanwhile, and its name resolves to other addresses then.',
  },
  references: ['https://docs.aws.amazon.com/transfer/latest/userguide/create-server-in-vpc.html'],
});
