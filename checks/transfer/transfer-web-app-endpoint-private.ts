import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { webApp } from '../../src/services/transfer/web-app.ts';

export default state(webApp, 'transfer-web-app-endpoint-private', {
  title: 'Transfer Family web apps have their endpoint in a VPC',
  at: 'endpointType',
  is: {
    VPC: pass('{label} has its endpoint in a VPC'),
    PUBLIC: fail('{label} has a public endpoint; expected one in a VPC'),
  },
  unsaid: unknown('AWS does not say where the endpoint of {label} is'),
  risk: 'The page to sign in at stands open to the internet, where a stolen password is enough to take files.',
  fix: {
    text: 'Make another web app with an endpoint in a VPC that its people reach, move them there, and delete this one. What is meant for partners on the internet may be left as it is.',
  },
  references: ['https://docs.aws.amazon.com/transfer/latest/userguide/web-app.html'],
});
