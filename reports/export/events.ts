import type { AnyResult, CheckInfo, RunInfo } from '../../src/engine/result.ts';
import type { Reporter, ReportOptions } from '../../src/engine/reporter.ts';
import { toJson } from '../text.ts';
import { joined } from './joined.ts';
import type { Statement } from './statement.ts';
import { checksById, statementsOf } from './statement.ts';

/** A JSON list with an element a finding, one a line. */
export const events = (
  of: (
    statement: Statement,
    checks: ReadonlyMap<string, CheckInfo>,
    run: RunInfo,
    version: ReportOptions['ocsfVersion'],
  ) => object,
): Reporter['render'] =>
  function* pieces(result: AnyResult, { ocsfVersion }: ReportOptions) {
    yield '[\n';
    yield* joined(texts(result));
    yield '\n]\n';

    function* texts({ run }: AnyResult): Generator<string> {
      const checks = checksById(result);
      for (const statement of statementsOf(result)) yield toJson(of(statement, checks, run, ocsfVersion));
    }
  };
