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

/** The whole result as one document, an element of a list per line; findings account by account come last. */
export async function* json(result: OrganizationResult): AsyncGenerator<string> {
  const { schemaVersion, scan, accounts, units, causes, causesLeft, compliance, checks } = result;
  const { organizationFindings, ways = [], waysLeft, people = [], peopleLeft, suppressions, notes } = result;
  yield `{\n"schemaVersion": ${toJson(schemaVersion)},\n"scan": ${toJson(scan)},\n"summary": ${toJson(summaryOf(result))}`;
  yield* member('accounts', accountsOf(result));
  yield* member('units', units);
  yield* member('causes', causes);
  yield `,\n"causesLeft": ${causesLeft},\n"compliance": [`;
  for (const [at, framework] of compliance.entries()) {
    yield `${at === 0 ? '' : ','}\n${toJson(frameworkOf(framework)).slice(0, -1)}`;
    yield* member(
      'requirements',
      mapped(framework.requirements, (line) => requirementOf(line, accounts)),
    );
    yield '}';
  }
  yield compliance.length === 0 ? ']' : '\n]';
  yield* member('organizationFindings', organizationFindings);
  yield* member('ways', ways);
  yield `,\n"waysLeft": ${waysLeft}`;
  yield* member('people', people);
  yield `,\n"peopleLeft": ${peopleLeft}`;
  yield* member(
    'findings',
    mapped(
      checks.filter((line) => !isPassing(line)),
      (line) => findingOf(line, accounts),
    ),
  );
  yield* member('passing', mapped(checks.filter(isPassing), passingOf));
  yield* member('suppressions', suppressions);
  yield* member('notes', notes);
  yield ',\n"occurrences": [';
  let opening = '\n';
  for await (const account of result.details())
    yield* together(occurrencesOf(account), (finding) => {
      const line = opening + toJson(finding);
      opening = ',\n';
      return line;
    });
  yield opening === '\n' ? ']\n}\n' : '\n]\n}\n';
}

function* accountsOf(result: OrganizationResult): Generator<object> {
  for (const [at, line] of result.accounts.entries()) yield accountOf(line, at, result);
}

function* mapped<T, U>(all: readonly T[], to: (each: T) => U): Generator<U> {
  for (const each of all) yield to(each);
}

function* member(name: string, elements: Iterable<unknown>): Generator<string> {
  yield `,\n${toJson(name)}: [`;
  let opening = '\n';
  for (const element of elements) {
    yield opening + toJson(element);
    opening = ',\n';
  }
  yield opening === '\n' ? ']' : '\n]';
}
