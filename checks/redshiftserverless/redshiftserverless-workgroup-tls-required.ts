import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { workgroup } from '../../src/services/redshiftserverless/workgroup.ts';

export default state(workgroup, 'redshiftserverless-workgroup-tls-required', {
  title: 'Workgroups of Redshift Serverless refuse connections without TLS',
  at: 'tls',
  is: {
    true: pass('{label} refuses connections without TLS'),
    false: fail('{label} takes connections without TLS; expected require_ssl'),
  },
  unsaid: unknown('AWS does not say whether {label} refuses connections without TLS'),
  risk: 'Who sits on the way between clients and the warehouse reads queries, data and passwords.',
  fix: {
    text: 'Clients that connect without TLS are refused from then on: see to them first. `parameterValue=false` undoes it.',
    cli: 'aws redshift-serverless update-workgroup --workgroup-name {id} --config-parameters parameterKey=require_ssl,parameterValue=true',
  },
  references: [
    'https://docs.aws.amazon.com/redshift/latest/mgmt/serverless-security-ssl.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/redshiftserverless-controls.html#redshiftserverless-2',
  ],
});
