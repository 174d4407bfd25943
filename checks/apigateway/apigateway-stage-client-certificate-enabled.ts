import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { stage } from '../../src/services/apigateway/stage.ts';

export default state(stage, 'apigateway-stage-client-certificate-enabled', {
  title: 'Stages of REST APIs show backends a certificate',
  at: 'backend.clientCertificate',
  otherwise: pass('{label} shows backends the client certificate {backend.clientCertificate}'),
  absent: unknown('AWS does not say whether {label} has a client certificate'),
  unsaid: fail('{label} shows backends no client certificate'),
  risk: 'A backend that is asked over HTTP cannot tell API Gateway from anybody else, so whoever finds its address calls it past authorizers, limits and logs.',
  fix: {
    text: 'Generate a client certificate, have the backend refuse whoever does not show it, then set it on the stage. It matters to HTTP backends; functions and AWS’s own APIs are called with credentials. It expires after a year: renew it in time.',
    cli: 'aws apigateway update-stage --rest-api-id {restApiId} --stage-name {stageName} --patch-operations op=replace,path=/clientCertificateId,value=CERTIFICATE_ID',
  },
  references: [
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/getting-started-client-side-ssl-authentication.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html#apigateway-2',
  ],
});
