import { configure } from '../aws/configuration.ts';
import { readSharedFiles } from '../aws/shared-files.ts';
import { partitionOfRegion } from '../partitions/partitions.ts';
import { AuditError } from '../program/errors.ts';
import { actionsOfPlan, planFor } from '../inventory/plan.ts';
import { leastPolicies } from '../engine/least-policy.ts';
import { toJson } from '../text/escape.ts';
import { count } from './columns.ts';
import type { Values } from './door/options.ts';
import { command, text, word } from './door/options.ts';
import { drawnBeside } from './drawn.ts';
import { configOptions, regionProof, selectOptions } from './options.ts';
import { proofActions } from './region-proof.ts';
import { roleTemplate, roleTemplates } from './organization/role-template.ts';
import { say } from './say.ts';
import { setUp } from './setup.ts';
import { writeStdout } from './output.ts';

const sending = {
  send: word(['security-hub', 's3'], 'That of whoever sends there, and for nothing else'),
  store: text("That of whoever keeps an organization's results there: s3://bucket/prefix"),
  to: text('Where --send s3 writes: s3://bucket/prefix'),
  kmsKeyId: text('ARN of the KMS key that --send s3 or --store encrypts with'),
};

export default command({
  usage: 'policy',
  options: {
    ...selectOptions,
    ...configOptions,
    regionProof: { ...regionProof, describe: 'With what a scan with --region-proof asks' },
    roleTemplate: word(roleTemplates, 'A role with it, for every account: cloudformation or terraform'),
    ...sending,
  },
  examples: [
    ['audit policy > audit-policy.json', 'for every check'],
    ['audit policy --framework cis_7.0', 'for the checks of one framework'],
    ['audit policy --role-template cloudformation > role.yaml', 'for a StackSet, see docs/organization-reports.md'],
    ['audit policy --send s3 --to s3://bucket/audit', 'for `audit send s3`, which no scan needs'],
  ],

  async run({ send, store, to, kmsKeyId, ...options }) {
    const own = await ofSender({ send, store, to, kmsKeyId });
    if (own !== undefined) {
      if (Object.values(options).some((value) => (Array.isArray(value) ? value.length > 0 : value !== undefined)))
        throw new AuditError('usage', 'what is sent needs the same rights whatever was checked: no checks are chosen', {
          hint: 'Print the policy of the scan by itself.',
        });
      await writeStdout([`${toJson(own, 2)}\n`]);
      return 0;
    }
    const setup = await setUp(options);
    const alone = actionsOfPlan(planFor(setup.selected, { tags: true }));
    const drawn = actionsOfPlan(planFor([...setup.selected, ...drawnBeside(setup)], { tags: true }));
    const actions = options.regionProof === true ? [...new Set([...drawn, ...proofActions])].sort() : drawn;
    if (drawn.length > alone.length)
      say(
        `audit: ${count(drawn.length - alone.length, 'action')} of these are for the attack paths that a page (HTML, PDF) shows of every account`,
      );
    if (options.roleTemplate !== undefined) {
      const { text, notes } = roleTemplate(options.roleTemplate, actions);
      for (const note of notes) say(`audit: ${note}`);
      await writeStdout([text]);
      return 0;
    }
    const policies = leastPolicies(actions);
    if (policies.length > 1) {
      process.stderr.write(
        `audit: these actions do not fit one managed policy; printed are ${policies.length}, as a list: create and attach each\n`,
      );
    }
    await writeStdout([`${toJson(policies.length === 1 ? policies[0] : policies, 2)}\n`]);
    return 0;
  },
});

/** The policy of whoever writes; undefined where that of a scan is asked for. @throws AuditError `usage` */
async function ofSender({ send, store, to, kmsKeyId }: Values<typeof sending>): Promise<object | undefined> {
  if (send === undefined && store === undefined) {
    if (to === undefined && kmsKeyId === undefined) return undefined;
    throw new AuditError('usage', `--${to === undefined ? 'kms-key-id' : 'to'} goes with --send s3, which is missing`);
  }
  if (send !== undefined && store !== undefined)
    throw new AuditError('usage', '--send and --store ask for two policies: print one after the other');
  if (send === 'security-hub' && (to !== undefined || kmsKeyId !== undefined))
    throw new AuditError('usage', '--to and --kms-key-id mean nothing to security-hub');
  if (send === 's3' && to === undefined)
    throw new AuditError('usage', '--to is missing', { hint: 'Write it as --to s3://bucket/prefix.' });
  if (store !== undefined && to !== undefined) throw new AuditError('usage', '--to means nothing to --store');
  const { env } = process;
  const partition = partitionOfRegion(configure({}, env, await readSharedFiles(env)).region ?? 'us-east-1').id;
  const [{ bucketPolicy, securityHubPolicy, storePolicy }, { placeOf }] = await Promise.all([
    import('../send/policies.ts'),
    import('../send/place.ts'),
  ]);
  if (store !== undefined) return storePolicy(partition, placeOf(store, '--store'), kmsKeyId);
  return to === undefined ? securityHubPolicy(partition) : bucketPolicy(partition, placeOf(to, '--to'), kmsKeyId);
}
