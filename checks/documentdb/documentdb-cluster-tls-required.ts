import { defineCheck, fail, pass, unknown } from '../../src/engine/check.ts';
import { documentCluster } from '../../src/services/rds/document.ts';
import { shell } from '../../src/text/shell.ts';

/** Values of the parameter, and whether connections without TLS are refused. */
const meaning: Readonly<Record<string, boolean>> = {
  enabled: true,
  'fips-140-3': true,
  'tls1.2+': true,
  'tls1.3+': true,
  disabled: false,
};

export default defineCheck({
  id: 'documentdb-cluster-tls-required',
  title: 'DocumentDB clusters refuse connections without TLS',
  resource: documentCluster,
  needs: ['parameters'],
  evaluate({ name, members, parameters }) {
    if (parameters === undefined) return unknown(`AWS does not say which parameter group ${name} has`);
    const { group, values } = parameters;
    const value = values['tls'];
    if (value === undefined) return unknown(`AWS does not say what tls is in the parameter group ${group} of ${name}`);
    const said = `tls is ${value} in the parameter group ${group}`;
    const key = value.toLowerCase();
    if (!Object.hasOwn(meaning, key)) return unknown(`${name}: ${said}, which this version does not know`);
    // An instance takes the parameter when it starts: until then it runs with what the group said before.
    if (members === undefined)
      return unknown(`${said}, and AWS does not say whether the instances of ${name} run with it`);
    const late = members.find(({ status }) => status !== 'in-sync');
    if (late !== undefined)
      return unknown(
        `${said}, and of ${late.id ?? 'an instance'} of ${name} AWS says that its parameters are ${late.status ?? 'in no state that it names'}: it may run with others`,
      );
    const seen = { parameter: 'tls', value, group };
    if (meaning[key] === true) return pass(`${name} refuses connections without TLS: ${said}`, seen);
    return fail(
      `${name} takes connections without TLS: ${said}; expected enabled`,
      seen,
      group.startsWith('default.')
        ? {
            note: 'The group is one of AWS, which cannot be changed: make one of your own and give it to the cluster.',
          }
        : {
            note: 'Other clusters may have the group too.',
            cli: shell`aws docdb modify-db-cluster-parameter-group --db-cluster-parameter-group-name ${group} --parameters ParameterName=tls,ParameterValue=enabled,ApplyMethod=pending-reboot`,
          },
    );
  },
  risk: 'Who sits on the way between clients and cluster reads queries, documents and passwords.',
  fix: {
    text: 'Set the parameter tls to enabled (or tls1.2+) in a parameter group of your own, then restart each instance. Clients that connect without TLS are refused from then on: see to them first.',
  },
  references: [
    'https://docs.aws.amazon.com/documentdb/latest/developerguide/security.encryption.ssl.html',
    'https://docs.aws.amazon.com/documentdb/latest/developerguide/cluster_parameter_groups-list_of_parameters.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/documentdb-controls.html#documentdb-6',
  ],
});
