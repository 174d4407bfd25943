import type { OrganizationResult } from '../../src/organization/merge/model.ts';
import { toJson } from '../text.ts';
import {
  accountOf,
  findingOf,
  frameworkOf,
  isPassing,
  occurrencesOf,
  passingOf,
  requirementOf,
  summaryOf,
  together,
} from './parts.ts';

/** An object a line, each with its `type`; what it holds is the same as in the JSON document. */
export async function* ndjson(result: OrganizationResult): AsyncGenerator<string> {
  const { accounts } = result;
  yield line('scan', { schemaVersion: result.schemaVersion, ...result.scan });
  for (const [at, account] of accounts.entries()) yield line('account', accountOf(account, at, result));
  for (const unit of result.units) yield line('unit', unit);
  for (const cause of result.causes) yield line('cause', cause);
  for (const framework of result.compliance) {
    yield line('framework', frameworkOf(framework));
    for (const each of framework.requirements)
      yield line('requirement', { framework: framework.key, hash: framework.hash, ...requirementOf(each, accounts) });
  }
  for (const finding of result.organizationFindings) yield line('organization-finding', finding);
  for (const way of result.ways ?? []) yield line('way', way);
  for (const person of result.people ?? []) yield line('person', person);
  for (const check of result.checks)
    yield isPassing(check) ? line('passing', passingOf(check)) : line('finding', findingOf(check, accounts));
  for (const notice of result.suppressions) yield line('suppression', notice);
  for await (const account of result.details())
    yield* together(occurrencesOf(account), (finding) => line('occurrence', finding));
  yield line('summary', {
    ...summaryOf(result),
    causesLeft: result.causesLeft,
    waysLeft: result.waysLeft,
    peopleLeft: result.peopleLeft,
    notes: result.notes,
  });
}

const line = (type: string, value: object): string => `${toJson({ type, ...value })}\n`;
