import { defineCheck, fail, pass, unknown } from '../../src/engine/check.ts';
import { redshiftCluster } from '../../src/services/redshift/cluster.ts';
import { shell } from '../../src/text/shell.ts';

export default defineCheck({
  id: 'redshift-cluster-tls-required',
  title: 'Redshift clusters refuse connections without TLS',
  resource: redshiftCluster,
  needs: ['tls'],
  risk: 'Who sits on the way between clients and the warehouse reads queries, data and passwords.',
  fix: {
    text: 'Set `require_ssl` to true in the parameter group. Clients that connect without TLS are refused from then on: see to them first. Other clusters may use the group.',
  },
  references: [
    'https://docs.aws.amazon.com/redshift/latest/mgmt/connecting-ssl-support.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/redshift-controls.html#redshift-2',
  ],
  evaluate({ name, parameterStatus, tls }) {
    if (tls === undefined) return unknown(`AWS does not say which parameter group ${name} has`);
    const { group, value } = tls;
    const said = `require_ssl is ${value ?? 'not said'} in the parameter group ${group}`;
    const on = value?.toLowerCase() === 'true' ? true : value?.toLowerCase() === 'false' ? false : undefined;
    if (on === undefined) return unknown(`AWS does not say whether ${name} refuses connections without TLS: ${said}`);
    // What is in the group is not yet what the cluster runs with.
    if (parameterStatus !== 'in-sync')
      return unknown(
        `${said}, and of ${name} AWS says that its parameters are ${parameterStatus ?? 'in no state that it names'}: it may run with others`,
      );
    const seen = { group, value };
    if (on) return pass(`${name} refuses connections without TLS: ${said}`, seen);
    return fail(
      `${name} takes connections without TLS: ${said}; expected true`,
      seen,
      group.startsWith('default.')
        ? {
            note: 'The group is one of AWS, which cannot be changed: make one of your own, and give it to the cluster.',
          }
        : {
            cli: shell`aws redshift modify-cluster-parameter-group --parameter-group-name ${group} --parameters ${'ParameterName=require_ssl,ParameterValue=true'}`,
          },
    );
  },
});
