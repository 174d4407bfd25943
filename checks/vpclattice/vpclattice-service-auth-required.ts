import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { latticeService, leaving, notOfAnother } from '../../src/services/vpclattice/service-type.ts';

export default state(latticeService, 'vpclattice-service-auth-required', {
  title: 'VPC Lattice services ask IAM who may call them',
  at: 'access.authType',
  is: {
    AWS_IAM: pass('{label} asks IAM and its auth policy who may call it'),
    NONE: fail('{label} asks nobody who calls it: its auth type is NONE, so that only a service network may ask'),
  },
  unsaid: unknown('VPC Lattice did not say whether {label} asks who calls it'),
  unless: [notOfAnother, leaving],
  risk: 'Everything in the VPCs of its service networks, also what was broken into, may call the service without saying who it is.',
  fix: {
    text: 'Let the clients sign their requests, write an auth policy that names them, then set the auth type to AWS_IAM: from then on unsigned requests are refused, and without a policy all are.',
    cli: 'aws vpc-lattice update-service --service-identifier {id} --auth-type AWS_IAM',
    terraform: 'resource "aws_vpclattice_service" "this" {\n  auth_type = "AWS_IAM"\n}',
  },
  references: ['https://docs.aws.amazon.com/vpc-lattice/latest/ug/service-access.html'],
});
