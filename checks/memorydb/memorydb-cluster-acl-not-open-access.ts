import { defineCheck, fail, pass, unknown } from '../../src/engine/check.ts';
import { memoryCluster, openAccess } from '../../src/services/memorydb/cluster.ts';

export default defineCheck({
  id: 'memorydb-cluster-acl-not-open-access',
  title: 'MemoryDB clusters ask who comes in',
  resource: memoryCluster,
  needs: ['users'],
  evaluate(cluster) {
    const { name, acl } = cluster;
    if (acl === undefined || acl === '') return unknown(`AWS does not say which ACL ${name} has`);
    if (acl === openAccess)
      return fail(`${name} takes everybody without a password: its ACL is ${openAccess}; expected one of your users`, {
        acl,
      });
    const { users } = cluster;
    if (users === undefined) return unknown(`${acl}, the ACL of ${name}, is not listed`);
    const seen = { acl, ...users };
    if (users.open.length > 0)
      return fail(
        `${name} takes everybody without a password: its ACL ${acl} has ${users.open.join(', ')}; expected users with passwords or of IAM`,
        seen,
      );
    return users.unsaid.length > 0
      ? unknown(`AWS does not say how ${users.unsaid.join(', ')} of ${acl}, the ACL of ${name}, prove who they are`)
      : pass(`${name} asks who comes in: all users of its ACL ${acl} have a password or are of IAM`, seen);
  },
  risk: 'Whoever reaches the cluster in the network reads, changes and deletes all that it holds, and no log says who it was.',
  fix: {
    text: 'Make users with passwords or of IAM, put them into an ACL, have clients log on as them, then give the cluster that ACL. It takes TLS: a cluster without has to be made anew.',
    cli: 'aws memorydb update-cluster --cluster-name {id} --acl-name ACL_NAME',
  },
  references: [
    'https://docs.aws.amazon.com/memorydb/latest/devguide/clusters.acls.html',
    'https://docs.aws.amazon.com/memorydb/latest/APIReference/API_Authentication.html',
  ],
});
