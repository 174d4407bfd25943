import { asffOf } from '../../../reports/export/asff.ts';
import { checksById, statementsOf } from '../../../reports/export/statement.ts';
import { toJson } from '../../text/escape.ts';
import type { AnyResult } from '../../engine/result.ts';
import { AuditError } from '../../program/errors.ts';
import { needs } from '../../send/operations.ts';
import type { NotTaken, Sendable } from '../../send/security-hub.ts';
import { batchesOf, sendBatches } from '../../send/security-hub.ts';
import { columns, count } from '../columns.ts';
import { writeStdout } from '../output.ts';
import { say } from '../say.ts';
import type { SendOptions } from './options.ts';
import { assertOnly, ofAws } from './options.ts';
import { asSender } from './sender.ts';

/** Sends findings of one account to its Security Hub, each region's to that region. */
export async function sendToSecurityHub(result: AnyResult, options: SendOptions): Promise<number> {
  assertOnly(options, 'security-hub', [...ofAws, 'only', 'account']);
  const tooLarge: NotTaken[] = [];
  const batches = (): ReturnType<typeof batchesOf> =>
    batchesOf(sendables(result, options), (none) => void tooLarge.push(none));
  const accounts = accountsOf(result, options);
  if (options.dryRun === true) return describe(batches(), tooLarge, accounts);
  return asSender(options, needs['security-hub'], async ({ writer, identity }) => {
    // https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_BatchImportFindings.html: with the default product, only
    // the account itself may import its findings; neither a member's administrator nor any other.
    const others = accounts.filter((account) => account !== identity.account);
    if (others.length > 0)
      throw new AuditError(
        'usage',
        `Security Hub takes findings from their own account alone: these are of ${others.join(', ')}, and ${identity.arn} is of ${identity.account}`,
        {
          hint:
            accounts.length === 1
              ? `Send as somebody of ${others[0]}: --send-profile or --send-role-arn.`
              : 'Send those of one account after the other: --account with its --send-role-arn.',
        },
      );
    if (result.run.partition !== identity.partition)
      throw new AuditError(
        'usage',
        `the result is of the partition ${result.run.partition}, and ${identity.arn} is of ${identity.partition}`,
      );
    const sent = await sendBatches(writer, batches());
    const refused = [...tooLarge, ...sent.refused];
    for (const { finding, why } of refused) say(`audit: not taken: ${finding.label}: ${why}`);
    for (const { region, findings, why } of sent.unsent)
      say(`audit: not taken: ${count(findings, 'finding')} in ${region}: ${why}`);
    const missing = refused.length + sent.unsent.reduce((sum, { findings }) => sum + findings, 0);
    await writeStdout([
      `Security Hub took ${sent.taken} of ${count(sent.taken + missing, 'finding')} in ${count(sent.batches, 'request')}.\n`,
    ]);
    return missing === 0 ? 0 : new AuditError('delivery', '').exitCode;
  });
}

function* sendables(result: AnyResult, { only, account }: SendOptions): Generator<Sendable> {
  const checks = checksById(result);
  for (const statement of statementsOf(result)) {
    const { verdict, finding, resource } = statement;
    if (only.length > 0 && !only.includes(verdict)) continue;
    if (account !== undefined && finding.account !== account) continue;
    const asff = asffOf(statement, checks, result.run);
    yield {
      id: asff.Id,
      region: asff.ProductArn.split(':')[3] ?? '',
      text: toJson(asff),
      label: `${finding.fingerprint} ${finding.check} ${resource.arn}`,
    };
  }
}

/** @throws AuditError `usage` where the account that is asked for has no findings */
function accountsOf({ findings, run }: AnyResult, { account }: SendOptions): string[] {
  const all = new Set([run.account]);
  for (const finding of findings) all.add(finding.account);
  if (account === undefined) return [...all].sort();
  if (!all.has(account))
    throw new AuditError('usage', `--account ${account}: the result has no findings of it`, {
      hint: `It has those of ${[...all].sort().join(', ')}.`,
    });
  return [account];
}

async function describe(
  batches: ReturnType<typeof batchesOf>,
  tooLarge: readonly NotTaken[],
  accounts: readonly string[],
): Promise<number> {
  const regions = new Map<string, { findings: number; batches: number; bytes: number }>();
  for (const { region, findings, bytes } of batches) {
    const before = regions.get(region) ?? { findings: 0, batches: 0, bytes: 0 };
    regions.set(region, {
      findings: before.findings + findings.length,
      batches: before.batches + 1,
      bytes: before.bytes + bytes,
    });
  }
  const rows = [...regions]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([region, { findings, batches, bytes }]) => [region, ...[findings, batches, bytes].map(String)]);
  await writeStdout([
    `Nothing is sent. To Security Hub of ${accounts.join(', ')} would go:\n`,
    ...columns(['region', 'findings', 'batches', 'bytes'], rows),
  ]);
  for (const { finding, why } of tooLarge) say(`audit: would not be taken: ${finding.label}: ${why}`);
  return 0;
}
