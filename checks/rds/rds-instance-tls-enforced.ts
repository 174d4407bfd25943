import { along, defineCheck, fail, manual, pass, unknown, unknownWithout } from '../../src/engine/check.ts';
import { dbCluster } from '../../src/services/rds/cluster.ts';
import { tlsParameterOf } from '../../src/services/rds/engines.ts';
import { shell } from '../../src/text/shell.ts';
import { dbInstance } from '../../src/services/rds/instance.ts';

/** How the parameters' values are written. */
const meaning: Readonly<Record<string, boolean>> = {
  '1': true,
  on: true,
  true: true,
  '0': false,
  off: false,
  false: false,
};

export default defineCheck({
  id: 'rds-instance-tls-enforced',
  title: 'Databases refuse connections without TLS',
  resource: dbInstance,
  needs: ['tls'],
  along: { clusters: along(dbCluster, { needs: ['tls'], optional: true, reach: 'region' }) },
  evaluate({ id, name, engine, cluster, parameterStatus, tls }, { along: { clusters }, unreadAlong }) {
    if (tlsParameterOf(engine) === undefined)
      return manual(
        `${name} runs ${engine ?? 'an engine that AWS does not name'}, which no parameter makes refuse connections without TLS: look at its option group and its users`,
      );
    const own = cluster === undefined ? undefined : clusters.find((one) => one.id === cluster);
    if (cluster !== undefined && own === undefined)
      return 'clusters' in unreadAlong
        ? unknownWithout(`the cluster ${cluster} of ${name} was not read: ${unreadAlong['clusters']?.cause ?? ''}`, [
            'clusters',
          ])
        : unknown(`the cluster ${cluster} of ${name} is not listed`);
    const found = own === undefined ? tls : own.tls;
    const status = own === undefined ? parameterStatus : own.members?.find((member) => member.id === id)?.status;
    if (found === undefined) return unknown(`AWS does not say which parameter group ${name} has`);
    const on = Object.hasOwn(meaning, found.value?.toLowerCase() ?? '')
      ? meaning[found.value?.toLowerCase() ?? '']
      : undefined;
    const said = `${found.name}${found.value === undefined ? '' : ` is ${found.value}`} in the parameter group ${found.group}`;
    if (on === undefined)
      return unknown(
        `AWS does not say whether ${name} refuses connections without TLS: ${found.value === undefined ? `${found.name} has no value in the parameter group ${found.group}` : said}`,
      );
    // What is in the group is not yet what the database runs with.
    if (status !== 'in-sync')
      return unknown(
        `${said}, and of ${name} AWS says that its parameters are ${status ?? 'in no state that it names'}: it may run with others`,
      );
    const evidence = { parameter: found.name, value: found.value, group: found.group };
    return on
      ? pass(`${name} refuses connections without TLS: ${said}`, evidence)
      : fail(`${name} takes connections without TLS: ${said}; expected 1`, evidence, {
          note: found.group.startsWith('default.')
            ? 'The group is one of AWS, which cannot be changed: make one of your own, give it to the database, and restart it.'
            : `The group may belong to other databases too.`,
          ...(found.group.startsWith('default.')
            ? {}
            : {
                cli: shell`aws rds ${own === undefined ? 'modify-db-parameter-group' : 'modify-db-cluster-parameter-group'} ${own === undefined ? '--db-parameter-group-name' : '--db-cluster-parameter-group-name'} ${found.group} --parameters ${`ParameterName=${found.name},ParameterValue=1,ApplyMethod=immediate`}`,
              }),
        });
  },
  risk: 'Who sits on the way between clients and database reads queries, data and passwords.',
  fix: {
    text: 'Set the parameter (`rds.force_ssl` of PostgreSQL and SQL Server, `require_secure_transport` of MySQL and MariaDB) to 1 in the parameter group. Clients that connect without TLS are refused from then on: see to them first. SQL Server needs a restart (ApplyMethod=pending-reboot).',
  },
  references: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.SSL.html',
    'https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeDBParameters.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-38',
  ],
});
